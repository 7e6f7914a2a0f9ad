import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';

const isRow = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const rowsOf = (field: Field): Record<string, unknown>[] => {
  const given: unknown = field['x-example'] ?? field.items?.['x-example'];
  return [given].flat().filter(isRow);
};

/** The example rows of every roster, as if they were filled in. */
export const exampleData = (form: Form): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(form.properties).flatMap(([key, field]): [string, unknown][] => {
      if (field.items?.properties === undefined)
        return field['x-example'] === undefined ? [] : [[key, field['x-example']]];
      return [[key, rowsOf(field).map((row, index) => ({ ...row, _id: `example-${index}` }))]];
    }),
  );
