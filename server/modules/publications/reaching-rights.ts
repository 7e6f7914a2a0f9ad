import type { Permission, Programme } from '../../contract/definition/programme.ts';
import { parse } from '../../registry/parse.ts';
import type { Candidate } from './candidate.ts';

/** Permissions whose pages belong to the whole installation: whoever holds one in any programme reaches beyond it. */
const REACHING: readonly Permission[] = ['organisations.manage', 'people.manage', 'audit.read'];

const standing = ({ planned }: Candidate): Programme | undefined => {
  const before = planned.find(({ name }) => name.kind === 'Programme')?.before;
  if (before === undefined) return undefined;
  const name = { programme: before.programme, kind: 'Programme' as const, key: before.key };
  return parse({ name, file: before.key, text: before.source }).value;
};

/**
 * What roles that people hold already would come to reach beyond their programme. Who publishes must hold it as well, or
 * they would give themselves, or a colleague, what nobody gave them.
 */
export const newlyReaching = (candidate: Candidate, programme: string, held: ReadonlySet<string>): Permission[] => {
  const after = candidate.shelf.programmes.get(programme)?.dossier.programme;
  const before = standing(candidate);
  const gained = Object.entries(after?.roles ?? {})
    .filter(([role]) => held.has(role))
    .flatMap(([role, { may }]) => may.filter((permission) => before?.roles[role]?.may.includes(permission) !== true));
  return REACHING.filter((permission) => gained.includes(permission));
};
