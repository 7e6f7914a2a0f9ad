import type { Code, Field } from '../contract/definition/field.ts';
import type { Programme } from '../contract/definition/programme.ts';

/** One choice that a field may hold, whether written in the form or in a table of the programme. */
export interface Choice {
  code: Code;
  /** The text field that this choice asks for. */
  other: string | undefined;
}

export type Tables = NonNullable<Programme['tables']>;

const sourcesOf = (field: Field): string[] => {
  const given = field['x-options'];
  if (given === undefined) return [];
  return (Array.isArray(given) ? given : [given]).map((source) => (typeof source === 'string' ? source : source.table));
};

const fromTable = (field: Field, table: string, tables: Tables): Choice[] =>
  Object.entries(tables[table]?.rows ?? {}).map(([code, row]) => ({
    code,
    other: row['other'] === true ? field['x-other'] : undefined,
  }));

/** All choices of a field in their order, each code once; undefined where the field is no choice. */
export const choicesOf = (field: Field, tables: Tables): Choice[] | undefined => {
  const written =
    field.oneOf?.map((option): Choice => ({ code: option.const, other: option['x-other'] })) ??
    field.enum?.map((code): Choice => ({ code, other: undefined }));
  const sources = sourcesOf(field);
  if (written === undefined && sources.length === 0) return undefined;
  const all = [...(written ?? []), ...sources.flatMap((table) => fromTable(field, table, tables))];
  return [...new Map(all.map((choice) => [choice.code, choice])).values()];
};
