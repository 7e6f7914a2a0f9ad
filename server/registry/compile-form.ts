import type { Field } from '../contract/definition/field.ts';
import { fieldKind } from '../engine/form/field-kind.ts';
import type { Form } from '../contract/definition/form.ts';
import { compileConditions, needsOne } from './compile-conditions.ts';
import { typesOf } from './field-types.ts';
import { type Tables, choicesOf } from './option-list.ts';
import { type SchemaObject, limitsOf, typeKeyword } from './schema-object.ts';

/**
 * From a loaded form to the schema that validates its data on both sides: every object closed, every choice a list of codes,
 * every row with its `_id`, every condition an `if/then/else`. Titles, widgets and expressions stay in the form.
 */

/** The identity of a roster's row: made by whoever adds the row, filled in where it is missing, never used twice. */
const ROW_ID = '_id';

/** A mark that satisfies `required` where a value does not apply. The rest of the field's schema then does not hold. */
const withMark = (schema: SchemaObject, mark: string): SchemaObject => {
  const { type, ...rest } = schema;
  const types = [type ?? []].flat();
  const isText = types.length === 1 && types[0] === 'string';
  return {
    ...typeKeyword(isText ? types : [...new Set([...types, 'string'])]),
    'x-na': { if: { not: { const: mark } }, then: isText ? { type, ...rest } : schema },
  };
};

const compileValue = (field: Field, tables: Tables): SchemaObject => {
  const choices = choicesOf(field, tables);
  return {
    ...typeKeyword(typesOf(field, tables)),
    ...(field.format === undefined ? {} : { format: field.format }),
    ...limitsOf(field),
    // A list without a row accepts nothing; lint tells the author.
    ...(choices === undefined ? {} : choices.length === 0 ? { not: {} } : { enum: choices.map(({ code }) => code) }),
  };
};

const compileList = (field: Field, tables: Tables): SchemaObject => {
  const files = field['x-file'];
  const { maxItems, ...limits } = limitsOf(field);
  const most = Math.min(...[maxItems, files?.maxCount].filter((limit) => typeof limit === 'number'));
  return {
    type: 'array',
    ...limits,
    ...(Number.isFinite(most) ? { maxItems: most } : {}),
    ...(field.uniqueItems === undefined ? {} : { uniqueItems: field.uniqueItems }),
    items: field.items === undefined ? { type: 'string', maxLength: 64 } : compileField(field.items, tables),
  };
};

const compileRoster = (field: Field, tables: Tables): SchemaObject => {
  const row = compileObject(field.items ?? {}, tables);
  return {
    type: 'array',
    ...limitsOf(field),
    items: { ...row, properties: { [ROW_ID]: { type: 'string', format: 'uuid' }, ...row.properties } },
  };
};

const compileField = (field: Field, tables: Tables): SchemaObject => {
  switch (fieldKind(field)) {
    case 'section':
      return compileObject(field, tables);
    case 'roster':
      return compileRoster(field, tables);
    case 'list':
      return compileList(field, tables);
    case 'choice':
    case 'value': {
      const schema = compileValue(field, tables);
      return field['x-na'] === undefined ? schema : withMark(schema, field['x-na']);
    }
  }
};

const compileObject = (object: Field, tables: Tables): SchemaObject => {
  const fields = Object.entries(object.properties ?? {});
  const properties = Object.fromEntries(fields.map(([key, field]) => [key, compileField(field, tables)]));
  for (const key of object.required ?? []) {
    const field = object.properties?.[key];
    if (field !== undefined && needsOne(field))
      properties[key] = { ...properties[key], minItems: Math.max(1, field.minItems ?? 0) };
  }
  const conditions = compileConditions(object, tables);
  return {
    type: 'object',
    properties,
    ...(object.required === undefined ? {} : { required: object.required }),
    ...(conditions.length === 0 ? {} : { allOf: conditions }),
    additionalProperties: false,
  };
};

/** The schema of a loaded form's data, with the programme's tables as they are at this version. */
export const compileForm = (form: Form, tables: Tables): SchemaObject => ({
  $id: form.$id,
  ...compileObject(form, tables),
});
