import { PERMISSIONS } from '../../contract/definition/programme.ts';
import { textIn } from '../../contract/text.ts';
import type { MembershipView, SessionView } from '../../contract/wire/session.ts';
import { type Identity, may, type Membership } from '../identity.ts';
import { BUILT_IN_ROLES } from './built-in-roles.ts';
import type { PublishedProgramme } from '../published-programmes.ts';

/** A role's title in a language; its key where no published programme knows it. */
export const roleTitle = (
  membership: { programme: string | null; role: string },
  programmes: readonly PublishedProgramme[],
  language: string,
): string => {
  const roles =
    membership.programme === null
      ? BUILT_IN_ROLES
      : programmes.find(({ key }) => key === membership.programme)?.definition.roles;
  return textIn(roles?.[membership.role]?.title ?? membership.role, language);
};

const membershipView = ({ id, programme, role, organisation }: Membership, roleTitle: string): MembershipView => ({
  id,
  programme,
  role,
  roleTitle,
  organisation:
    organisation === null ? null : { id: organisation.id, code: organisation.code, title: organisation.title },
});

/** The session as its owner sees it, titles in the wanted language. */
export const sessionView = (
  who: Identity,
  programmes: readonly PublishedProgramme[],
  language: string,
): SessionView => ({
  person: who.person,
  memberships: who.memberships.map((membership) =>
    membershipView(membership, roleTitle(membership, programmes, language)),
  ),
  permissions: PERMISSIONS.filter((permission) => may(who, permission)),
  mustChangePassword: who.mustChangePassword,
  csrf: who.csrf,
  expiresAt: who.expiresAt.toISOString(),
});
