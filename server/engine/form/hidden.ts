import type { Field } from '../../contract/definition/field.ts';
import { isRecord, rowId } from '../data.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import type { Address } from './address.ts';
import { valueAt } from './address.ts';
import { withValue, withoutValue } from './change-data.ts';
import { rosters, rowSchema } from './fields.ts';
import { verdictOf } from './conditions.ts';

/** A value in a field that the conditions hide, and the data without such values. */
export interface Cleared {
  data: Data;
  /** What was taken out, so that the browser can say so. */
  cleared: Address[];
}

/** A cleared value may have been what another condition looked at; no form has longer chains. */
const LONGEST_CHAIN = 20;

const clearObject = (model: FormModel, group: Field, data: Data): { data: Data; fields: string[] } => {
  const fields: string[] = [];
  let current = data;
  for (let round = 0; round < LONGEST_CHAIN; round += 1) {
    const hidden = [...verdictOf(model, group, current).hidden].filter(
      (path) => valueAt(current, path.split('.')) !== undefined,
    );
    if (hidden.length === 0) break;
    fields.push(...hidden);
    current = hidden.reduce((object, path) => withoutValue(object, path.split('.')), current);
  }
  return { data: current, fields };
};

/** Takes out what conditions hide, in the head and in every row. Data in which nothing is hidden comes back as it is. */
export const clearHidden = (model: FormModel, data: Data): Cleared => {
  const head = clearObject(model, model.form, data);
  const cleared: Address[] = head.fields.map((field) => ({ field }));
  let current = head.data;
  for (const { key: roster, path } of rosters(model.form)) {
    const rows = valueAt(current, path);
    if (!Array.isArray(rows)) continue;
    const schema = rowSchema(model.form, roster);
    const results = rows.map((row) =>
      isRecord(row) ? clearObject(model, schema, row) : { data: row as unknown, fields: [] },
    );
    const found = results.flatMap(({ fields }, i) =>
      fields.map((field): Address => {
        const row = rowId(rows[i]);
        return row === '' ? { roster, field } : { roster, row, field };
      }),
    );
    if (found.length === 0) continue;
    cleared.push(...found);
    current = withValue(
      current,
      path,
      results.map((result) => result.data),
    );
  }
  return { data: current, cleared };
};
