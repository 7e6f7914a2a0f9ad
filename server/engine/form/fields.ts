import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { LocalText } from '../../contract/text.ts';
import { textIn } from '../../contract/text.ts';

/** A form walked in the order of its text: head fields, sections, rosters, and the addresses of their cells. */

/** A field itself, or what its `$ref` inside the form points to, with the field's own keywords on top. */
export const resolve = (form: Form, field: Field): Field => {
  const key = field.$ref?.slice('#/$defs/'.length);
  const target = key === undefined ? undefined : form.$defs?.[key];
  return target === undefined ? field : { ...target, ...field };
};

type FieldKind = 'field' | 'section' | 'roster';

const kindOf = (field: Field, items: Field | null): FieldKind => {
  if (field.type === 'object' || field.properties !== undefined) return 'section';
  return items?.properties === undefined ? 'field' : 'roster';
};

/** One field where it stands in the form. */
export interface Placed {
  /** Keys from the top; a roster's key stands before those of its row's fields. */
  path: readonly string[];
  key: string;
  field: Field;
  kind: FieldKind;
  /** The roster in whose rows it stands. */
  roster: string | null;
  /** Required whatever else is filled in. */
  required: boolean;
}

interface Level {
  path: readonly string[];
  roster: string | null;
}

/** Sections and rosters nest no deeper; a definition that refers to itself ends here. */
export const DEEPEST = 8;

const walk = (form: Form, group: Field, { path, roster }: Level): Placed[] => {
  if (path.length >= DEEPEST) return [];
  return Object.entries(group.properties ?? {}).flatMap(([key, raw]) => {
    const field = resolve(form, raw);
    const items = field.items === undefined ? null : resolve(form, field.items);
    const placed: Placed = {
      path: [...path, key],
      key,
      field,
      kind: kindOf(field, items),
      roster,
      required: group.required?.includes(key) === true,
    };
    if (placed.kind === 'section') return [placed, ...walk(form, field, { path: placed.path, roster })];
    const inRows = placed.kind === 'roster' && roster === null && items !== null;
    return inRows ? [placed, ...walk(form, items, { path: placed.path, roster: key })] : [placed];
  });
};

const walked = new WeakMap<Form, readonly Placed[]>();

/** Every field of the form in order: a section or a roster stands before its own fields. */
export const allFields = (form: Form): readonly Placed[] => {
  const known = walked.get(form) ?? walk(form, form, { path: [], roster: null });
  walked.set(form, known);
  return known;
};

/** Fields that stand once in the form, those of sections included, sections and rosters themselves left out. */
export const headFields = (form: Form): Placed[] =>
  allFields(form).filter(({ roster, kind }) => roster === null && kind === 'field');

export const rosters = (form: Form): Placed[] => allFields(form).filter(({ kind }) => kind === 'roster');

export const sections = (form: Form): Placed[] => allFields(form).filter(({ kind }) => kind === 'section');

export const findRoster = (form: Form, roster: string): Placed | undefined =>
  rosters(form).find(({ key }) => key === roster);

/** The schema of a roster's rows. */
export const rowSchema = (form: Form, roster: string): Field =>
  resolve(form, findRoster(form, roster)?.field.items ?? {});

/** The fields of a roster's rows in order. */
export const rowFields = (form: Form, roster: string): Placed[] =>
  allFields(form).filter((placed) => placed.roster === roster && placed.kind !== 'section');

export const findField = (form: Form, path: readonly string[]): Placed | undefined =>
  allFields(form).find((placed) => placed.path.join('/') === path.join('/'));

/** What can carry a title: a field, a roster, a form, an option. */
export interface Titled {
  title?: LocalText | undefined;
  'x-title'?: LocalText | undefined;
}

/** A title in the wanted language: a translation beside it in `x-title`, else the title itself. */
export const titleIn = (titled: Titled, locale: string): string => {
  const translations = titled['x-title'];
  const base = locale.split('-')[0];
  const near = typeof translations === 'object' ? Object.entries(translations) : [];
  const translated = near.find(([tag]) => tag === locale) ?? near.find(([tag]) => tag.split('-')[0] === base);
  return translated?.[1] ?? textIn(titled.title, locale);
};
