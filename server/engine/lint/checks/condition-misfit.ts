import type { Field, Limits, Probe } from '../../../contract/definition/field.ts';
import { type Check, type Remark, type Subject, formsOf, say } from '../check.ts';
import { type LimitAt, conditionalsIn, limitsIn } from '../condition-walk.ts';
import type { Dossier } from '../dossier.ts';
import { SORT_WORDS, type Sort, sortOf } from '../field-sort.ts';

const PLACES: Partial<Record<keyof Probe | keyof Limits, readonly Sort[]>> = {
  minLength: ['text'],
  maxLength: ['text'],
  pattern: ['text'],
  minimum: ['number'],
  maximum: ['number'],
  exclusiveMinimum: ['number'],
  exclusiveMaximum: ['number'],
  multipleOf: ['number'],
  minItems: ['list', 'roster'],
  maxItems: ['list', 'roster'],
  contains: ['list'],
  properties: ['section'],
  required: ['section'],
  const: ['text', 'number', 'boolean', 'choice'],
  enum: ['text', 'number', 'boolean', 'choice'],
};

const misplaced = (of: Subject, { path, limit, field }: LimitAt): Remark[] => {
  const sort = sortOf(field);
  return Object.keys(limit).flatMap((word): Remark[] => {
    const sorts = PLACES[word as keyof typeof PLACES];
    if (sorts === undefined || sorts.includes(sort)) return [];
    return [
      {
        of,
        path: [...path, word],
        message: say(`${word} 不能用于${SORT_WORDS[sort][0]}`, `${word} has no meaning for ${SORT_WORDS[sort][1]}`),
        suggestion: say(`请删去 ${word}，或换一个字段`, `Delete ${word}, or name another field`),
      },
    ];
  });
};

/** The codes that a choice knows; undefined where the field is none, or its table is not there. */
const codesOf = (dossier: Dossier, field: Field): unknown[] | undefined => {
  const given = field['x-options'];
  const tables = (given === undefined ? [] : [given].flat()).map(
    (source) => dossier.programme.tables?.[typeof source === 'string' ? source : source.table],
  );
  if (tables.some((table) => table === undefined)) return undefined;
  const written = field.oneOf?.map((option) => option.const) ?? field.enum;
  if (written === undefined && given === undefined) return undefined;
  return [...(written ?? []), ...tables.flatMap((table) => Object.keys(table?.rows ?? {}))];
};

const TYPES: Partial<Record<Sort, string>> = { text: 'string', number: 'number', boolean: 'boolean' };

const isPossible = (dossier: Dossier, field: Field, code: unknown): boolean => {
  if (code === field['x-na']) return true;
  const codes = codesOf(dossier, field);
  if (codes !== undefined) return codes.includes(code);
  const type = TYPES[sortOf(field)];
  return type === undefined || typeof code === type;
};

const impossible = (dossier: Dossier, of: Subject, { path, limit, field }: LimitAt): Remark[] => {
  const asked = [
    ...(limit.const === undefined ? [] : [{ path: [...path, 'const'], code: limit.const }]),
    ...(limit.enum ?? []).map((code, index) => ({ path: [...path, 'enum', index], code })),
  ];
  return asked
    .filter(({ code }) => !isPossible(dossier, field, code))
    .map(({ path: at, code }) => ({
      of,
      path: at,
      message: say(`此字段不可能是 ${JSON.stringify(code)}`, `This field can never be ${JSON.stringify(code)}`),
      suggestion: say(
        '请核对代码及其类型（文字加引号，数字不加）',
        'Look at the code and its type: texts in quotes, numbers without',
      ),
    }));
};

const pointless = (of: Subject, dossier: Dossier): Remark[] => {
  const form = dossier.forms.get(of.key);
  if (form === undefined) return [];
  return conditionalsIn(form)
    .filter(({ conditional }) => conditional.then === undefined && conditional.else === undefined)
    .map(({ path }) => ({
      of,
      path: [...path, 'if'],
      message: say('if 没有 then 和 else，不起作用', 'An if without then and else does nothing'),
      suggestion: say('请加上 then 或 else', 'Add then or else'),
    }));
};

/** A condition that asks what its field can never answer would silently never hold. */
export const conditionMisfit: Check = {
  code: 'condition-misfit',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) => [
      ...pointless(of, dossier),
      ...limitsIn(form).flatMap((at) => [...misplaced(of, at), ...impossible(dossier, of, at)]),
    ]),
};
