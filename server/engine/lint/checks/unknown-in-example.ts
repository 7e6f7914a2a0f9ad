import type { Field } from '../../../contract/definition/field.ts';
import { isRecord } from '../../data.ts';
import { type Check, type Path, type Reference, formsOf, say, unknownAmong } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** The keys that an example of a section or of a roster's row gives, each with its place. */
const keysIn = (example: unknown, path: Path): Reference[] => {
  if (Array.isArray(example)) return example.flatMap((row, index) => keysIn(row, [...path, index]));
  return isRecord(example) ? Object.keys(example).map((name) => ({ path: [...path, name], name })) : [];
};

const fieldsOf = ({ properties, items }: Field): Field['properties'] => properties ?? items?.properties;

/** An example that names fields which the form does not have shows nothing for them. */
export const unknownInExample: Check = {
  code: 'unknown-in-example',
  severity: 'warning',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      [{ path: [] as Path, field: form as Field }, ...fieldsIn(form)].flatMap(({ path, field }) => {
        const known = fieldsOf(field);
        if (known === undefined) return [];
        const names = keysIn(field['x-example'], [...path, 'x-example']);
        return unknownAmong(of, names, { thing: say('字段', 'field'), known: Object.keys(known) });
      }),
    ),
};
