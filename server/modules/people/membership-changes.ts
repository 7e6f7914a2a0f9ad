import type { Role } from '../../contract/definition/programme.ts';
import type { Sentence } from '../../contract/problem.ts';
import type { DomainIssue } from '../domain-error.ts';
import type { PublishedProgramme } from '../published-programmes.ts';
import { BUILT_IN_ROLES } from '../sessions/built-in-roles.ts';
import type { StoredMembership, WantedMembership } from './people.repository.ts';

const keyOf = ({ programme, role, organisation }: WantedMembership): string =>
  JSON.stringify([programme, role, organisation]);

const storedKey = ({ programme, role, organisation }: StoredMembership): string =>
  keyOf({ programme, role, organisation: organisation?.id ?? null });

/** What has to be added and removed so that a person holds exactly what is wanted; what stays is left alone. */
export interface MembershipChanges {
  added: WantedMembership[];
  removed: StoredMembership[];
}

export const membershipChanges = (
  stored: readonly StoredMembership[],
  wanted: readonly WantedMembership[],
): MembershipChanges => {
  const held = new Set(stored.map(storedKey));
  const kept = new Set(wanted.map(keyOf));
  const once = [...new Map(wanted.map((membership) => [keyOf(membership), membership])).values()];
  return {
    added: once.filter((membership) => !held.has(keyOf(membership))),
    removed: stored.filter((membership) => !kept.has(storedKey(membership))),
  };
};

/** The change in codes, for the record: `+trial/filler -trial/reviewer`. */
export const inCodes = ({ added, removed }: MembershipChanges): string =>
  [
    ...added.map(({ programme, role }) => `+${programme ?? '*'}/${role}`),
    ...removed.map(({ programme, role }) => `-${programme ?? '*'}/${role}`),
  ].join(' ');

/** The role that a membership names: of a published programme, or of the installation itself. */
export const roleIn = (
  programmes: readonly PublishedProgramme[],
  { programme, role }: { programme: string | null; role: string },
): Role | undefined =>
  programme === null ? BUILT_IN_ROLES[role] : programmes.find(({ key }) => key === programme)?.definition.roles[role];

/** What wanted memberships are checked against; only those that are new to the person need be right today. */
export interface KnownWords {
  programmes: readonly PublishedProgramme[];
  organisations: ReadonlySet<string>;
  added: ReadonlySet<WantedMembership>;
}

const fault = (membership: WantedMembership, known: KnownWords): [string, Sentence] | undefined => {
  const { programme, role, organisation } = membership;
  if (programme !== null && !known.programmes.some(({ key }) => key === programme))
    return ['programme', { zh: `没有工作方案 ${programme}`, en: `There is no programme ${programme}` }];
  if (roleIn(known.programmes, membership) === undefined)
    return ['role', { zh: `没有角色 ${role}`, en: `There is no role ${role}` }];
  if (organisation !== null && !known.organisations.has(organisation))
    return ['organisation', { zh: '没有这个单位，或已停用', en: 'There is no such organisation, or it is closed' }];
  return undefined;
};

/** Everything that is wrong with wanted memberships in themselves: unknown programmes, roles and organisations. */
export const wordIssues = (wanted: readonly WantedMembership[], known: KnownWords): DomainIssue[] =>
  wanted.flatMap((membership, index) => {
    const found = known.added.has(membership) ? fault(membership, known) : undefined;
    return found === undefined ? [] : [{ pointer: `/memberships/${index}/${found[0]}`, message: found[1] }];
  });
