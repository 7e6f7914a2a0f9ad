import type { Field } from '../../contract/definition/field.ts';
import { type FieldKind, fieldKind } from '../form/field-kind.ts';

/** What a field holds, as keywords ask for it. */
export type Sort = Exclude<FieldKind, 'value'> | 'text' | 'number' | 'boolean';

const NUMBERS = ['integer', 'number'];

export const sortOf = (field: Field): Sort => {
  const kind = fieldKind(field);
  if (kind !== 'value') return kind;
  if (NUMBERS.includes(field.type ?? '') || typeof field.const === 'number') return 'number';
  return field.type === 'boolean' || typeof field.const === 'boolean' ? 'boolean' : 'text';
};

export const SORT_WORDS: Record<Sort, readonly [zh: string, en: string]> = {
  text: ['文字', 'a text'],
  number: ['数字', 'a number'],
  boolean: ['是否', 'a yes/no'],
  choice: ['单选', 'a choice'],
  list: ['多选或文件', 'a list of choices or files'],
  roster: ['名单', 'a roster'],
  section: ['分组（object）', 'a section (object)'],
};
