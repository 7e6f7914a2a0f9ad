import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';

/** A field by the keys above it and its own, from the top of the form; `[]` is the form itself. */
export type FieldPath = readonly string[];

/** Keys and indexes into the file. */
type FilePath = readonly (string | number)[];

type Box = Record<string | number, unknown>;

const at = (value: unknown, path: FilePath): unknown =>
  path.reduce<unknown>(
    (here, step) => (typeof here === 'object' && here !== null ? (here as Box)[step] : undefined),
    value,
  );

const put = (value: unknown, [step, ...rest]: FilePath, make: (old: unknown) => unknown): unknown => {
  if (step === undefined) return make(value);
  const box = value as Box;
  if (Array.isArray(value)) return value.map((one: unknown, index) => (index === step ? put(one, rest, make) : one));
  return { ...box, [step]: put(box[step], rest, make) };
};

const REF = '#/$defs/';

/** Where the fields of a group stand in the file: a reference is followed, a roster's fields are those of its rows. */
const insideOf = (form: Form, place: FilePath): FilePath => {
  const field = at(form, place) as Field | undefined;
  const target = field?.properties === undefined && field?.items === undefined ? field?.$ref : undefined;
  const here = target === undefined ? place : ['$defs', target.slice(REF.length)];
  const found = at(form, here) as Field | undefined;
  if (found?.items === undefined) return here;
  const items = [...here, 'items'];
  return found.items.$ref === undefined ? items : ['$defs', found.items.$ref.slice(REF.length)];
};

/** Where a field stands in the file. */
const filePathOf = (form: Form, path: FieldPath): FilePath =>
  path.reduce<FilePath>((place, key) => [...insideOf(form, place), 'properties', key], []);

const groupPathOf = (form: Form, path: FieldPath): FilePath =>
  path.length === 0 ? [] : insideOf(form, filePathOf(form, path));

/** The field as it stands in the file, without what its `$ref` brings. */
export const fieldAt = (form: Form, path: FieldPath): Field | undefined =>
  at(form, filePathOf(form, path)) as Field | undefined;

/** What holds the fields below `path`: the form itself, a section, or the row of a roster. */
export const groupAt = (form: Form, path: FieldPath): Field | undefined =>
  at(form, groupPathOf(form, path)) as Field | undefined;

/** Changes a field that is there; nothing happens to one that is not. */
export const editField = (form: Form, path: FieldPath, change: (field: Field) => Field): Form => {
  const field = fieldAt(form, path);
  if (field === undefined) return form;
  const next = change(field);
  return next === field ? form : (put(form, filePathOf(form, path), () => next) as Form);
};

export const editGroup = (form: Form, path: FieldPath, change: (group: Field) => Field): Form => {
  const group = groupAt(form, path);
  if (group === undefined) return form;
  const next = change(group);
  return next === group ? form : (put(form, groupPathOf(form, path), () => next) as Form);
};

export const parentOf = (path: FieldPath): FieldPath => path.slice(0, -1);
export const keyOf = (path: FieldPath): string => path.at(-1) ?? '';
/** As written in layouts, rules and rights: keys joined by dots. */
export const dotted = (path: FieldPath): string => path.join('.');
export const isSame = (one: FieldPath, other: FieldPath): boolean => dotted(one) === dotted(other);
/** Whether `path` lies in `above` or is it. */
export const isWithin = (path: FieldPath, above: FieldPath): boolean =>
  isSame(path.slice(0, above.length), above) && path.length >= above.length;

/** The field that a place in the file belongs to, with the keyword that it is about. */
export const fieldOfPlace = (path: FilePath): { path: FieldPath; keyword: string | null } => {
  const keys: string[] = [];
  let index = 0;
  while (index < path.length) {
    if (path[index] === 'items') index += 1;
    else if (path[index] === 'properties' && typeof path[index + 1] === 'string') {
      keys.push(String(path[index + 1]));
      index += 2;
    } else break;
  }
  const rest = path[index];
  return { path: keys, keyword: typeof rest === 'string' ? rest : null };
};
