import type { Form } from '../../contract/definition/form.ts';
import type { Change } from '../../contract/wire/case.ts';
import { isNothing, isSame, rowId } from '../data.ts';
import type { Data } from '../data.ts';
import { rowsOf, valueAt } from './address.ts';
import { allFields, findRoster, rosters } from './fields.ts';

/** What changed between two versions of a form's data. Rows are matched by `_id`, never by position; their order does not matter. */

const kindOf = (before: unknown, after: unknown): Change['kind'] =>
  isNothing(before) ? 'added' : isNothing(after) ? 'removed' : 'changed';

interface Two {
  before: unknown;
  after: unknown;
}

const changeOf = (address: Change['address'], { before, after }: Two): Change[] =>
  isSame(before, after) ? [] : [{ address, kind: kindOf(before, after), before: before ?? null, after: after ?? null }];

/** Keys that no form knows are compared too: nothing that is stored may change unseen. */
const strangeKeys = (known: readonly string[], ...objects: readonly Data[]): string[] =>
  [...new Set(objects.flatMap((object) => Object.keys(object)))].filter((key) => !known.includes(key) && key !== '_id');

const headChanges = (form: Form, before: Data, after: Data): Change[] => {
  const head = allFields(form).filter(({ roster, kind }) => roster === null && kind === 'field');
  const known = Object.keys(form.properties);
  return [
    ...head.flatMap(({ path }) =>
      changeOf({ field: path.join('.') }, { before: valueAt(before, path), after: valueAt(after, path) }),
    ),
    ...strangeKeys(known, before, after).flatMap((key) =>
      changeOf({ field: key }, { before: before[key], after: after[key] }),
    ),
  ];
};

interface Rows {
  key: string;
  fields: readonly (readonly string[])[];
  known: readonly string[];
}

const rowChanges = ({ key, fields, known }: Rows, id: string, [before, after]: [Data, Data]): Change[] => [
  ...fields.flatMap((path) =>
    changeOf(
      { roster: key, row: id, field: path.join('.') },
      { before: valueAt(before, path), after: valueAt(after, path) },
    ),
  ),
  ...strangeKeys(known, before, after).flatMap((field) =>
    changeOf({ roster: key, row: id, field }, { before: before[field], after: after[field] }),
  ),
];

/** A row without an id is nobody's: it counts as the row of its position. */
const byIdentity = (rows: readonly Data[]): Map<string, Data> =>
  new Map(rows.map((row, i) => [rowId(row) === '' ? `#${i}` : rowId(row), row]));

const rosterChanges = (rows: Rows, olds: readonly Data[], news: readonly Data[]): Change[] => {
  const [before, after] = [byIdentity(olds), byIdentity(news)];
  const address = (row: string): Change['address'] => ({ field: rows.key, roster: rows.key, row });
  const removed = [...before].filter(([id]) => !after.has(id));
  return [
    ...[...after].flatMap(([id, row]): Change[] => {
      const old = before.get(id);
      if (old === undefined) return [{ address: address(id), kind: 'row-added', before: null, after: row }];
      return rowChanges(rows, id, [old, row]);
    }),
    ...removed.map(([id, row]): Change => ({ address: address(id), kind: 'row-removed', before: row, after: null })),
  ];
};

/** Every change from one version to the next: head fields in the form's order, then rosters row by row. */
export const difference = (form: Form, before: Data, after: Data): Change[] => [
  ...headChanges(form, before, after),
  ...rosters(form).flatMap(({ key }) => {
    const skip = findRoster(form, key)?.path.length ?? 1;
    const inside = allFields(form).filter((placed) => placed.roster === key);
    const fields = inside.filter(({ kind }) => kind !== 'section').map(({ path }) => path.slice(skip));
    const known = inside.map(({ path }) => path[skip] ?? '');
    return rosterChanges({ key, fields, known }, rowsOf(form, before, key), rowsOf(form, after, key));
  }),
];
