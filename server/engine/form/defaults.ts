import type { Field } from '../../contract/definition/field.ts';
import type { Data } from '../data.ts';
import { tableValues } from '../environment-programme.ts';
import type { FormModel } from '../environment.ts';
import type { FormFacts } from '../environment-values.ts';
import { valueAt } from './address.ts';
import { withValue } from './change-data.ts';
import type { Placed } from './fields.ts';
import { allFields, findRoster, rowSchema } from './fields.ts';
import { rowsWithoutIds } from './row-id.ts';

/** `x-default`: what a form, or a new row of a roster, begins with. */

const NAMED: Record<string, (facts: FormFacts) => unknown> = {
  today: ({ today }) => today,
  'org.title': ({ organisation }) => organisation?.title,
  'org.code': ({ organisation }) => organisation?.code,
  'org.level': ({ organisation }) => organisation?.level ?? undefined,
  'user.name': ({ userName }) => userName,
};

interface FromTable {
  table: string;
  columns?: Record<string, string> | undefined;
}

/** A table's rows as rows of a roster: each field from the column of its key, or from the one that is named. */
const tableRows = (model: FormModel, roster: string, { table, columns }: FromTable): Data[] => {
  const fields = Object.keys(rowSchema(model.form, roster).properties ?? {});
  const rows = Object.values(tableValues(model.programme)[table] ?? {});
  return rows.map((row) =>
    Object.fromEntries(
      fields.flatMap((field) => {
        const value = row[columns?.[field] ?? field];
        return value === undefined ? [] : [[field, value]];
      }),
    ),
  );
};

const previousValue = (placed: Placed, { previous }: FormFacts): unknown => {
  const value = valueAt(previous ?? {}, placed.path);
  return placed.kind === 'roster' && Array.isArray(value) ? rowsWithoutIds(value) : value;
};

const defaultOf = (model: FormModel, placed: Placed, facts: FormFacts): unknown => {
  const given: Field['x-default'] = placed.field['x-default'];
  if (typeof given === 'object') return tableRows(model, placed.key, given);
  if (given === 'previous') return placed.roster === null ? previousValue(placed, facts) : undefined;
  const named = typeof given === 'string' && Object.hasOwn(NAMED, given) ? NAMED[given] : undefined;
  return named === undefined ? given : named(facts);
};

const filled = (fields: readonly Placed[], from: number, value: (placed: Placed) => unknown): Data =>
  fields.reduce<Data>((data, placed) => {
    const found = placed.field['x-default'] === undefined ? undefined : value(placed);
    return found === undefined || found === '' ? data : withValue(data, placed.path.slice(from), found);
  }, {});

/** What a new form begins with. Rows of a table come without ids. */
export const defaultsFor = (model: FormModel, facts: FormFacts): Data => {
  const head = allFields(model.form).filter(({ roster }) => roster === null);
  return filled(head, 0, (placed) => defaultOf(model, placed, facts));
};

/** What a new row of a roster begins with. */
export const rowDefaults = (model: FormModel, roster: string, facts: FormFacts): Data => {
  const from = findRoster(model.form, roster)?.path.length ?? 1;
  const fields = allFields(model.form).filter((placed) => placed.roster === roster);
  return filled(fields, from, (placed) => defaultOf(model, placed, facts));
};
