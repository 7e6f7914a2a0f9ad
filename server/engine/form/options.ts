import type { Code, Field } from '../../contract/definition/field.ts';
import { textIn } from '../../contract/text.ts';
import type { FormModel } from '../environment.ts';
import { holds } from '../environment-evaluate.ts';
import { optionValues } from '../environment-values.ts';
import { tableValues } from '../environment-programme.ts';
import type { Values } from '../expression-value.ts';
import { resolve, titleIn } from './fields.ts';

/** One choice as it is offered. */
export interface Choice {
  const: Code;
  title: string;
  /** The text field that this choice asks for. */
  other: string | null;
  /** Kept for old data, offered no more. */
  retired: boolean;
}

interface Source {
  table: string;
  where: string | null;
}

const sourcesOf = (field: Field): Source[] => {
  const given = field['x-options'];
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map((source) =>
    typeof source === 'string' ? { table: source, where: null } : { table: source.table, where: source.where ?? null },
  );
};

/** The field that carries the choices: of a field of several, its items. */
const carrier = (model: FormModel, field: Field): Field => {
  const items = field.items === undefined ? undefined : resolve(model.form, field.items);
  return items !== undefined && (items.oneOf ?? items.enum ?? items['x-options']) !== undefined ? items : field;
};

const written = (field: Field, locale: string): Choice[] => {
  const options = field.oneOf?.map((option): Choice => ({
    const: option.const,
    title: titleIn(option, locale),
    other: option['x-other'] ?? null,
    retired: option['x-retired'] === true,
  }));
  return (
    options ?? field.enum?.map((code) => ({ const: code, title: String(code), other: null, retired: false })) ?? []
  );
};

const offers = (model: FormModel, { table, where }: Source, values: Values | null) => {
  const rows = tableValues(model.programme)[table] ?? {};
  return (key: string): boolean => {
    if (where === null || values === null) return true;
    return (
      holds(model, { place: { at: 'option', table }, text: where }, optionValues(values, rows[key] ?? {})) !== false
    );
  };
};

const fromTable = (model: FormModel, field: Field, { source, locale, values }: Asked): Choice[] => {
  const rows = Object.entries(model.programme.tables?.[source.table]?.rows ?? {});
  const isOffered = offers(model, source, values);
  return rows
    .filter(([key]) => isOffered(key))
    .map(([key, row]): Choice => {
      const title = row['title'];
      const isText = typeof title === 'string' || (typeof title === 'object' && !Array.isArray(title));
      const asks = row['other'] === true ? field['x-other'] : undefined;
      return {
        const: key,
        title: isText ? textIn(title, locale) : key,
        other: asks ?? null,
        retired: row['retired'] === true,
      };
    });
};

interface Asked {
  source: Source;
  locale: string;
  values: Values | null;
}

const unique = (choices: Choice[]): Choice[] => [...new Map(choices.map((choice) => [choice.const, choice])).values()];

export const hasChoices = (model: FormModel, field: Field): boolean => {
  const of = carrier(model, field);
  return of.oneOf !== undefined || of.enum !== undefined || of['x-options'] !== undefined;
};

/** Every choice that a field may hold, whoever asks: what data is read with. */
export const allChoices = (model: FormModel, field: Field, locale: string): Choice[] => {
  const of = carrier(model, field);
  const given = { ...field, ...of };
  return unique([
    ...written(of, locale),
    ...sourcesOf(of).flatMap((source) => fromTable(model, given, { source, locale, values: null })),
  ]);
};

/**
 * The choices offered to one organisation: rows of a table for which `where` does not fail. Retired ones are left out.
 * `values` are those of the form's place (`formValues`).
 */
export const offeredChoices = (model: FormModel, field: Field, { values, locale }: Offer): Choice[] => {
  const of = carrier(model, field);
  const given = { ...field, ...of };
  return unique([
    ...written(of, locale),
    ...sourcesOf(of).flatMap((source) => fromTable(model, given, { source, locale, values })),
  ]).filter(({ retired }) => !retired);
};

export interface Offer {
  values: Values;
  locale: string;
}
