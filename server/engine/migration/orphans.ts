import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import { isRecord, lookup, rowId, type Data } from '../data.ts';
import { valueAt } from '../form/address.ts';
import { withRows, withValue } from '../form/change-data.ts';
import { resolve } from '../form/fields.ts';

/** A value that is stored under a key which the form does not have any more. */
export interface Orphan {
  /** Keys from the top; a roster's key stands before those of its row's fields. */
  path: readonly string[];
  /** The row in which it stands, by the roster's keys and the row's id; null outside rosters. */
  row: { roster: readonly string[]; id: string } | null;
  value: unknown;
}

interface Walk {
  form: Form;
  orphans: Orphan[];
}

interface Level {
  path: readonly string[];
  row: Orphan['row'];
}

const ROW_ID = '_id';

const knownIn = (walk: Walk, group: Field, object: Data, { path, row }: Level): Data => {
  const entries = Object.entries(object).flatMap(([key, value]): [string, unknown][] => {
    if (key === ROW_ID) return [[key, value]];
    const raw = lookup(group.properties, key);
    const below = [...path, key];
    if (raw === undefined) {
      walk.orphans.push({ path: below, row, value });
      return [];
    }
    return [[key, knownValue(walk, resolve(walk.form, raw), value, { path: below, row })]];
  });
  const isWhole =
    entries.every(([key, value]) => value === object[key]) && entries.length === Object.keys(object).length;
  return isWhole ? object : Object.fromEntries(entries);
};

const knownValue = (walk: Walk, field: Field, value: unknown, level: Level): unknown => {
  if (field.properties !== undefined && isRecord(value)) return knownIn(walk, field, value, level);
  const items = field.items === undefined ? undefined : resolve(walk.form, field.items);
  if (items?.properties === undefined || !Array.isArray(value)) return value;
  return withRows(value, (row) =>
    knownIn(walk, items, row, { path: level.path, row: { roster: level.path, id: rowId(row) } }),
  );
};

/** The data as far as the form knows it (the same value where it knows all), and what is stored beside that. */
export const splitOrphans = (form: Form, data: Data): { data: Data; orphans: Orphan[] } => {
  const walk: Walk = { form, orphans: [] };
  return { data: knownIn(walk, form, data, { path: [], row: null }), orphans: walk.orphans };
};

/** The data with orphans back in their places; those of rows that are there no more have gone with their row. */
export const withOrphans = (data: Data, orphans: readonly Orphan[]): Data =>
  orphans.reduce<Data>((kept, { path, row, value }) => {
    if (row === null) return withValue(kept, path, value);
    const rows = valueAt(kept, row.roster);
    if (!Array.isArray(rows) || row.id === '') return kept;
    const inside = path.slice(row.roster.length);
    return withValue(
      kept,
      row.roster,
      withRows(rows, (one) => (rowId(one) === row.id ? withValue(one, inside, value) : one)),
    );
  }, data);
