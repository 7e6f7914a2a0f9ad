import type { DeadlinesView, DeadlineView, DueDate, DueRuleView, PeriodView } from '#contract/wire/deadline.ts';

/** One line of the table: a deadline in one period (or without), with the cases that are really due. */
export interface DeadlineRow {
  id: string;
  deadline: DeadlineView;
  period: PeriodView | null;
  /** The rules that hold for whoever has this period. */
  rules: DueRuleView[];
  dates: DueDate[];
}

const isFor = ({ kind }: DueRuleView, period: PeriodView): boolean =>
  kind === null || period.kinds.length === 0 || period.kinds.includes(kind);

/** Kinds may share a period; each key stands once, with all of its kinds. */
const periodsOf = ({ periods }: DeadlineView): PeriodView[] => {
  const known = new Map<string, PeriodView>();
  for (const period of periods) {
    const same = known.get(period.key);
    known.set(period.key, same === undefined ? period : { ...same, kinds: [...same.kinds, ...period.kinds] });
  }
  return [...known.values()].sort((a, b) => (a.due < b.due ? -1 : 1));
};

const rowsOf = (view: DeadlinesView, deadline: DeadlineView): DeadlineRow[] => {
  const dates = view.dates.filter((date) => date.workflow === deadline.workflow && date.deadline === deadline.key);
  const isByPeriod = deadline.rules.some(({ way }) => way === 'period');
  const whole = { id: `${deadline.workflow}/${deadline.key}`, deadline, period: null, rules: deadline.rules, dates };
  if (!isByPeriod || deadline.periods.length === 0) return [whole];
  return periodsOf(deadline).map((period) => ({
    id: `${deadline.workflow}/${deadline.key}/${period.key}`,
    deadline,
    period,
    rules: deadline.rules.filter((rule) => isFor(rule, period)),
    dates: dates.filter((date) => date.period === period.key),
  }));
};

export const deadlineRows = (view: DeadlinesView): DeadlineRow[] =>
  view.deadlines.flatMap((deadline) => rowsOf(view, deadline));

/** The counts of all dates of a row together. */
export const countsOf = ({ dates }: DeadlineRow): DueDate['counts'] =>
  dates.reduce<DueDate['counts']>(
    (sum, { counts }) => ({
      upcoming: sum.upcoming + counts.upcoming,
      waiting: sum.waiting + counts.waiting,
      overdue: sum.overdue + counts.overdue,
      reported: sum.reported + counts.reported,
      late: sum.late + counts.late,
    }),
    { upcoming: 0, waiting: 0, overdue: 0, reported: 0, late: 0 },
  );

export type RowFilter = 'all' | 'open' | 'overdue';

export const isShown = (row: DeadlineRow, filter: RowFilter, workflow: string | null): boolean => {
  if (workflow !== null && row.deadline.workflow !== workflow) return false;
  const { waiting, upcoming, overdue } = countsOf(row);
  if (filter === 'overdue') return overdue > 0;
  return filter === 'all' || waiting + upcoming + overdue > 0;
};
