import type { Field, Total } from '../../contract/definition/field.ts';
import { textIn } from '../../contract/text.ts';
import type { FormModel } from '../environment.ts';
import type { Quantity } from '../expression-number.ts';
import { add, compare, quantity, quantityText } from '../expression-number.ts';
import { isRecord } from '../data.ts';
import type { Data } from '../data.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import { allFields, resolve, rosters, rowSchema, sections, titleIn } from './fields.ts';
import type { Issue } from './issue.ts';

/**
 * `x-totals`: a total is the sum of its parts (`eq`), or at least their sum (`ge`). A part is a field beside the total, a
 * field of a section (`section.field`), or a column of a roster (`roster.column`). Where several relations hold one total
 * and all fail, the total itself is wrong and marked alone; where only some fail, their parts are marked.
 */

interface Cell {
  keys: (string | number)[];
  value: Quantity | null;
}

const numberAt = (value: unknown): Quantity | null =>
  typeof value === 'number' && Number.isFinite(value) ? quantity(value) : null;

const keysOf = (path: string): string[] => path.split(/[./]/);

const cellsAt = (data: Data, path: string): Cell[] => {
  const keys = keysOf(path);
  const [first = '', ...rest] = keys;
  const rows = data[first];
  if (!Array.isArray(rows)) return [{ keys, value: numberAt(valueAt(data, keys)) }];
  return rows.map((row, i) => ({ keys: [first, i, ...rest], value: numberAt(valueAt(row, rest)) }));
};

interface Judged {
  rule: Total;
  total: Cell;
  parts: Cell[];
  sum: Quantity;
  fails: boolean;
}

/** A total or parts that are not filled in say nothing; one missing part of several counts as zero. */
const judge = (data: Data, rule: Total): Judged | null => {
  const [total] = cellsAt(data, rule.total);
  const parts = rule.parts.flatMap((part) => cellsAt(data, part));
  const filled = parts.flatMap(({ value }) => (value === null ? [] : [value]));
  if (total === undefined || total.value === null || filled.length === 0) return null;
  const sum = filled.reduce(add, 0);
  const order = compare(total.value, sum);
  return { rule, total, parts, sum, fails: rule.relation === 'ge' ? order < 0 : order !== 0 };
};

interface Group {
  field: Field;
  data: Data;
  holder: readonly (string | number)[];
}

const titleOf = (model: FormModel, group: Field, { path, locale }: { path: string; locale: string }): string => {
  const found = keysOf(path).reduce<Field>((field, key) => {
    const inside = field.items === undefined ? field : resolve(model.form, field.items);
    return resolve(model.form, inside.properties?.[key] ?? {});
  }, group);
  return titleIn(found, locale) || path;
};

const sentence = (model: FormModel, group: Field, { judged, locale }: { judged: Judged; locale: string }): string => {
  const { rule, total, sum } = judged;
  if (rule.message !== undefined) return textIn(rule.message, locale);
  const name = titleOf(model, group, { path: rule.total, locale });
  const parts = rule.parts.map((path) => titleOf(model, group, { path, locale }));
  const given = total.value === null ? '' : quantityText(total.value);
  const isLeast = rule.relation === 'ge';
  if (locale.startsWith('zh')) {
    return `${name}（${given}）应${isLeast ? '不少于' : '等于'}${parts.join('、')}之和（${quantityText(sum)}）`;
  }
  return `${name} (${given}) must be ${isLeast ? 'at least' : ''} the sum of ${parts.join(', ')} (${quantityText(sum)})`.replace(
    '  ',
    ' ',
  );
};

const suspects = (judged: Judged, relations: readonly Judged[]): Cell[] => {
  const ofThisTotal = relations.filter(({ rule }) => rule.total === judged.rule.total);
  if (ofThisTotal.length === 1) return [judged.total, ...judged.parts];
  return ofThisTotal.every(({ fails }) => fails) ? [judged.total] : judged.parts;
};

const checkGroup = (model: FormModel, { field, data, holder }: Group, locale: string): Issue[] => {
  const relations = (field['x-totals'] ?? []).flatMap((rule) => judge(data, rule) ?? []);
  return relations
    .filter(({ fails }) => fails)
    .map((judged): Issue => {
      const [first, ...others] = suspects(judged, relations).map(({ keys }) => pointer(...holder, ...keys));
      return {
        pointer: first ?? pointer(...holder),
        message: sentence(model, field, { judged, locale }),
        severity: 'error',
        code: 'total',
        ...(others.length === 0 ? {} : { related: others }),
      };
    });
};

const groupsOf = (model: FormModel, data: Data): Group[] => {
  const { form } = model;
  const head: Group = { field: form, data, holder: [] };
  const inSections = sections(form).flatMap(({ field, path, roster }): Group[] => {
    const value = valueAt(data, path);
    return roster === null && isRecord(value) ? [{ field, data: value, holder: path }] : [];
  });
  const inRows = rosters(form).flatMap(({ key, path }) => {
    const field = rowSchema(form, key);
    if (field['x-totals'] === undefined) return [];
    return rowsOf(form, data, key).map((row, i): Group => ({ field, data: row, holder: [...path, i] }));
  });
  return [head, ...inSections, ...inRows];
};

const hasTotals = (model: FormModel): boolean =>
  [
    model.form,
    ...allFields(model.form).map(({ field }) => field),
    ...rosters(model.form).map(({ key }) => rowSchema(model.form, key)),
  ].some((field) => field['x-totals'] !== undefined);

export const checkTotals = (model: FormModel, data: Data, locale: string): Issue[] =>
  hasTotals(model) ? groupsOf(model, data).flatMap((group) => checkGroup(model, group, locale)) : [];
