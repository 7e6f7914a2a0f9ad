import type { RJSFSchema, ValidatorType } from '@rjsf/utils';
import type { Field } from '#contract/definition/field.ts';

/** A preview is drawn and not judged by schema: RJSF gets the bare structure, and nobody who finds faults. */

const NOTHING = { errors: [], errorSchema: {} };

export const drawingValidator: ValidatorType = {
  validateFormData: () => NOTHING,
  isValid: () => true,
  rawValidation: () => ({}),
};

/** Types alone: conditions, choices and limits are told by the engine's rules. */
export const drawingSchema = (field: Field): RJSFSchema => ({
  ...(field.type === undefined ? {} : { type: field.type }),
  ...(field.properties === undefined
    ? {}
    : {
        properties: Object.fromEntries(
          Object.entries(field.properties).map(([key, inner]) => [key, drawingSchema(inner)]),
        ),
      }),
  ...(field.type === 'array' ? { items: { type: field.items?.properties === undefined ? 'string' : 'object' } } : {}),
});
