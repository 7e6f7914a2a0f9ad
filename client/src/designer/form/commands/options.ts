import type { Code, Field, Option } from '#contract/definition/field.ts';
import { withEntry } from '../keyword.ts';

/** The choices of a field: codes are permanent, titles are free. Those of a multiple choice stand in its `items`. */

const isList = (field: Field): boolean => field.type === 'array';

export const optionsOf = (field: Field): readonly Option[] => (isList(field) ? field.items?.oneOf : field.oneOf) ?? [];

/** Choices are at least one, so that nothing happens where the last is taken away. */
const withOptions = (field: Field, options: readonly Option[]): Field => {
  if (options.length === 0) return field;
  if (isList(field)) return withEntry(field, 'items', withEntry(field.items ?? {}, 'oneOf', [...options]));
  return withEntry(field, 'oneOf', [...options]);
};

/** Numbers go on from the highest; other codes are `option_1`, `option_2` … */
export const nextCode = (options: readonly Option[], used: readonly Code[] = []): Code => {
  const codes = [...options.map((option) => option.const), ...used];
  const numbers = codes.filter((code): code is number => typeof code === 'number');
  if (numbers.length === codes.length) return Math.max(0, ...numbers) + 1;
  let n = codes.length + 1;
  while (codes.includes(`option_${String(n)}`)) n += 1;
  return `option_${String(n)}`;
};

export const addOption = (field: Field, option: Option): Field => {
  const options = optionsOf(field);
  if (options.some((one) => one.const === option.const)) return field;
  return withOptions(field, [...options, option]);
};

export const editOption = (field: Field, index: number, change: (option: Option) => Option): Field => {
  const options = optionsOf(field);
  const old = options[index];
  if (old === undefined) return field;
  const next = change(old);
  const isTaken = options.some((one, at) => at !== index && one.const === next.const);
  return next === old || isTaken ? field : withOptions(field, options.with(index, next));
};

export const removeOption = (field: Field, index: number): Field =>
  withOptions(
    field,
    optionsOf(field).filter((_, at) => at !== index),
  );

export const moveOption = (field: Field, from: number, to: number): Field => {
  const options = [...optionsOf(field)];
  const [moved] = options.splice(from, 1);
  if (moved === undefined || to < 0 || to > options.length) return field;
  options.splice(to, 0, moved);
  return withOptions(field, options);
};

/** A typed code: a whole number is kept as a number where all others are numbers. */
export const codeOf = (typed: string, options: readonly Option[]): Code => {
  const text = typed.trim();
  const areNumbers = options.every((option) => typeof option.const === 'number');
  return areNumbers && /^-?\d{1,15}$/.test(text) ? Number(text) : text;
};
