import type { Field } from '../../../contract/definition/field.ts';
import { type Check, type Path, type Remark, type Subject, formsOf, say } from '../check.ts';
import { SORT_WORDS, type Sort, sortOf } from '../field-sort.ts';
import { fieldsIn, groupsIn } from '../form-walk.ts';

/** What a keyword applies to. */
const TEXT: Sort[] = ['text'];
const NUMBER: Sort[] = ['number'];
const MANY: Sort[] = ['list', 'roster'];
const OBJECT: Sort[] = ['section'];

const PLACES: Partial<Record<keyof Field, readonly Sort[]>> = {
  format: TEXT,
  minLength: TEXT,
  maxLength: TEXT,
  pattern: TEXT,
  'x-checksum': TEXT,
  minimum: NUMBER,
  maximum: NUMBER,
  exclusiveMinimum: NUMBER,
  exclusiveMaximum: NUMBER,
  multipleOf: NUMBER,
  minItems: MANY,
  maxItems: MANY,
  uniqueItems: ['list'],
  items: MANY,
  'x-limit': ['roster'],
  'x-file': ['list', 'text'],
  'x-na': ['text', 'number', 'choice', 'boolean'],
  'x-ref': TEXT,
  'x-normalize': ['text', 'number', 'boolean', 'choice', 'list'],
  const: ['text', 'number', 'boolean'],
  properties: OBJECT,
  required: OBJECT,
  dependentRequired: OBJECT,
  if: OBJECT,
  then: OBJECT,
  else: OBJECT,
  allOf: OBJECT,
  'x-rules': OBJECT,
  'x-totals': OBJECT,
};

const remarksOn = (of: Subject, field: Field, path: Path): Remark[] => {
  const sort = sortOf(field);
  return Object.keys(field).flatMap((keyword): Remark[] => {
    const sorts = Object.hasOwn(PLACES, keyword) ? PLACES[keyword as keyof Field] : undefined;
    if (sorts === undefined || sorts.includes(sort)) return [];
    const wanted = sorts.map((one) => SORT_WORDS[one]);
    return [
      {
        of,
        path: [...path, keyword],
        message: say(
          `${keyword} 用于${wanted.map(([zh]) => zh).join('、')}，这里是${SORT_WORDS[sort][0]}`,
          `${keyword} is for ${wanted.map(([, en]) => en).join(' or ')}; this is ${SORT_WORDS[sort][1]}`,
        ),
        suggestion: say(`请删去 ${keyword}，或改正 type`, `Delete ${keyword}, or mend the type`),
      },
    ];
  });
};

/** A keyword stands where it has a meaning; elsewhere it would be passed over in silence. */
export const keywordMisplaced: Check = {
  code: 'keyword-misplaced',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) => [
      ...groupsIn(form)
        .filter(({ group }) => group.if === undefined && (group.then !== undefined || group.else !== undefined))
        .map(({ path, group }) => ({
          of,
          path: [...path, group.then === undefined ? 'else' : 'then'],
          message: say('then 和 else 需要 if', 'then and else need an if'),
          suggestion: say('请加上 if', 'Add if'),
        })),
      ...fieldsIn(form).flatMap(({ field, path }) => [
        ...remarksOn(of, field, path),
        ...(field.items === undefined ? [] : remarksOn(of, field.items, [...path, 'items'])),
      ]),
    ]),
};
