import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Data } from '../data.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import { allFields, findRoster } from './fields.ts';

/** `x-na`: a mark in place of a value satisfies `required` and otherwise counts as nothing filled in. */
export const isNotApplicable = (field: Field, value: unknown): boolean =>
  field['x-na'] !== undefined && value === field['x-na'];

/** Pointers of all cells that hold the mark. */
export const notApplicableCells = (form: Form, data: Data): string[] =>
  allFields(form).flatMap(({ field, path, roster }) => {
    if (field['x-na'] === undefined) return [];
    if (roster === null) return isNotApplicable(field, valueAt(data, path)) ? [pointer(...path)] : [];
    const at = findRoster(form, roster)?.path ?? [roster];
    const keys = path.slice(at.length);
    return rowsOf(form, data, roster).flatMap((row, i) =>
      isNotApplicable(field, valueAt(row, keys)) ? [pointer(...at, i, ...keys)] : [],
    );
  });
