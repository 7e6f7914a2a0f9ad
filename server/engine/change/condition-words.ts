import type {
  Condition,
  Conditional,
  Consequence,
  Field,
  Limits,
  Option,
  Probe,
} from '../../contract/definition/field.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import { joined, named, quoted, shownValue } from './shown-value.ts';

/** Conditions of a form as sentences: 当“是否参加培训”为“是”时，“培训时间”必填. */

type Fields = Readonly<Record<string, Field>> | undefined;

const both = (words: readonly FindingText[], zh: string, en: string): FindingText =>
  say(words.map((word) => word['zh-CN']).join(zh), words.map((word) => word.en).join(en));

const choiceTitle = (field: Field | undefined, code: unknown): FindingText => {
  const options: Option[] = field?.oneOf ?? field?.items?.oneOf ?? [];
  const found = options.find((option) => option.const === code);
  return found === undefined ? shownValue(code) : quoted(found.title);
};

const BOUNDS: readonly [keyof Probe & keyof Limits, string, string][] = [
  ['minimum', '不小于', 'at least'],
  ['maximum', '不大于', 'at most'],
  ['exclusiveMinimum', '大于', 'more than'],
  ['exclusiveMaximum', '小于', 'less than'],
  ['multipleOf', '为其倍数：', 'a multiple of'],
  ['minLength', '字数不少于', 'no shorter than'],
  ['maxLength', '字数不多于', 'no longer than'],
  ['pattern', '符合格式', 'of the form'],
  ['minItems', '项数不少于', 'with no fewer entries than'],
  ['maxItems', '项数不多于', 'with no more entries than'],
];

const boundsOf = (probe: Probe | Limits): FindingText[] =>
  BOUNDS.flatMap(([key, zh, en]) => {
    const value = probe[key];
    if (value === undefined) return [];
    const shown = shownValue(value);
    return [say(`${zh}${shown['zh-CN']}`, `${en} ${shown.en}`)];
  });

const wordsOfProbe = (probe: Probe | Limits, field: Field | undefined): FindingText[] => {
  const found = boundsOf(probe);
  if (probe.const !== undefined) {
    const value = choiceTitle(field, probe.const);
    found.push(say(`为${value['zh-CN']}`, `is ${value.en}`));
  }
  if (probe.enum !== undefined) {
    const values = joined(probe.enum.map((code) => choiceTitle(field, code)));
    found.push(say(`为${values['zh-CN']}之一`, `is one of ${values.en}`));
  }
  if (probe.required !== undefined) {
    const names = joined(probe.required.map((key) => named(field?.properties?.[key], key)));
    found.push(say(`填有${names['zh-CN']}`, `has ${names.en}`));
  }
  if ('contains' in probe && probe.contains !== undefined) {
    const inner = both(wordsOfProbe(probe.contains, field?.items), '且', ' and ');
    found.push(say(`含有一项${inner['zh-CN']}`, `has an entry that ${inner.en}`));
  }
  if ('not' in probe && probe.not !== undefined) {
    const inner = both(wordsOfProbe(probe.not, field), '且', ' and ');
    found.push(say(`不（${inner['zh-CN']}）`, `not (${inner.en})`));
  }
  for (const [key, one] of Object.entries(probe.properties ?? {})) found.push(wordsOfPart(key, one, field?.properties));
  return found;
};

const wordsOfPart = (key: string, one: Probe | Limits | false, fields: Fields): FindingText => {
  const name = named(fields?.[key], key);
  if (one === false) return say(`${name['zh-CN']}不填`, `${name.en} stays empty`);
  const inner = both(wordsOfProbe(one, fields?.[key]), '且', ' and ');
  return say(`${name['zh-CN']}${inner['zh-CN']}`, `${name.en} ${inner.en}`);
};

/** “是否参加培训”为“是”. */
const wordsOfCondition = (condition: Condition, fields: Fields): FindingText => {
  const parts: FindingText[] = Object.entries(condition.properties ?? {}).map(([key, probe]) =>
    wordsOfPart(key, probe, fields),
  );
  const asked = (condition.required ?? []).filter((key) => condition.properties?.[key] === undefined);
  for (const key of asked) {
    const name = named(fields?.[key], key);
    parts.push(say(`${name['zh-CN']}已填`, `${name.en} is filled in`));
  }
  const all = (condition.allOf ?? []).map((one) => wordsOfCondition(one, fields));
  if (all.length > 0) parts.push(both(all, '且', ' and '));
  const any = (condition.anyOf ?? []).map((one) => wordsOfCondition(one, fields));
  if (any.length > 0) parts.push(both(any, '，或', ', or '));
  if (condition.not !== undefined) {
    const inner = wordsOfCondition(condition.not, fields);
    parts.push(say(`不是（${inner['zh-CN']}）`, `not (${inner.en})`));
  }
  return both(parts, '且', ' and ');
};

const wordsOfConsequence = (consequence: Consequence, fields: Fields): FindingText[] => {
  const required = (consequence.required ?? []).map((key) => {
    const name = named(fields?.[key], key);
    return say(`${name['zh-CN']}必填`, `${name.en} is required`);
  });
  const limits = Object.entries(consequence.properties ?? {}).map(([key, limit]) => wordsOfPart(key, limit, fields));
  return [...required, ...limits];
};

/** One sentence for each branch of a condition. */
export const sentencesOf = (conditional: Partial<Conditional>, fields: Fields): FindingText[] => {
  if (conditional.if === undefined) return [];
  const when = wordsOfCondition(conditional.if, fields);
  const what = (consequence: Consequence): FindingText => both(wordsOfConsequence(consequence, fields), '、', ', ');
  const { then: one, else: other } = conditional;
  const [then, otherwise] = [one && what(one), other && what(other)];
  return [
    ...(then === undefined ? [] : [say(`当${when['zh-CN']}时，${then['zh-CN']}`, `when ${when.en}: ${then.en}`)]),
    ...(otherwise === undefined
      ? []
      : [say(`除非${when['zh-CN']}，否则${otherwise['zh-CN']}`, `unless ${when.en}: ${otherwise.en}`)]),
  ];
};
