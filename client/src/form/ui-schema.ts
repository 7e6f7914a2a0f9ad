import type { UiSchema } from '@rjsf/utils';
import type { Field } from '#contract/definition/field.ts';
import { textIn } from '#contract/text.ts';
import { isRoster, isSection } from './kind.ts';

/** Which of our fields draws a property: rosters by the grid, sections by RJSF itself, every single value by its widget. */
const fieldName = (field: Field): string | undefined =>
  isRoster(field) ? 'roster' : isSection(field) ? undefined : 'value';

const uiOf = (field: Field, locale: string): UiSchema => {
  const name = fieldName(field);
  return {
    'ui:title': textIn(field.title, locale),
    ...(name === undefined ? childrenOf(field, locale) : { 'ui:field': name, 'ui:options': { source: field } }),
  };
};

const childrenOf = (field: Field, locale: string): UiSchema => {
  const properties = Object.entries(field.properties ?? {});
  return {
    'ui:order': [...properties.map(([key]) => key), '*'],
    ...Object.fromEntries(properties.map(([key, child]) => [key, uiOf(child, locale)])),
  };
};

/** How RJSF shows a form, derived whole from the form itself: one field, one place. The schema stays untouched. */
export const uiSchemaOf = (form: Field, locale: string): UiSchema => childrenOf(form, locale);
