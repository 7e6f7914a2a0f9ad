import type { Dayjs } from 'dayjs';
import type { DeadlinesView, DeadlineView, MoveDeadline } from '#contract/wire/deadline.ts';

/** What a person has chosen so far in the dialog; any part may still be missing. */
export interface Wish {
  /** `<workflow>/<deadline>` */
  which?: string | undefined;
  period?: string | undefined;
  scope: 'all' | 'kind' | 'organisation';
  kind?: string | undefined;
  organisation?: string | undefined;
  way: 'due' | 'days';
  due?: Dayjs | null | undefined;
  direction: 1 | -1;
  days?: number | null | undefined;
  within: { amount?: number | null; unit: string };
}

/** All periods together; the empty text, because no period has it as its key. */
export const ALL_PERIODS = '';

export const keyOf = ({ workflow, key }: DeadlineView): string => `${workflow}/${key}`;

export const deadlineOf = (view: DeadlinesView, which: string | undefined): DeadlineView | undefined =>
  view.deadlines.find((deadline) => keyOf(deadline) === which);

export const isLength = ({ rules }: DeadlineView): boolean => rules.every(({ way }) => way === 'length');
export const isByPeriod = ({ rules }: DeadlineView): boolean => rules.some(({ way }) => way === 'period');
export const isExpression = ({ rules }: DeadlineView): boolean => rules.every(({ way }) => way === 'expression');

const scopeOf = (wish: Wish): MoveDeadline['scope'] | null => {
  if (wish.scope === 'all') return { all: true };
  if (wish.scope === 'kind') return wish.kind === undefined ? null : { kind: wish.kind };
  return wish.organisation === undefined ? null : { organisation: wish.organisation };
};

const UNITS: Record<string, (amount: number) => string> = {
  D: (amount) => `P${String(amount)}D`,
  W: (amount) => `P${String(amount)}W`,
  M: (amount) => `P${String(amount)}M`,
  WD: (amount) => `P${String(amount)}WD`,
  H: (amount) => `PT${String(amount)}H`,
  MIN: (amount) => `PT${String(amount)}M`,
};

const toOf = (wish: Wish, deadline: DeadlineView): MoveDeadline['to'] | null => {
  if (isLength(deadline) && wish.scope !== 'organisation') {
    const { amount, unit } = wish.within;
    const written = UNITS[unit];
    return amount == null || written === undefined ? null : { within: written(amount) };
  }
  if (wish.way === 'days') return wish.days == null || wish.days === 0 ? null : { days: wish.days * wish.direction };
  return wish.due == null ? null : { due: wish.due.format('YYYY-MM-DD') };
};

/** The request that a wish makes, once nothing is missing. */
export const wanted = (wish: Wish, view: DeadlinesView): MoveDeadline | null => {
  const deadline = deadlineOf(view, wish.which);
  if (deadline === undefined) return null;
  const isPeriodOpen = isByPeriod(deadline) && wish.period === undefined;
  const scope = scopeOf(wish);
  const to = toOf(wish, deadline);
  if (scope === null || to === null || isPeriodOpen) return null;
  const period = isByPeriod(deadline) && wish.period !== ALL_PERIODS ? wish.period : undefined;
  return {
    workflow: deadline.workflow,
    deadline: deadline.key,
    ...(period === undefined ? {} : { period }),
    scope,
    to,
  };
};

/** The organisations that have cases of this deadline (in this period). */
export const organisationsOf = (view: DeadlinesView, wish: Wish): { value: string; label: string }[] => {
  const found = new Map<string, string>();
  for (const date of view.dates) {
    if (`${date.workflow}/${date.deadline}` !== wish.which) continue;
    if (wish.period !== undefined && wish.period !== ALL_PERIODS && date.period !== wish.period) continue;
    for (const { organisation, title, standing } of date.cases)
      if (organisation !== null && standing !== 'reported' && standing !== 'late') found.set(organisation, title);
  }
  return [...found].map(([value, label]) => ({ value, label }));
};
