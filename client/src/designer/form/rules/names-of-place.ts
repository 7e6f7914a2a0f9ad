import type { FormModel, Place } from '#engine/environment.ts';
import { environmentFor } from '#engine/environment.ts';
import type { ValueType } from '#engine/expression-type.ts';
import { fieldAt, keyOf } from '../place.ts';
import { titleOf } from '../names.ts';

/** A name that an expression may use, with what it is called on the sheet. */
export interface Named {
  text: string;
  title: string;
  type: ValueType['is'];
  /** The first word, under which names are listed together. */
  group: string;
}

const DEEPEST = 3;
const MOST = 600;

const titled = (model: FormModel, place: Place, text: string, locale: string): string => {
  const [first = '', ...keys] = text.split('.');
  const inRow = 'roster' in place && first === 'row';
  if (first !== 'form' && !inRow) return '';
  const path = inRow ? [place.roster, ...keys] : keys;
  const field = fieldAt(model.form, path);
  return field === undefined || path.length === 0 ? '' : titleOf(field, keyOf(path), locale);
};

const inside = (type: ValueType, text: string, depth: number): { text: string; type: ValueType }[] => {
  const own = { text, type };
  if (type.is !== 'object' || depth >= DEEPEST) return [own];
  return [...type.fields].flatMap(([key, slot]) => inside(slot.type, `${text}.${key}`, depth + 1));
};

/** Every name of a place, as it would be typed. Rows of a roster are reached through functions, so lists are not entered. */
export const namesOfPlace = (model: FormModel, place: Place, locale: string): Named[] =>
  [...environmentFor(model, place).names]
    .filter(([name]) => name !== 'previous')
    .flatMap(([name, slot]) => inside(slot.type, name, 0))
    .slice(0, MOST)
    .map(({ text, type }) => ({
      text,
      title: titled(model, place, text, locale),
      type: type.is,
      group: text.split('.')[0] ?? '',
    }));

/** Columns of the rosters, to be used inside `sum`, `all` and the like. */
export const columnsOfRosters = (
  model: FormModel,
  locale: string,
): { roster: string; column: string; title: string; isNumber: boolean }[] =>
  Object.entries(model.form.properties).flatMap(([roster, field]) =>
    Object.entries(field.items?.properties ?? {}).map(([column, inner]) => ({
      roster,
      column,
      title: `${titleOf(field, roster, locale)} › ${titleOf(inner, column, locale)}`,
      isNumber: inner.type === 'integer' || inner.type === 'number',
    })),
  );
