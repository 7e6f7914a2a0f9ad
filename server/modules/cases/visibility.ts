import type { Actor, RoleActor } from '../../contract/definition/actor.ts';
import type { Organisation } from '../../engine/case.ts';
import type { Person } from '../../engine/command.ts';
import type { PersonTenant } from '../../storage/tenant.ts';
import type { Identity, Membership } from '../identity.ts';
import type { RunningModel } from '../models.ts';

const roleActors = (actor: Actor): RoleActor[] => {
  if ('role' in actor) return [actor];
  return 'for' in actor ? Object.values(actor.for) : [];
};

/** What one membership reaches in one workflow, by the actors that its role plays there. */
const reachIn = ({ role, organisation }: Membership, { model, programmeId }: RunningModel): Partial<PersonTenant>[] => {
  const actors = Object.values(model.workflow.actors);
  // Whom a form names can belong to any organisation of the programme.
  const hasNamed = actors.some((actor) => 'person' in actor);
  const hasPublic = actors.flatMap(roleActors).some(({ scope }) => scope === 'public');
  const reached = actors
    .flatMap(roleActors)
    .filter((actor) => actor.role === role)
    .map(({ scope }): Partial<PersonTenant> => {
      if (scope === 'programme') return { programmes: [programmeId] };
      if (organisation === null) return {};
      return scope === 'own' ? { organisations: [organisation.id] } : { near: [organisation.id] };
    });
  return hasNamed || hasPublic ? [...reached, { programmes: [programmeId] }] : reached;
};

const distinct = (ids: readonly string[]): string[] => [...new Set(ids)];

/**
 * What a person can reach at all, for row-level security: wider than what the rules then let see, never narrower. Cases
 * for a programme as a whole are reached by taking part in it, so only workflows of organisations widen the programme.
 */
export const tenantOf = (who: Identity, published: readonly RunningModel[]): PersonTenant => {
  const ofOrganisations = published.filter(({ model }) => model.workflow.subject.per.includes('organisation'));
  const reached = who.memberships.flatMap((membership) =>
    ofOrganisations
      .filter(({ programmeId }) => programmeId === membership.programmeId)
      .flatMap((running) => reachIn(membership, running)),
  );
  const mine = who.memberships.flatMap(({ organisation }) => organisation?.id ?? []);
  const near = distinct(reached.flatMap((reach) => reach.near ?? []));
  return {
    person: who.person.id,
    programmes: distinct(reached.flatMap((reach) => reach.programmes ?? [])),
    participates: distinct(who.memberships.flatMap(({ programmeId }) => programmeId ?? [])),
    organisations: distinct([
      ...reached.flatMap((reach) => reach.organisations ?? []),
      ...(near.length > 0 ? mine : []),
    ]),
    near,
  };
};

/** The person as the rules of one programme know it: the roles held there, by organisation. */
export const personOf = (who: Identity, programmeId: string): Person => {
  const held = new Map<string | null, { organisation: Organisation | null; roles: string[] }>();
  for (const membership of who.memberships) {
    if (membership.programmeId !== programmeId) continue;
    const key = membership.organisation?.id ?? null;
    const known = held.get(key) ?? { organisation: membership.organisation, roles: [] };
    held.set(key, { ...known, roles: [...known.roles, membership.role] });
  }
  return { id: who.person.id, name: who.person.name, memberships: [...held.values()] };
};

/** The organisations of the person's own memberships, which need not be read again. */
export const organisationsOf = (who: Identity): Map<string, Organisation> =>
  new Map(
    who.memberships.flatMap(({ organisation }) => (organisation === null ? [] : [[organisation.id, organisation]])),
  );
