import { DEFINITION_KINDS, type DefinitionName } from '../../contract/key.ts';

/** What a line of the record is about, as it is written down: `person:<id>`, `organisation:<code>`, `<programme>/Form/<key>`. */
export type SubjectName =
  { sort: 'person' | 'organisation' | 'programme'; key: string } | ({ sort: 'definition' } & DefinitionName);

const kindOf = (word: string | undefined) => DEFINITION_KINDS.find((kind) => kind === word);

const nameOf = (word: string): SubjectName | null => {
  const told = /^(person|organisation):(.+)$/.exec(word);
  if (told !== null) return { sort: told[1] === 'person' ? 'person' : 'organisation', key: told[2] ?? '' };
  const [programme = '', second, key] = word.split('/');
  const kind = kindOf(second);
  if (kind !== undefined && key !== undefined)
    return { sort: 'definition', programme: programme === '' ? null : programme, kind, key };
  // A publication is told by its programme and its id
  return second === undefined || key !== undefined ? null : { sort: 'programme', key: programme };
};

/** Everything that a line names, in its order; none where it names nothing of these sorts. */
export const subjectNames = (subject: string | null): SubjectName[] =>
  (subject ?? '').split(' ').flatMap((word) => nameOf(word) ?? []);
