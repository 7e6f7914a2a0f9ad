import type { Deadline, DueRule, PeriodRule } from '../contract/definition/deadline.ts';
import type { Workflow } from '../contract/definition/workflow.ts';
import type { MoveDeadline } from '../contract/wire/deadline.ts';
import type { Calendar } from '../contract/definition/calendar.ts';
import { addDays } from './calendar.ts';
import type { Day, Period } from './case.ts';
import { lookup } from './data.ts';
import { periodsOfRule } from './period.ts';

/**
 * Moving a deadline of a workflow as edits of its definition: for everybody or for one kind of organisation, in all
 * periods or in one. A rule by kind is added where a kind had none of its own.
 */

/** A value of the definition to be set; `value` undefined takes it away. */
export interface DefinitionEdit {
  path: (string | number)[];
  value: unknown;
}

/** Why a rule cannot be moved so, for whoever asked. */
interface NoEdit {
  zh: string;
  en: string;
}

/** A due day that moves. */
export interface DayMove {
  from: Day;
  to: Day;
}

type Edits = { ok: true; edits: DefinitionEdit[]; moves: DayMove[] } | { ok: false; why: NoEdit };

/** For which periods the due day is not what the period says, by period. Null where the rule is another expression. */
export const movedPeriods = (at: string): Record<string, Day> | null => {
  const moved: Record<string, Day> = {};
  let rest = at.trim();
  for (;;) {
    const [, key, day, otherwise] = MOVED.exec(rest) ?? [];
    if (key === undefined || day === undefined || otherwise === undefined) break;
    moved[key] ??= day;
    rest = otherwise;
  }
  return rest === PERIOD_DUE ? moved : null;
};

