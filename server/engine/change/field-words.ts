import type { Field } from '../../contract/definition/field.ts';
import type { FindingText } from '../../contract/finding.ts';
import { fieldKind } from '../form/field-kind.ts';
import { say } from '../lint/check.ts';
import { named } from './shown-value.ts';

/** What a field is called in a sentence, by what it is and where it stands. */
export const thingOf = (field: Field, isColumn: boolean): FindingText => {
  const kind = fieldKind(field);
  if (kind === 'section') return say('部分', 'section');
  if (kind === 'roster') return say('名单', 'roster');
  return isColumn ? say('列', 'column') : say('填写项', 'field');
};

/** 列“性别”. */
export const calledField = (field: Field, key: string, isColumn: boolean): FindingText => {
  const thing = thingOf(field, isColumn);
  const name = named(field, key);
  return say(`${thing['zh-CN']}${name['zh-CN']}`, `${thing.en} ${name.en}`);
};

export const TYPES: Readonly<Record<string, FindingText>> = {
  string: say('文字', 'text'),
  integer: say('整数', 'integer'),
  number: say('数字', 'number'),
  boolean: say('是否', 'yes or no'),
  array: say('多项', 'list'),
  object: say('一组', 'section'),
};

export const FORMATS: Readonly<Record<string, FindingText>> = {
  date: say('日期', 'date'),
  'date-time': say('日期时间', 'date and time'),
  month: say('月份', 'month'),
  time: say('时间', 'time'),
  email: say('电子邮箱', 'e-mail address'),
  uri: say('网址', 'web address'),
  uuid: say('标识符', 'identifier'),
};

export const PRIVACY: Readonly<Record<string, FindingText>> = {
  name: say('姓名', 'a name'),
  phone: say('电话', 'a phone number'),
  id_number: say('证件号码', 'an identity number'),
  address: say('住址', 'an address'),
  sensitive: say('敏感信息', 'sensitive'),
};
