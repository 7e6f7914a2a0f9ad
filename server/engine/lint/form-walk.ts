import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Path } from './check.ts';

/** One field where it stands in the form's text. */
export interface FieldAt {
  /** Through `properties` and `items`, as the text has it. */
  path: Path;
  key: string;
  field: Field;
  /** The object in whose `properties` it stands. */
  group: Field;
  /** Its keys from the top: `rows.amount`. */
  name: string;
  /** Key of the roster whose rows it belongs to. */
  roster: string | null;
}

interface Level {
  path: Path;
  name: string;
  roster: string | null;
}

const walk = (group: Field, level: Level): FieldAt[] =>
  Object.entries(group.properties ?? {}).flatMap(([key, field]): FieldAt[] => {
    const path = [...level.path, 'properties', key];
    const name = level.name === '' ? key : `${level.name}.${key}`;
    const here: FieldAt = { path, key, field, group, name, roster: level.roster };
    const rows =
      field.items?.properties === undefined ? [] : walk(field.items, { path: [...path, 'items'], name, roster: key });
    return [here, ...walk(field, { path, name, roster: level.roster }), ...rows];
  });

const walked = new WeakMap<Form, FieldAt[]>();

/** Every field, section and roster of a form, outer before inner; walked once a form, because every check asks. */
export const fieldsIn = (form: Form): readonly FieldAt[] => {
  const known = walked.get(form) ?? walk(form, { path: [], name: '', roster: null });
  walked.set(form, known);
  return known;
};

/** One object of a form: the form itself, a section, or the row of a roster. */
export interface GroupAt {
  path: Path;
  group: Field;
  name: string;
  roster: string | null;
}

/** Every object of a form, outer before inner. */
export const groupsIn = (form: Form): GroupAt[] => [
  { path: [], group: form, name: '', roster: null },
  ...fieldsIn(form).flatMap(({ path, field, name, key, roster }): GroupAt[] => {
    if (field.properties !== undefined) return [{ path, group: field, name, roster }];
    if (field.items?.properties === undefined) return [];
    return [{ path: [...path, 'items'], group: field.items, name, roster: key }];
  }),
];
