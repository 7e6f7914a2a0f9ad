import type { Field, Limit } from '../../contract/definition/field.ts';
import { textIn } from '../../contract/text.ts';
import type { FormModel } from '../environment.ts';
import type { Data } from '../data.ts';
import { isNothing } from '../data.ts';
import { pointer, rowsOf } from './address.ts';
import { rosters, rowSchema, resolve, titleIn } from './fields.ts';
import type { Issue } from './issue.ts';

/** `x-limit`: how many rows may be alike in some fields. Rows that leave one of the fields empty are not compared. */

const limitsOf = (field: Field): Limit[] => {
  const given = field['x-limit'];
  return given === undefined ? [] : Array.isArray(given) ? given : [given];
};

const likeness = (row: Data, by: readonly string[]): string | null => {
  const values = by.map((key) => row[key]);
  return values.some(isNothing) ? null : JSON.stringify(values);
};

interface Surplus {
  index: number;
  /** The first row that is alike. */
  first: number;
}

const surplusRows = (rows: readonly Data[], { by, max }: Limit): Surplus[] => {
  const seen = new Map<string, number[]>();
  return rows.flatMap((row, index) => {
    const like = likeness(row, by);
    if (like === null) return [];
    const before = seen.get(like) ?? [];
    seen.set(like, [...before, index].slice(0, max));
    return before.length < max ? [] : [{ index, first: before[0] ?? 0 }];
  });
};

const sentence = (
  titles: readonly string[],
  { max }: Limit,
  { first, locale }: { first: number; locale: string },
): string => {
  const zh = locale.startsWith('zh');
  const names = titles.join(zh ? '、' : ', ');
  if (max === 1) return zh ? `${names}与第${first + 1}行重复` : `The same ${names} as row ${first + 1}`;
  return zh ? `${names}相同的最多${max}行` : `At most ${max} rows may have the same ${names}`;
};

export const checkLimits = (model: FormModel, data: Data, locale: string): Issue[] =>
  rosters(model.form).flatMap(({ key, path, field }) => {
    const schema = rowSchema(model.form, key);
    const rows = rowsOf(model.form, data, key);
    return limitsOf(field).flatMap((limit) => {
      const titles = limit.by.map((one) => titleIn(resolve(model.form, schema.properties?.[one] ?? {}), locale) || one);
      return surplusRows(rows, limit).map(({ index, first }): Issue => ({
        pointer: pointer(...path, index, limit.by[0] ?? ''),
        message:
          limit.message === undefined ? sentence(titles, limit, { first, locale }) : textIn(limit.message, locale),
        severity: 'error',
        code: 'limit',
        related: limit.by.slice(1).map((one) => pointer(...path, index, one)),
      }));
    });
  });
