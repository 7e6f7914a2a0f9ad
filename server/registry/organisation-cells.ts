import { Day } from '../contract/duration.ts';
import type { FindingText } from '../contract/finding.ts';
import { Key } from '../contract/key.ts';
import { OrganisationCode } from '../contract/wire/organisation.ts';
import { say } from './place.ts';

/** The cells of `organisations.csv` that hold more than a text. Several entries in a cell are parted by `;`. */

export interface KindTag {
  kind: string;
  from: string | null;
  to: string | null;
}

export type Read<Value> = { value: Value } | { problem: FindingText; suggestion?: FindingText };

const entries = (cell: string): string[] =>
  cell
    .split(/[;；]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');

/** All entries read, or the first that cannot be. */
const each = <Value>(cell: string, read: (entry: string) => Read<Value>): Read<Value[]> => {
  const values: Value[] = [];
  for (const entry of entries(cell)) {
    const one = read(entry);
    if ('problem' in one) return one;
    values.push(one.value);
  }
  return { value: values };
};

const isDay = (text: string): boolean => text === '' || Day.safeParse(text).success;

const readKind = (entry: string): Read<KindTag> => {
  const [, kind = '', from = '', to = ''] = /^([^@]+?)(?:@(.*?)\.\.(.*))?$/.exec(entry) ?? [];
  if (!Key.safeParse(kind).success || !isDay(from) || !isDay(to))
    return {
      problem: say(`“${entry}”不是单位类别`, `"${entry}" is no kind of organisation`),
      suggestion: say(
        '写类别的名称或代码，有期限的写“类别@开始..结束”，多个用 ; 分隔',
        'Write the kind\'s title or key, with days of validity as "kind@from..to", several parted by ;',
      ),
    };
  return { value: { kind, from: from === '' ? null : from, to: to === '' ? null : to } };
};

/** Keys of kinds by what people call them. */
export type KindNames = ReadonlyMap<string, string>;

const keyed = (entry: string, names: KindNames): string => {
  const [, name = '', days = ''] = /^([^@]*)(@.*)?$/.exec(entry) ?? [];
  const key = names.get(name.trim().toLowerCase());
  return key === undefined ? entry : key + days;
};

/** `primary_care;clinic@2024-01-01..2024-12-31`, by key or by the title that people know. */
export const readKinds = (cell: string, names: KindNames = new Map()): Read<KindTag[]> =>
  each(cell, (entry) => readKind(keyed(entry, names)));

const readRelation = (entry: string): Read<{ name: string; code: string }> => {
  const [, name = '', code = ''] = /^([^=:：]+)[=:：](.+)$/.exec(entry) ?? [];
  if (Key.safeParse(name.trim()).success && OrganisationCode.safeParse(code.trim()).success)
    return { value: { name: name.trim(), code: code.trim() } };
  return {
    problem: say(`“${entry}”不是单位关系`, `"${entry}" is no relation`),
    suggestion: say('写“关系=单位代码”，多个用 ; 分隔', 'Write "relation=code", several parted by ;'),
  };
};

/** `supervisor=county_office;partner=school_7`, by relation. */
export const readRelations = (cell: string): Read<Record<string, string[]>> => {
  const read = each(cell, readRelation);
  if ('problem' in read) return read;
  const relations: Record<string, string[]> = {};
  for (const { name, code } of read.value) relations[name] = [...(relations[name] ?? []), code];
  return { value: relations };
};

type Attribute = string | number | boolean;

const attributeValue = (text: string): Attribute => {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^-?(0|[1-9]\d{0,14})(\.\d{1,10})?$/.test(text) ? Number(text) : text;
};

const readAttribute = (entry: string): Read<[string, Attribute]> => {
  const [, name = '', value = ''] = /^([^=]+)=(.*)$/.exec(entry) ?? [];
  if (Key.safeParse(name.trim()).success) return { value: [name.trim(), attributeValue(value.trim())] };
  return {
    problem: say(`“${entry}”不是属性`, `"${entry}" is no attribute`),
    suggestion: say('写“名称=值”，多个用 ; 分隔', 'Write "name=value", several parted by ;'),
  };
};

/** `beds=120;rural=true`. */
export const readAttributes = (cell: string): Read<Record<string, Attribute>> => {
  const read = each(cell, readAttribute);
  return 'problem' in read ? read : { value: Object.fromEntries(read.value) };
};
