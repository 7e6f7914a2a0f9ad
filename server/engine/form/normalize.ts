import type { Field } from '../../contract/definition/field.ts';
import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import { resolve } from './fields.ts';
import { codeOf, splitList, textOfNumber, withoutGroups } from './normalize-step.ts';

/**
 * What is done to data before it is validated, the same in browser, API and import: the steps that a field names, then
 * `null` and `""` are taken out at every depth (`[]` stays). Keys that the form does not know are kept, so that
 * validation can refuse them. Whatever the order in which a field names its steps, they run in one order:
 * nfkc, trim, digits, thousands, prefix, list, ditto. Doing it twice changes nothing more.
 */

type Step = NonNullable<Field['x-normalize']>[number];

/** Marks that repeat the cell above. */
const DITTO = new Set(['〃', '″', '"', '\u3003', '同上', '同前', 'ditto']);

const isNumeric = (field: Field): boolean => field.type === 'integer' || field.type === 'number';

interface Place {
  model: FormModel;
  /** The row before this one, already normalised. */
  above: Data | null;
}

const normalizeText = (field: Field, text: string, steps: ReadonlySet<Step>): string | number => {
  let value = steps.has('nfkc') ? text.normalize('NFKC') : text;
  if (steps.has('trim')) value = value.trim();
  if (steps.has('digits')) value = textOfNumber(value);
  if (steps.has('thousands')) value = withoutGroups(value);
  const turnsToNumber = isNumeric(field) && (steps.has('digits') || steps.has('thousands'));
  const isPlain = /^-?\d{1,15}(\.\d{1,15})?$/.test(value.trim());
  return turnsToNumber && isPlain ? Number(value.trim()) : value;
};

const normalizeValue = (field: Field, value: unknown, place: Place): unknown => {
  const steps: ReadonlySet<Step> = new Set(field['x-normalize'] ?? []);
  const plain = typeof value === 'string' ? normalizeText(field, value, steps) : value;
  const coded = steps.has('prefix') ? codeOf(place.model, field, plain) : plain;
  if (!steps.has('list') || field.type !== 'array') return coded;
  const items = splitList(coded);
  return Array.isArray(items) ? items.map((item) => codeOf(place.model, field, item)) : items;
};

const repeated = (field: Field, key: string, { value, above }: { value: unknown; above: Data | null }): unknown => {
  const isDitto =
    typeof value === 'string' && field['x-normalize']?.includes('ditto') === true && DITTO.has(value.trim());
  const before = isDitto ? above?.[key] : undefined;
  return before ?? value;
};

const isNothing = (value: unknown): boolean => value === undefined || value === null || value === '';

/** Without `null` and `""`, whatever the form says of it. */
const compact = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.filter((item) => !isNothing(item)).map(compact);
  if (!isRecord(value)) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, item]) => !isNothing(item))
      .map(([key, item]) => [key, compact(item)]),
  );
};

const normalizeRows = (model: FormModel, row: Field, rows: readonly unknown[]): unknown[] => {
  let above: Data | null = null;
  return rows.map((one) => {
    if (!isRecord(one)) return one;
    above = normalizeObject(row, one, { model, above });
    return above;
  });
};

const normalizeField = (field: Field, value: unknown, place: Place): unknown => {
  const { model } = place;
  if (field.properties !== undefined) {
    return isRecord(value) ? normalizeObject(field, value, { model, above: null }) : value;
  }
  const items = field.items === undefined ? undefined : resolve(model.form, field.items);
  if (items?.properties !== undefined) return Array.isArray(value) ? normalizeRows(model, items, value) : value;
  return normalizeValue(field, value, place);
};

const normalizeObject = (group: Field, data: Data, { model, above }: Place): Data => {
  const entries = Object.entries(data).map(([key, value]): [string, unknown] => {
    const properties = group.properties ?? {};
    const raw = Object.hasOwn(properties, key) ? properties[key] : undefined;
    if (raw === undefined) return [key, value];
    const field = resolve(model.form, raw);
    return [key, normalizeField(field, repeated(field, key, { value, above }), { model, above })];
  });
  return compact(Object.fromEntries(entries)) as Data;
};

/** The data as it is validated and stored. */
export const normalize = (model: FormModel, data: Data): Data =>
  normalizeObject(model.form, data, { model, above: null });
