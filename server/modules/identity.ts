import type { Permission } from '../contract/definition/programme.ts';
import type { Organisation } from '../engine/case.ts';

/** A role held in an organisation for a programme; `programme: null` is the installation itself. */
export interface Membership {
  id: string;
  programme: string | null;
  /** The programme's id, as rows and row-level security name it. */
  programmeId: string | null;
  role: string;
  organisation: Organisation | null;
}

/** Somebody, and what their roles permit by programme (null: everywhere). */
export interface Person {
  person: { id: string; account: string; name: string };
  permissions: ReadonlyMap<string | null, ReadonlySet<Permission>>;
}

/** Who asks: the person of the session, and the roles held. */
export interface Identity extends Person {
  /** Id of the session (never its token). */
  session: string;
  /** What a change must carry in `x-csrf-token`. */
  csrf: string;
  memberships: readonly Membership[];
  mustChangePassword: boolean;
  /** When the session ends unless it is used before. */
  expiresAt: Date;
}

/**
 * Whether the person may do this. With a programme: in it, or in the whole installation.
 * Without one: anywhere, for routes whose service narrows the answer to the person's programmes.
 */
export const may = (who: Person, permission: Permission, programme?: string | null): boolean => {
  if (who.permissions.get(null)?.has(permission) === true) return true;
  if (programme !== undefined) return who.permissions.get(programme)?.has(permission) === true;
  return [...who.permissions.values()].some((held) => held.has(permission));
};

/** The programmes in which the person may do this; `'all'` where the whole installation permits it. */
export const programmesWhere = (who: Identity, permission: Permission): 'all' | string[] => {
  if (who.permissions.get(null)?.has(permission) === true) return 'all';
  return [...who.permissions].flatMap(([key, held]) => (key !== null && held.has(permission) ? [key] : []));
};
