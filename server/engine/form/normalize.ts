import type { Field } from '../../contract/definition/field.ts';
import { isNothing, isRecord, lookup } from '../data.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import { resolve } from './fields.ts';
import { codeOf, splitList, textOfNumber, withoutGroups } from './normalize-step.ts';

/**
 * What is done to data before it is validated, the same in browser, API and import: the steps that a field names, then
 * `null` and `""` are taken out at every depth (`[]` stays). Keys that the form does not know are kept, so that
 * validation can refuse them. Whatever the order in which a field names its steps, they run in one order:
 * ditto, nfkc, trim, digits, thousands, prefix, list. Doing it twice changes nothing more.
 */

type Step = NonNullable<Field['x-normalize']>[number];

/** Marks that repeat the cell above. */
const DITTO = new Set(['〃', '″', '"', '同上', '同前', 'ditto']);

const MOST_DIGITS = 15;

/** Longer numbers would lose digits as JavaScript numbers; they stay text for validation to refuse. */
const isPlainNumber = (text: string): boolean =>
  /^-?\d+(\.\d+)?$/.test(text) && text.replace(/\D/g, '').length <= MOST_DIGITS;

const isNumeric = (field: Field): boolean => field.type === 'integer' || field.type === 'number';

interface Place {
  model: FormModel;
  /** The row before this one, already normalised. */
  above: Data | null;
}

const normalizeText = (field: Field, text: string, named: ReadonlySet<Step>): string | number => {
  let value = named.has('nfkc') ? text.normalize('NFKC') : text;
  if (named.has('trim')) value = value.trim();
  if (named.has('digits')) value = textOfNumber(value);
  if (named.has('thousands')) value = withoutGroups(value);
  const turnsToNumber = isNumeric(field) && (named.has('digits') || named.has('thousands'));
  return turnsToNumber && isPlainNumber(value.trim()) ? Number(value.trim()) : value;
};

const stepsOf = new WeakMap<Field, ReadonlySet<Step>>();

const steps = (field: Field): ReadonlySet<Step> => {
  const known = stepsOf.get(field) ?? new Set(field['x-normalize'] ?? []);
  stepsOf.set(field, known);
  return known;
};

const normalizeValue = (field: Field, value: unknown, model: FormModel): unknown => {
  const named = steps(field);
  if (named.size === 0) return compact(value);
  const plain = typeof value === 'string' ? normalizeText(field, value, named) : value;
  const coded = named.has('prefix') ? codeOf(model, field, plain) : plain;
  if (!named.has('list') || field.type !== 'array') return compact(coded);
  const items = splitList(coded);
  return compact(Array.isArray(items) ? items.map((item) => codeOf(model, field, item)) : items);
};

const repeated = (field: Field, key: string, { value, above }: { value: unknown; above: Data | null }): unknown => {
  if (typeof value !== 'string' || !steps(field).has('ditto') || !DITTO.has(value.trim())) return value;
  return above?.[key] ?? value;
};

/** Without `null` and `""`, whatever the form says of it. */
const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => !isNothing(item)).map(compact);
  return isRecord(value) ? mapped(value, compact) : value;
};

/** An object with each value changed, and those left out that hold nothing afterwards. */
const mapped = (object: Data, change: (value: unknown, key: string) => unknown): Data => {
  const entries: [string, unknown][] = [];
  for (const [key, value] of Object.entries(object)) {
    const changed = change(value, key);
    if (!isNothing(changed)) entries.push([key, changed]);
  }
  return Object.fromEntries(entries);
};

const normalizeRows = (model: FormModel, row: Field, rows: readonly unknown[]): unknown[] => {
  let above: Data | null = null;
  return rows
    .filter((one) => !isNothing(one))
    .map((one) => {
      if (!isRecord(one)) return compact(one);
      above = normalizeObject(row, one, { model, above });
      return above;
    });
};

const normalizeField = (field: Field, value: unknown, model: FormModel): unknown => {
  if (field.properties !== undefined) {
    return isRecord(value) ? normalizeObject(field, value, { model, above: null }) : compact(value);
  }
  const items = field.items === undefined ? undefined : resolve(model.form, field.items);
  if (items?.properties === undefined) return normalizeValue(field, value, model);
  return Array.isArray(value) ? normalizeRows(model, items, value) : compact(value);
};

const normalizeObject = (group: Field, data: Data, { model, above }: Place): Data =>
  mapped(data, (value, key) => {
    const raw = lookup(group.properties, key);
    if (raw === undefined) return compact(value);
    const field = resolve(model.form, raw);
    return normalizeField(field, repeated(field, key, { value, above }), model);
  });

/** The data as it is validated and stored. */
export const normalize = (model: FormModel, data: Data): Data =>
  normalizeObject(model.form, data, { model, above: null });
