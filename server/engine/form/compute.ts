import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';
import { isSame } from '../data.ts';
import type { FormModel } from '../environment.ts';
import { compileIn, evaluateIn } from '../environment-evaluate.ts';
import type { Located } from '../environment-evaluate.ts';
import type { FormFacts } from '../environment-values.ts';
import { formValues, rowValues } from '../environment-values.ts';
import type { Values } from '../expression-value.ts';
import { valueAt } from './address.ts';
import { withRows, withValue } from './change-data.ts';
import type { Placed } from './fields.ts';
import { allFields, findRoster } from './fields.ts';

/** Fields whose value is an expression, computed after what they depend on. */

interface Computed {
  placed: Placed;
  /** As references name it: `form.total`, `form.rows.amount`. */
  path: string;
  located: Located;
}

const computedFields = (model: FormModel): Computed[] =>
  allFields(model.form).flatMap((placed) => {
    const text = placed.field['x-computed'];
    if (text === undefined) return [];
    const place: Located['place'] = placed.roster === null ? { at: 'form' } : { at: 'row', roster: placed.roster };
    return [{ placed, path: ['form', ...placed.path].join('.'), located: { place, text } }];
  });

const dependsOn = (model: FormModel, one: Computed, other: Computed): boolean => {
  const compiled = compileIn(model, one.located);
  return compiled.ok && compiled.references.has(other.path);
};

export interface ComputeOrder {
  fields: Computed[];
  /** Fields that need each other and therefore have no value, as dotted paths. */
  cycle: string[];
}

const known = new WeakMap<FormModel, ComputeOrder>();

/** The computed fields in an order in which each comes after those that it reads. */
export const computeOrder = (model: FormModel): ComputeOrder => {
  const found = known.get(model);
  if (found !== undefined) return found;
  const fields: Computed[] = [];
  let waiting = computedFields(model);
  for (;;) {
    const ready = waiting.filter((one) => !waiting.some((other) => dependsOn(model, one, other)));
    if (ready.length === 0) break;
    fields.push(...ready);
    waiting = waiting.filter((one) => !ready.includes(one));
  }
  const order = { fields, cycle: waiting.map(({ placed }) => placed.path.join('.')) };
  known.set(model, order);
  return order;
};

const put = (holder: Data, keys: readonly string[], value: unknown): Data =>
  isSame(valueAt(holder, keys), value) ? holder : withValue(holder, keys, value);

const valueOf = (model: FormModel, { located, placed }: Computed, values: Values): unknown => {
  const result = evaluateIn(model, located, values);
  if (!result.ok) return undefined;
  const isInstant = placed.field.format === 'date-time' && typeof result.value === 'number';
  return isInstant ? new Date(result.value as number).toISOString() : result.value;
};

const computeRows = (model: FormModel, computed: Computed, { data, values }: { data: Data; values: Values }): Data => {
  const { placed } = computed;
  const path = findRoster(model.form, placed.roster ?? '')?.path ?? [];
  const rows = valueAt(data, path);
  if (!Array.isArray(rows)) return data;
  const keys = placed.path.slice(path.length);
  const changed = withRows(rows, (row, i) => put(row, keys, valueOf(model, computed, rowValues(values, row, i))));
  return changed === rows ? data : withValue(data, path, changed);
};

/** The data with every computed field made anew; one without a value is left out. The same data where nothing changed. */
export const compute = (model: FormModel, data: Data, facts: FormFacts): Data => {
  const base = formValues(model, data, facts);
  return computeOrder(model).fields.reduce((current, computed) => {
    const values = { ...base, form: current };
    if (computed.placed.roster !== null) return computeRows(model, computed, { data: current, values });
    const holder = computed.placed.path.slice(0, -1);
    const isMissing = holder.length > 0 && !isRecord(valueAt(current, holder));
    return isMissing ? current : put(current, computed.placed.path, valueOf(model, computed, values));
  }, data);
};
