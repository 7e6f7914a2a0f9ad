import type { Field } from '../../contract/definition/field.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import type { Values } from '../expression-value.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import type { Placed } from './fields.ts';
import { allFields, findRoster, resolve, titleIn } from './fields.ts';
import type { Issue } from './issue.ts';
import { allChoices, offeredChoices } from './options.ts';

/**
 * Choices of a table that are not for this organisation, though the schema knows them. Codes that nobody knows are the
 * schema's business; a retired choice that stands in old data is left alone.
 */

const hasWhere = (model: FormModel, field: Field): boolean => {
  const items = field.items === undefined ? {} : resolve(model.form, field.items);
  const sources = [field['x-options'], items['x-options']].flat();
  return sources.some((source) => typeof source === 'object' && source.where !== undefined);
};

const chosen = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

interface Told {
  values: Values;
  locale: string;
}

const refusedCodes = (model: FormModel, field: Field, { values, locale }: Told): Map<unknown, string> => {
  const offered = new Set(offeredChoices(model, field, { values, locale }).map((choice) => choice.const));
  const others = allChoices(model, field, locale).filter((one) => !one.retired && !offered.has(one.const));
  return new Map(others.map((choice) => [choice.const, choice.title]));
};

const cellsOf = (model: FormModel, placed: Placed, data: Data): { pointer: string; value: unknown }[] => {
  if (placed.roster === null) return [{ pointer: pointer(...placed.path), value: valueAt(data, placed.path) }];
  const at = findRoster(model.form, placed.roster)?.path ?? [];
  const keys = placed.path.slice(at.length);
  return rowsOf(model.form, data, placed.roster).map((row, i) => ({
    pointer: pointer(...at, i, ...keys),
    value: valueAt(row, keys),
  }));
};

export const checkOffered = (model: FormModel, values: Values, locale: string): Issue[] => {
  const data = values['form'] as Data;
  return allFields(model.form)
    .filter(({ field, kind }) => kind === 'field' && hasWhere(model, field))
    .flatMap((placed) => {
      const refused = refusedCodes(model, placed.field, { values, locale });
      return cellsOf(model, placed, data).flatMap(({ pointer: at, value }): Issue[] => {
        const wrong = chosen(value).find((code) => refused.has(code));
        if (wrong === undefined) return [];
        const [title, choice] = [titleIn(placed.field, locale), refused.get(wrong) ?? ''];
        const message = locale.startsWith('zh')
          ? `${title}不能选择“${choice}”，该选项不适用于本单位`
          : `"${choice}" is not offered to this organisation for ${title}`;
        return [{ pointer: at, message, severity: 'error', code: 'option' }];
      });
    });
};
