import type { EditedName, NewProgrammeMade } from '#contract/wire/design.ts';
import { setAt } from '../../yaml/edit-yaml.ts';
import { at } from '../../yaml/read-yaml.ts';

/** Dates of a copied programme that a person looks through, and changes where the shift was not what is wanted. */

export type ShiftedDate = NewProgrammeMade['dates'][number];

export const identityOf = ({ kind, key, path }: Pick<ShiftedDate, 'kind' | 'key' | 'path'>): string =>
  JSON.stringify([kind, key, path]);

/** Whether it was left to a person: it is as it was. */
export const isLeft = ({ before, after }: ShiftedDate): boolean => before === after;

/** The dates of one definition after another, in the order in which they came. */
export const byDefinition = (dates: readonly ShiftedDate[]): { name: EditedName; dates: ShiftedDate[] }[] => {
  const groups = new Map<string, { name: EditedName; dates: ShiftedDate[] }>();
  for (const date of dates) {
    const word = `${date.kind} ${date.key}`;
    const group = groups.get(word) ?? { name: { kind: date.kind, key: date.key }, dates: [] };
    group.dates.push(date);
    groups.set(word, group);
  }
  return [...groups.values()];
};

const inJson = (text: string, { path, line, after }: ShiftedDate, typed: string): string => {
  const lines = text.split('\n');
  const changed = lines.map((one, index) => (index === line - 1 ? one.replace(after, () => typed) : one)).join('\n');
  try {
    return at(JSON.parse(changed), path) === typed ? changed : text;
  } catch {
    return text;
  }
};

/** The text with these dates as they were typed. A date that cannot be found any more is left as it is. */
export const withDates = (
  text: string,
  kind: EditedName['kind'],
  typed: readonly { date: ShiftedDate; value: string }[],
): string =>
  typed.reduce(
    (changed, { date, value }) => (kind === 'Form' ? inJson(changed, date, value) : setAt(changed, date.path, value)),
    text,
  );
