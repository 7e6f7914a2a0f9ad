import type { Deadline, DueRule } from '../../contract/definition/deadline.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { named, oneOf, shownLength, shownValue } from './shown-value.ts';
import { list } from './list.ts';
import { type Tell, setting, table, text } from './telling.ts';

type Kinds = Programme['organisation_kinds'];

const due = (zh: string, en: string, show = shownValue): Tell<unknown> => setting('B', say(zh, en), show);

const shownRemind = (value: unknown): FindingText => {
  const length = shownLength(value);
  return say(`（提前${length['zh-CN']}）`, `${length.en} ahead`);
};

const shownEscalation = (value: unknown): FindingText => {
  const { after, notify } = value as NonNullable<Deadline['escalate']>[number];
  const length = shownLength(after);
  return say(`（逾期${length['zh-CN']}后通知 ${notify.join('、')}）`, `to ${notify.join(', ')}, ${length.en} after`);
};

const RULE = {
  on: due('日期', 'the day'),
  time: due('时刻', 'the time of day'),
  at: due('截止时间的算法', 'the formula of the due date'),
  within: due('时限', 'the time allowed', shownLength),
  from: due('时限的起点', 'what the time is counted from'),
};

const dueRule = table<DueRule>(RULE);

const HOLIDAYS = {
  keep: say('不顺延', 'kept'),
  previous_workday: say('提前到前一个工作日', 'the working day before'),
  next_workday: say('顺延到下一个工作日', 'the next working day'),
};

const LATE = { accept_flagged: say('可补报并标记逾期', 'accepted and marked'), block: say('不再接收', 'refused') };

const deadline = (kinds: Kinds): Tell<Deadline> =>
  table<Deadline>({
    title: text(say('名称', 'the title')),
    ...RULE,
    for: entries<DueRule>({
      thing: say('适用于', 'for'),
      added: 'B',
      removed: 'B',
      order: 'B',
      name: (_, key) => named(kinds[key], key),
      inside: dueRule,
    }),
    default: (pair, place) =>
      dueRule(pair, { ...place, name: say(`${place.name['zh-CN']}（默认）`, `${place.name.en}, by default`) }),
    if_holiday: due('遇节假日', 'on a holiday', oneOf(HOLIDAYS)),
    remind: list({ thing: say('提醒', 'reminder'), grade: 'B', show: shownRemind }),
    grace: due('宽限期', 'the days of grace', shownLength),
    late: due('逾期后', 'what comes late', oneOf(LATE)),
    extension: due('延期规定', 'the rule for extensions'),
    escalate: list({ thing: say('催办', 'escalation'), grade: 'B', show: shownEscalation }),
    resume: due('再次进入时接续', 'going on at the next visit'),
  });

/** Due dates and what goes with them: class B, because running cases are planned again. */
export const deadlines = (kinds: Kinds): Tell<Readonly<Record<string, Deadline>>> =>
  entries<Deadline>({ thing: say('截止', 'deadline'), added: 'B', removed: 'B', inside: deadline(kinds) });
