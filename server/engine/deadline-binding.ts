import type { Binding, Programme } from '../contract/definition/programme.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import type { DefinitionEdit } from './deadline-change.ts';

/**
 * Edits of a workflow that a programme binds under a key of its own: nobody wrote its text, so that they go into the line of
 * the programme's `uses` that makes it. The words that say when a deadline is due stand there together, or not at all.
 */

type Path = (string | number)[];

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>(
    (here, step) =>
      typeof here === 'object' && here !== null ? (here as Record<string | number, unknown>)[step] : undefined,
    value,
  );

/** The value with one place changed; what is not on the way there is shared. */
const changedAt = (value: unknown, [step, ...rest]: Path, wanted: unknown): unknown => {
  if (step === undefined) return wanted;
  const inner = changedAt(valueAt(value, [step]), rest, wanted);
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? inner : one));
  const all = Object.entries({ ...(value as Record<string, unknown> | undefined), [step]: inner });
  return Object.fromEntries(all.filter(([, one]) => one !== undefined));
};

const DUE_WORDS: readonly string[] = ['on', 'time', 'at', 'within', 'from', 'for', 'default'];

const isDueWord = (word: string): boolean => DUE_WORDS.includes(word);

/** The due words of a deadline as it is to be, beside the other words that the line says of it. */
const deadlineWords = (line: unknown, deadline: unknown): Record<string, unknown> => {
  const words = (of: unknown, wanted: (word: string) => boolean): [string, unknown][] =>
    Object.entries((of ?? {}) as Record<string, unknown>).filter(([word]) => wanted(word));
  return Object.fromEntries([...words(deadline, isDueWord), ...words(line, (word) => !isDueWord(word))]);
};

/** Where in the line it is said, with what; whatever holds it is made where it is missing. */
const put = (line: Path, given: Binding['with'], path: Path, value: unknown): DefinitionEdit => {
  if (given === undefined) return { path: [...line, 'with'], value: changedAt({}, path, value) };
  const missing = path.findIndex((_, index) => valueAt(given, path.slice(0, index + 1)) === undefined);
  if (missing === -1) return { path: [...line, 'with', ...path], value };
  const [held, rest] = [path.slice(0, missing + 1), path.slice(missing + 1)];
  return { path: [...line, 'with', ...held], value: changedAt(undefined, rest, value) };
};

/** The same edits where a person can read them: in the programme. Null where the programme does not bind the workflow. */
export const boundEdits = (
  programme: Pick<Programme, 'uses'>,
  workflow: Workflow,
  edits: readonly DefinitionEdit[],
): DefinitionEdit[] | null => {
  const index = (programme.uses ?? []).findIndex(({ as }) => as === workflow.key);
  const given = programme.uses?.[index]?.with;
  if (index === -1) return null;
  const after = edits.reduce<unknown>((now, { path, value }) => changedAt(now, path, value), workflow);
  const touched = new Set(edits.map(({ path }) => (path[0] === 'deadlines' ? String(path[1]) : '')));
  return [...touched].map((deadline) => {
    const path = deadline === '' ? ['periods'] : ['deadlines', deadline];
    const value = valueAt(after, path);
    const said = deadline === '' ? value : deadlineWords(valueAt(given, path), value);
    return put(['uses', index], given, path, said);
  });
};
