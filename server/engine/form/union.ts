import type { Programme } from '../../contract/definition/programme.ts';
import type { Form } from '../../contract/definition/form.ts';
import { isRecord, type Data } from '../data.ts';
import { rowsOf, valueAt } from './address.ts';
import { allFields, findField, findRoster, titleIn, type Placed } from './fields.ts';
import { allChoices } from './options.ts';

/**
 * What was handed in on several versions of one form, side by side: columns are the keys of all versions, so that an older
 * version's values stay in their columns whatever became of the form.
 */
export interface FormVersion {
  n: number;
  form: Form;
  programme: Programme;
}

export interface UnionColumn {
  /** Keys from the top, parted by dots; a roster's key before those of its row's fields. */
  key: string;
  path: readonly string[];
  /** Key of the roster in whose rows it stands. */
  roster: string | null;
  /** By the newest version that has the key. */
  title: string;
  rosterTitle: string | null;
  isFile: boolean;
  /** Titles of choices by their codes (as text), each from the newest version that has the code. */
  choices: ReadonlyMap<string, string>;
  /** Numbers of the versions that have it, the newest first. */
  versions: number[];
}

const keyOf = ({ path }: Placed): string => path.join('.');

const choicesOf = (versions: readonly FormVersion[], key: string, locale: string): Map<string, string> => {
  const titles = new Map<string, string>();
  for (const { form, programme } of versions) {
    const placed = findField(form, key.split('.'));
    if (placed === undefined) continue;
    const workflow = { key: form.$id, subject: { form: form.$id, per: [] } };
    const model = { form, programme, workflow, calendar: null };
    for (const choice of allChoices(model, placed.field, locale))
      if (!titles.has(String(choice.const))) titles.set(String(choice.const), choice.title);
  }
  return titles;
};

/** Keys in the order of the newest version; one that only older versions have stands behind its neighbour there. */
const keysOf = (versions: readonly FormVersion[]): string[] => {
  const keys: string[] = [];
  for (const { form } of versions) {
    let last = -1;
    for (const placed of allFields(form).filter(({ kind }) => kind === 'field')) {
      const key = keyOf(placed);
      const at = keys.indexOf(key);
      if (at < 0) keys.splice(last + 1, 0, key);
      last = at < 0 ? last + 1 : at;
    }
  }
  return keys;
};

/** `versions` run from the newest to the oldest. */
export const unionColumns = (versions: readonly FormVersion[], locale: string): UnionColumn[] =>
  keysOf(versions).flatMap((key): UnionColumn[] => {
    const having = versions.filter(({ form }) => findField(form, key.split('.')) !== undefined);
    const [newest] = having;
    const placed = newest === undefined ? undefined : findField(newest.form, key.split('.'));
    if (newest === undefined || placed === undefined) return [];
    const roster = placed.roster === null ? undefined : findRoster(newest.form, placed.roster);
    return [
      {
        key,
        path: placed.path,
        roster: placed.roster,
        title: titleIn(placed.field, locale) || placed.key,
        rosterTitle: roster === undefined ? null : titleIn(roster.field, locale) || roster.key,
        isFile: placed.field['x-file'] !== undefined,
        choices: choicesOf(having, key, locale),
        versions: having.map(({ n }) => n),
      },
    ];
  });

/** One line of a table: values by the columns' keys. */
export type UnionLine = Readonly<Record<string, unknown>>;

/**
 * Data as lines of a table: one for each row of a roster, with the values of the head in all of them; one line where no
 * roster has rows.
 */
export const unionLines = (form: Form, data: Data, columns: readonly UnionColumn[]): UnionLine[] => {
  const head = Object.fromEntries(
    columns.filter(({ roster }) => roster === null).map(({ key, path }) => [key, valueAt(data, path)]),
  );
  const rosters = [...new Set(columns.flatMap(({ roster }) => roster ?? []))];
  const lines = rosters.flatMap((roster) => {
    const depth = findRoster(form, roster)?.path.length;
    const own = columns.filter((column) => column.roster === roster);
    if (depth === undefined) return [];
    return rowsOf(form, data, roster).map((row) => ({
      ...head,
      ...Object.fromEntries(
        own.map(({ key, path }) => [key, isRecord(row) ? valueAt(row, path.slice(depth)) : undefined]),
      ),
    }));
  });
  return lines.length === 0 ? [head] : lines;
};
