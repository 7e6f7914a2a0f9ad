import type { PeriodRule, Periods } from '../../contract/definition/deadline.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { named, oneOf, shownValue } from './shown-value.ts';
import { type Tell, part, setting, table } from './telling.ts';

type Kinds = Programme['organisation_kinds'];
type Named = Extract<PeriodRule, { list: unknown }>;
type Recurring = Exclude<PeriodRule, Named>;
type Window = Named['list'][number];
type Every = Recurring['every'];

const UNITS: Record<Every, ReturnType<typeof say>> = {
  day: say('每日', 'every day'),
  week: say('每周', 'every week'),
  month: say('每月', 'every month'),
  quarter: say('每季度', 'every quarter'),
  half_year: say('每半年', 'every half-year'),
  year: say('每年', 'every year'),
};

const rule = (zh: string, en: string, show = shownValue): Tell<unknown> => setting('B', say(zh, en), show);

const WINDOW = table<Window>({
  key: rule('代码', 'the key'),
  title: setting('A', say('名称', 'the title')),
  from: rule('开始日期', 'the first day'),
  to: rule('结束日期', 'the last day'),
  due: rule('截止日期', 'the due day'),
});

const byKey = (windows: readonly Window[]): Record<string, Window> =>
  Object.fromEntries(windows.map((window) => [window.key, window]));

const windows = entries<Window>({
  thing: say('报送期', 'period'),
  added: 'B',
  removed: 'B',
  name: (window) => named(window, window.key),
  inside: WINDOW,
});

const RULE = table<Named & Recurring>({
  list: ({ before, after }, place) =>
    windows(
      {
        before: before === undefined ? undefined : byKey(before),
        after: after === undefined ? undefined : byKey(after),
      },
      place,
    ),
  every: rule('周期', 'how often', oneOf(UNITS)),
  day: rule('截止日', 'the due day'),
  overflow: rule('当月没有该日时', 'where a month lacks the day'),
  due: rule('截止日的算法', 'how the due day is counted'),
  from: rule('开始日期', 'the first day'),
  to: rule('结束日期', 'the last day'),
  window: rule('填报范围', 'the window'),
}) as Tell<PeriodRule>;

/** The windows of a workflow, by kind of organisation where they differ. */
export const periods =
  (kinds: Kinds): Tell<Periods> =>
  ({ before, after }, given) => {
    const place = part(given, [], say('报送周期', 'the periods'));
    const forKinds = (rules: Periods | undefined): Record<string, PeriodRule> | undefined =>
      rules !== undefined && 'for' in rules ? rules.for : undefined;
    const plain = (rules: Periods | undefined): PeriodRule | undefined =>
      rules !== undefined && !('for' in rules) ? rules : undefined;
    return [
      ...RULE({ before: plain(before), after: plain(after) }, place),
      ...entries<PeriodRule>({
        thing: say('适用于', 'for'),
        added: 'B',
        removed: 'B',
        order: 'B',
        name: (_, key) => named(kinds[key], key),
        inside: RULE,
      })({ before: forKinds(before), after: forKinds(after) }, { ...place, path: [...place.path, 'for'] }),
    ];
  };
