import type { Actor, RoleActor, Scope } from '../contract/definition/actor.ts';
import type { Case, Organisation } from './case.ts';
import type { Membership, Person } from './command.ts';
import type { Model } from './model.ts';

/** One way in which a person plays an actor of the workflow for a case: through a role in an organisation, or by being named. */
export interface Part {
  actor: string;
  role: string | null;
  organisation: Organisation | null;
}

/** Whom the question is about. `data` is read for actors who are a person named in the form; nobody signed in is null. */
export interface Cast {
  case: Pick<Case, 'organisation'>;
  person: Person | null;
  data: Record<string, unknown>;
}

/** Every part that the person has, in the order of the workflow's actors. One actor can be there twice, through two organisations. */
export const partsOf = (model: Model, cast: Cast): Part[] =>
  Object.entries(model.workflow.actors).flatMap(([actor, rule]) => partsAs(actor, rule, cast));

/** The actors that the person plays for this case, each once. Whom `not_same_as` keeps from acting plays the actor all the same. */
export const actorsOf = (model: Model, cast: Cast): string[] => [
  ...new Set(partsOf(model, cast).map((part) => part.actor)),
];

/** The role and scope by which the actor is found, for the organisation of a case; null where it is none for its kinds, or a named person. */
export const roleOfActor = (rule: Actor, organisation: Organisation | null): RoleActor | null => {
  if ('role' in rule) return rule;
  if ('person' in rule) return null;
  const kinds = organisation?.kinds ?? [];
  return Object.entries(rule.for).find(([kind]) => kinds.includes(kind))?.[1] ?? null;
};

/** The actors whose deeds in a case keep a person from acting as this one. */
export const notSameAs = (rule: Actor, organisation: Organisation | null): readonly string[] => {
  if ('person' in rule) return rule.not_same_as ?? [];
  return roleOfActor(rule, organisation)?.not_same_as ?? [];
};

const partsAs = (actor: string, rule: Actor, cast: Cast): Part[] => {
  if ('person' in rule) {
    const isNamed = cast.person !== null && cast.data[rule.person] === cast.person.id;
    return isNamed ? [{ actor, role: null, organisation: cast.person?.memberships[0]?.organisation ?? null }] : [];
  }
  const found = roleOfActor(rule, cast.case.organisation);
  if (found === null) return [];
  const held = (cast.person?.memberships ?? []).filter(
    (membership) => membership.roles.includes(found.role) && isInScope(found.scope, membership, cast.case.organisation),
  );
  const parts = held.map(({ organisation }) => ({ actor, role: found.role, organisation }));
  // What is public is for everybody, with or without a role.
  return parts.length === 0 && found.scope === 'public' ? [{ actor, role: null, organisation: null }] : parts;
};

/** Whether a membership stands where the scope asks: seen from the organisation of the case to the one of the person. */
const isInScope = (scope: Scope, { organisation: mine }: Membership, of: Organisation | null): boolean => {
  if (scope === 'programme' || scope === 'public') return true;
  if (mine === null || of === null) return false;
  const parent = of.ancestors[0];
  if (typeof scope === 'object') {
    if ('ancestor' in scope) return of.ancestors.find(({ kinds }) => kinds.includes(scope.ancestor))?.id === mine.id;
    return scope.relation === 'parent'
      ? parent?.id === mine.id
      : (of.relations[scope.relation] ?? []).includes(mine.id);
  }
  switch (scope) {
    case 'own':
      return mine.id === of.id;
    case 'subtree':
      return mine.id === of.id || of.ancestors.some(({ id }) => id === mine.id);
    case 'siblings':
      return parent !== undefined && mine.id !== of.id && mine.ancestors[0]?.id === parent.id;
  }
};
