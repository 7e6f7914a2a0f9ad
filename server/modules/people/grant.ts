import type { Permission, Role } from '../../contract/definition/programme.ts';
import { type Identity, may } from '../identity.ts';

/** What lets a person rule over others or over the rules; the rest concerns cases, and every registrar may give it. */
const ADMINISTRATIVE: readonly Permission[] = [
  'definitions.edit',
  'definitions.publish',
  'programmes.manage',
  'organisations.manage',
  'people.manage',
  'audit.read',
];

/**
 * Whether a person may give this role to somebody, or change an account that holds it: whoever manages people there, as
 * far as the role rules over no more than the giver does. Resetting a password is as good as holding its owner's roles.
 */
export const canGrant = (who: Identity, programme: string | null, role: Role): boolean =>
  may(who, 'people.manage', programme) &&
  role.may
    .filter((permission) => ADMINISTRATIVE.includes(permission))
    .every((permission) => may(who, permission, programme));
