import type { Option } from '../../contract/definition/field.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { orderChange } from './entries.ts';
import { inBoth, quoted } from './shown-value.ts';
import { type Place, type Tell, at, change, part, same, setting, table, text } from './telling.ts';

const codeOf = ({ const: code }: Option): string => JSON.stringify(code);

/** “8 其他”: a code that is a number is what people know a choice by. */
const nameOf = ({ const: code, title }: Option): FindingText => {
  if (typeof code !== 'number') return quoted(title);
  const both = inBoth(title);
  return quoted({ 'zh-CN': `${String(code)} ${both['zh-CN']}`, en: `${String(code)} ${both.en}` });
};

const option = (one: Option): FindingText => {
  const name = nameOf(one);
  return say(`选项${name['zh-CN']}`, `option ${name.en}`);
};

const renamedTitle =
  (was: Option): Tell<unknown> =>
  ({ after }, place) => {
    const [old, now] = [option(was), quoted(after as Option['title'])];
    const words = say(`${old['zh-CN']}改名为${now['zh-CN']}`, `${old.en} is now called ${now.en}`);
    return [change(place, 'A', at(place, words))];
  };

const inside = (was: Option, now: Option, { place, index }: { place: Place; index: number }): Change[] => {
  const own = part(place, [index], option(was));
  const rest = table<Option>({
    const: setting('E', say('代码', 'the code')),
    title: () => [],
    'x-title': text(say('其他语言的名称', 'the name in other languages')),
    'x-other': setting('C', say('需要说明的填写项', 'the field that it asks for')),
    'x-retired': setting('C', say('停用', 'being retired')),
  })({ before: was, after: now }, own);
  if (same(was.title, now.title)) return rest;
  const named = { ...place, path: [...place.path, index, 'title'] };
  return [...renamedTitle(was)({ before: was.title, after: now.title }, named), ...rest];
};

/** Options by their permanent codes: what is stored keeps its meaning where only a title or the order changes. */
export const options: Tell<Option[]> = ({ before = [], after = [] }, place) => {
  const old = new Map(before.map((one) => [codeOf(one), one]));
  const now = new Set(after.map(codeOf));
  const gone = before.filter((one) => !now.has(codeOf(one)));
  const isNew = (one: Option): boolean => !old.has(codeOf(one));
  const recoded = new Set<Option>();
  const lines = after.flatMap((one, index): Change[] => {
    const was = old.get(codeOf(one));
    if (was !== undefined) return same(was, one) ? [] : inside(was, one, { place, index });
    const here = { ...place, path: [...place.path, index] };
    const from = gone.find((other) => !recoded.has(other) && same(other.title, one.title));
    const name = option(one);
    if (from === undefined) return [change(here, 'C', at(place, say(`新增${name['zh-CN']}`, `${name.en} is new`)))];
    recoded.add(from);
    const words = say(
      `${name['zh-CN']}的代码从 ${codeOf(from)} 改为 ${codeOf(one)}`,
      `the code of ${name.en} changed from ${codeOf(from)} to ${codeOf(one)}`,
    );
    return [change(here, 'E', at(place, words))];
  });
  const removed = gone
    .filter((one) => !recoded.has(one))
    .map((one) => {
      const name = option(one);
      return change(place, 'E', at(place, say(`删去${name['zh-CN']}`, `${name.en} is gone`)));
    });
  const kept = (all: readonly Option[]): string[] => all.filter((one) => !isNew(one)).map(codeOf);
  const order = orderChange(before.map(codeOf), kept(after), { place, thing: say('选项', 'the options') });
  return [...removed, ...lines, ...order];
};