const PERIOD_DUE = 'period.due';
const MOVED = /^period\.key == ["']([\w-]+)["'] \? date\(["'](\d{4}-\d{2}-\d{2})["']\) : (.+)$/s;

const expressionOf = (moved: Record<string, Day>): string =>
  [...Object.entries(moved).map(([key, day]) => `period.key == "${key}" ? date("${day}")`), PERIOD_DUE].join(' : ');

const no = (zh: string, en: string): { ok: false; why: NoEdit } => ({ ok: false, why: { zh, en } });

const NOT_A_LENGTH = no('该期限按日期规定，请填写日期', 'This deadline is a date; give a date');
const A_LENGTH = no('该期限按时长规定，请填写新的时长', 'This deadline is a length of time; give another length');
const AN_EXPRESSION = no(
  '该期限由表达式算出，请在流程设计中修改',
  'This deadline is worked out by an expression; change it in the workflow designer',
);
const NO_PERIODS = no('该流程没有这个周期', 'The workflow has no such period');
const WHICH_PERIOD = no(
  '各周期的截止日不同，请选择一个周期',
  'The periods are due on different days; choose one of them',
);
const BY_KIND = no(
  '各类单位同一周期的截止日不同，请按单位类型分别修改',
  'The kinds of organisations are due on different days in one period; change them kind by kind',
);
const NOTHING = no('没有可以修改的期限', 'There is no deadline to change');

interface Asked {
  workflow: Workflow;
  calendar: Calendar | null;
  wanted: Pick<MoveDeadline, 'period' | 'to'>;
}

/** A rule as it is to be, with what changes in the periods themselves. */
type NewRule = { ok: true; rule: DueRule; periods: DefinitionEdit[]; moves: DayMove[] } | { ok: false; why: NoEdit };

const moved = (asked: Asked, rule: DueRule, kind: string | null): NewRule => {
  const { to, period } = asked.wanted;
  if (rule.within !== undefined)
    return 'within' in to ? { ok: true, rule: { ...rule, within: to.within }, periods: [], moves: [] } : A_LENGTH;
  if ('within' in to) return NOT_A_LENGTH;
  if (rule.on === undefined) return movedInPeriods(asked, rule, kind);
  if (period !== undefined) return NO_PERIODS;
  const on = 'due' in to ? to.due : addDays(rule.on, to.days);
  return { ok: true, rule: { ...rule, on }, periods: [], moves: [{ from: rule.on, to: on }] };
};

/** A period of a list gets its new due day there; of one that recurs, the rule says the exception. */
const movedInPeriods = (asked: Asked, rule: DueRule, kind: string | null): NewRule => {
  const { to, period } = asked.wanted;
  const known = rule.at === undefined ? null : movedPeriods(rule.at);
  if (known === null || 'within' in to) return AN_EXPRESSION;
  const periods = periodsOf(asked.workflow, asked.calendar, kind).filter(
    ({ key }) => period === undefined || key === period,
  );
  if (periods.length === 0) return NO_PERIODS;
  if ('due' in to && new Set(periods.map(({ key }) => key)).size > 1) return WHICH_PERIOD;
  const dated = periods.map((one) => {
    const day = 'due' in to ? to.due : addDays(known[one.key] ?? one.due, to.days);
    return { ...one, day, isListed: one.path !== null && known[one.key] === undefined && isOnlyOne(asked.workflow) };
  });
  const named = dated.filter(({ isListed }) => !isListed);
  if (named.some(({ key, day }) => named.some((one) => one.key === key && one.day !== day))) return BY_KIND;
  const exceptions = { ...known, ...Object.fromEntries(named.map(({ key, day }) => [key, day])) };
  return {
    ok: true,
    rule: { ...rule, at: expressionOf(withoutIdle(exceptions, periods)) },
    periods: dated.flatMap(({ isListed, path, day }) => (isListed && path !== null ? [{ path, value: day }] : [])),
    moves: dated.map(({ key, due, day }) => ({ from: known[key] ?? due, to: day })),
  };
};

/** Whether no other deadline is due when the period says. */
const isOnlyOne = ({ deadlines = {} }: Workflow): boolean =>
  Object.values(deadlines).filter((deadline) => JSON.stringify(deadline).includes(PERIOD_DUE)).length === 1;

/** An exception that says what the period says anyhow is no exception. */
const withoutIdle = (days: Record<string, Day>, periods: readonly Period[]): Record<string, Day> =>
  Object.fromEntries(
    Object.entries(days).filter(([key, day]) => {
      const same = periods.filter((period) => period.key === key);
      return same.length === 0 || same.some(({ due }) => due !== day);
    }),
  );

/** A period with the place of its due day, where that stands in a list which is for exactly those who are meant. */
type PlacedPeriod = Period & { path: (string | number)[] | null };

/** The periods of one kind, or of everybody. */
const periodsOf = ({ periods }: Workflow, calendar: Calendar | null, kind: string | null): PlacedPeriod[] => {
  if (periods === undefined) return [];
  const rules: { path: string[] | null; rule: PeriodRule; kind: string | null }[] =
    'for' in periods
      ? Object.entries(periods.for).map(([one, rule]) => ({ path: ['periods', 'for', one], rule, kind: one }))
      : [{ path: kind === null ? ['periods'] : null, rule: periods, kind: null }];
  return rules
    .filter((one) => kind === null || one.kind === null || one.kind === kind)
    .flatMap(({ path, rule }) =>
      periodsOfRule(rule, calendar).map((period, index) => ({
        ...period,
        path: 'list' in rule && path !== null ? [...path, 'list', index, 'due'] : null,
      })),
    );
};

const WAYS = ['on', 'time', 'at', 'within', 'from'] as const;

const ownRule = (deadline: Deadline): DueRule =>
  Object.fromEntries(WAYS.flatMap((way) => (deadline[way] === undefined ? [] : [[way, deadline[way]]])));

const hasWay = (rule: DueRule): boolean => Object.keys(rule).length > 0;

/** The differences between two rules at one place. */
const editsOf = (path: (string | number)[], before: DueRule, after: DueRule): DefinitionEdit[] =>
  WAYS.filter((way) => before[way] !== after[way]).map((way) => ({ path: [...path, way], value: after[way] }));

interface RuleAt {
  path: (string | number)[];
  kind: string | null;
  rule: DueRule;
}

const rulesOf = (path: (string | number)[], deadline: Deadline): RuleAt[] => [
  ...Object.entries(deadline.for ?? {}).map(([kind, rule]) => ({ path: [...path, 'for', kind], kind, rule })),
  ...(deadline.default === undefined ? [] : [{ path: [...path, 'default'], kind: null, rule: deadline.default }]),
  ...(hasWay(ownRule(deadline)) ? [{ path, kind: null, rule: ownRule(deadline) }] : []),
];

const forAll = (asked: Asked, rules: readonly RuleAt[]): Edits => {
  const edits: DefinitionEdit[] = [];
  const moves: DayMove[] = [];
  for (const { path, kind, rule } of rules) {
    const after = moved(asked, rule, kind);
    if (!after.ok) return after;
    edits.push(...editsOf(path, rule, after.rule), ...after.periods);
    moves.push(...after.moves);
  }
  return rules.length === 0 ? NOTHING : { ok: true, edits, moves };
};

const forKind = (asked: Asked, { path, deadline }: { path: string[]; deadline: Deadline }, kind: string): Edits => {
  const own = deadline.for?.[kind];
  const general = own ?? deadline.default ?? ownRule(deadline);
  const after = moved(asked, general, kind);
  if (!after.ok) return after;
  const edits = [...after.periods, ...ruleOfKind({ path, deadline }, kind, { general, rule: after.rule })];
  return { ok: true, edits, moves: after.moves };
};

/** A kind that had no rule of its own gets one; what was said for all is then what is said for all others. */
const ruleOfKind = (
  { path, deadline }: { path: string[]; deadline: Deadline },
  kind: string,
  { general, rule }: { general: DueRule; rule: DueRule },
): DefinitionEdit[] => {
  const own = deadline.for?.[kind];
  if (own !== undefined) return editsOf([...path, 'for', kind], own, rule);
  if (editsOf(path, general, rule).length === 0) return [];
  const added: DefinitionEdit =
    deadline.for === undefined
      ? { path: [...path, 'for'], value: { [kind]: rule } }
      : { path: [...path, 'for', kind], value: rule };
  if (deadline.default !== undefined || !hasWay(general)) return [added];
  return [added, { path: [...path, 'default'], value: general }, ...editsOf(path, general, {})];
};

/** The edits of the workflow's definition that move a deadline for everybody or for one kind of organisation. */
export const deadlineEdits = (
  { workflow, calendar }: Omit<Asked, 'wanted'>,
  wanted: Pick<MoveDeadline, 'deadline' | 'period' | 'to'>,
  kind: string | null,
): Edits => {
  const deadline = lookup(workflow.deadlines, wanted.deadline);
  if (deadline === undefined) return NOTHING;
  const path = ['deadlines', wanted.deadline];
  const asked = { workflow, calendar, wanted };
  return kind === null ? forAll(asked, rulesOf(path, deadline)) : forKind(asked, { path, deadline }, kind);
};
