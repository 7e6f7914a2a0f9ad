import type { Permission, Programme, Role } from '../../contract/definition/programme.ts';
import { dayAt } from '../../engine/calendar.ts';
import { organisationOn } from '../cases/organisation-facts.ts';
import type { Identity, Membership, Person } from '../identity.ts';
import { BUILT_IN_ROLES } from './built-in-roles.ts';
import { IDLE_MINUTES, type MembershipFacts, type PersonFacts, type SessionFacts } from './sessions.repository.ts';

/** Programme definitions by the id of their published version. */
export type Definitions = ReadonlyMap<string, Programme>;

const definitionOf = ({ version }: MembershipFacts, definitions: Definitions): Programme | undefined =>
  version === null ? undefined : definitions.get(version);

/** The role behind a membership; undefined where the programme no longer knows it, and then it permits nothing. */
const roleOf = (facts: MembershipFacts, definitions: Definitions): Role | undefined =>
  facts.programmeId === null ? BUILT_IN_ROLES[facts.role] : definitionOf(facts, definitions)?.roles[facts.role];

/** What the maker of a programme may do in it before it is published and says itself who may. */
const MAKER: readonly Permission[] = ['definitions.edit', 'definitions.publish', 'programmes.manage'];

const permissionsOf = (
  { memberships: facts, makes }: PersonFacts,
  definitions: Definitions,
): Map<string | null, Set<Permission>> => {
  const held = new Map<string | null, Set<Permission>>();
  for (const membership of facts) {
    const permissions = held.get(membership.programme) ?? new Set<Permission>();
    for (const permission of roleOf(membership, definitions)?.may ?? []) permissions.add(permission);
    held.set(membership.programme, permissions);
  }
  // Nobody may do more in a programme by having begun it than in one that they manage: who loses a right there loses it here.
  const managed = [...held.values()].filter((permissions) => permissions.has('programmes.manage'));
  const made = MAKER.filter((permission) => managed.some((permissions) => permissions.has(permission)));
  for (const key of makes) held.set(key, new Set([...(held.get(key) ?? []), ...made]));
  return held;
};

const membershipOf = (facts: MembershipFacts, definitions: Definitions, now: Date): Membership => {
  const day = dayAt(now.getTime(), definitionOf(facts, definitions)?.zone ?? 'UTC');
  const { id, programme, programmeId, role, organisation } = facts;
  return {
    id,
    programme,
    programmeId,
    role,
    organisation: organisation === null ? null : organisationOn(organisation, day),
  };
};

const isExpired = ({ passwordChangedAt, realNow }: PersonFacts, maxAgeDays: number | null): boolean =>
  maxAgeDays !== null &&
  passwordChangedAt !== null &&
  realNow.getTime() - passwordChangedAt.getTime() > maxAgeDays * 86_400_000;

const endOf = ({ usedAt, expiresAt }: SessionFacts): Date =>
  new Date(Math.min(usedAt.getTime() + IDLE_MINUTES * 60_000, expiresAt.getTime()));

/** Who somebody is without a session: what the command line does in a person's name. */
export const personOf = (facts: PersonFacts, definitions: Definitions): Person => ({
  person: { id: facts.person, account: facts.account, name: facts.name },
  permissions: permissionsOf(facts, definitions),
});

/** Who is behind a session, from what one statement read and what the programmes' definitions say of roles. */
export const identityOf = (facts: SessionFacts, definitions: Definitions, maxAgeDays: number | null): Identity => ({
  ...personOf(facts, definitions),
  session: facts.session,
  csrf: facts.csrf,
  memberships: facts.memberships.map((membership) => membershipOf(membership, definitions, facts.now)),
  mustChangePassword: facts.mustChangePassword || isExpired(facts, maxAgeDays),
  expiresAt: endOf(facts),
});
