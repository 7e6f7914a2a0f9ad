import type { Permission } from '../../contract/definition/programme.ts';
import type { DefinitionKind } from '../../contract/key.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';

/** Whoever works on definitions in any way may read all of them. */
export const READERS: readonly Permission[] = ['definitions.edit', 'definitions.publish', 'programmes.manage'];

/** Whoever may edit some kind; which one is decided by `refuseUnlessEditor`. */
export const EDITORS: readonly Permission[] = ['definitions.edit', 'programmes.manage'];

/** A programme says who may do what, a calendar counts for several programmes: both ask for more than a form does. */
const permissionFor = (kind: DefinitionKind): Permission =>
  kind === 'Programme' || kind === 'Calendar' ? 'programmes.manage' : 'definitions.edit';

/** Throws `not-allowed` where the person may not edit this kind in the programme. */
export const refuseUnlessEditor = (who: Identity, programme: string, kind: DefinitionKind): void => {
  if (!may(who, permissionFor(kind), programme)) throw new DomainError('not-allowed');
};
