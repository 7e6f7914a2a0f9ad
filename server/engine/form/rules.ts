import type { Field, Rule } from '../../contract/definition/field.ts';
import type { FormModel, Place } from '../environment.ts';
import { holds } from '../environment-evaluate.ts';
import { rowValues } from '../environment-values.ts';
import { tell } from '../expression-template.ts';
import type { Values } from '../expression-value.ts';
import { pointer, rowsOf } from './address.ts';
import { allFields, findRoster, rowSchema } from './fields.ts';
import type { Issue } from './issue.ts';

/** `x-rules`: conditions that the data must meet. One that cannot be told, because a field is not filled in, is passed over. */

interface Stand {
  rule: Rule;
  place: Place;
  /** Keys from the holder (the form, or a row) to the cell that is marked. */
  at: readonly string[];
}

const keysOf = (at: string): string[] => at.split(/[./]/).filter((key) => key !== '');

const standing = (field: Field, place: Place, path: readonly string[]): Stand[] => {
  const isLeaf = field.properties === undefined;
  return (field['x-rules'] ?? []).map((rule) => {
    const holder = isLeaf && rule.at !== undefined ? path.slice(0, -1) : path;
    return { rule, place, at: rule.at === undefined ? path : [...holder, ...keysOf(rule.at)] };
  });
};

/** Rules of the head: of the form, its sections, its single fields and its rosters as wholes. */
const headRules = (model: FormModel): Stand[] => {
  const fields = allFields(model.form).filter(({ roster }) => roster === null);
  const place: Place = { at: 'form' };
  return [
    ...standing({ ...model.form, properties: {} }, place, []),
    ...fields.flatMap(({ field, path }) => standing(field, place, path)),
  ];
};

const rowRules = (model: FormModel, roster: string): Stand[] => {
  const place: Place = { at: 'row', roster };
  const skip = findRoster(model.form, roster)?.path.length ?? 1;
  const fields = allFields(model.form).filter((placed) => placed.roster === roster && placed.kind !== 'roster');
  return [
    ...standing({ ...rowSchema(model.form, roster), properties: {} }, place, []),
    ...fields.flatMap(({ field, path }) => standing(field, place, path.slice(skip))),
  ];
};

interface Rules {
  head: Stand[];
  rosters: { key: string; path: readonly string[]; rules: Stand[] }[];
}

const known = new WeakMap<FormModel, Rules>();

const rulesOf = (model: FormModel): Rules => {
  const found = known.get(model) ?? {
    head: headRules(model),
    rosters: allFields(model.form)
      .filter(({ kind, roster }) => kind === 'roster' && roster === null)
      .map(({ key, path }) => ({ key, path, rules: rowRules(model, key) }))
      .filter(({ rules }) => rules.length > 0),
  };
  known.set(model, found);
  return found;
};

interface Asked {
  values: Values;
  locale: string;
  holder: readonly (string | number)[];
}

const broken = (model: FormModel, stands: readonly Stand[], { values, locale, holder }: Asked): Issue[] =>
  stands
    .filter(({ rule, place }) => holds(model, { place, text: rule.expr }, values) === false)
    .map(({ rule, place, at }) => ({
      pointer: pointer(...holder, ...at),
      message: tell(model, rule.message, { place, values, locale }),
      severity: rule.severity ?? 'error',
      code: 'rule',
    }));

export const checkRules = (model: FormModel, values: Values, locale: string): Issue[] => {
  const { head, rosters } = rulesOf(model);
  const data = values['form'] as Record<string, unknown>;
  return [
    ...broken(model, head, { values, locale, holder: [] }),
    ...rosters.flatMap(({ key, path, rules }) =>
      rowsOf(model.form, data, key).flatMap((row, i) =>
        broken(model, rules, { values: rowValues(values, row, i), locale, holder: [...path, i] }),
      ),
    ),
  ];
};
