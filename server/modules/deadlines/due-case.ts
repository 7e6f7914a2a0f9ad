import { dayAt } from '../../engine/calendar.ts';
import { isReporting } from '../../engine/action.ts';
import type { Case, Instant } from '../../engine/case.ts';
import type { Model } from '../../engine/model.ts';
import { deadlinesOf } from '../../engine/deadline.ts';
import type { DueStanding } from '../../contract/wire/deadline.ts';
import { caseOf } from '../cases/case-record.ts';
import { organisationOn } from '../cases/organisation-facts.ts';
import type { DueCaseRow } from './deadlines.repository.ts';

/** One due date of one case. */
export interface CaseDue {
  deadline: string;
  due: Instant;
  standing: DueStanding;
  isExtended: boolean;
}

/** The case as the rules know it; its tasks are of no account for dates. */
export const dueCaseOf = (row: DueCaseRow, { programme }: Model): Case => {
  const today = dayAt(row.now.getTime(), programme.zone);
  return caseOf(row, row.organisation === null ? null : organisationOn(row.organisation, today), []);
};

/** The deadline by which a workflow's report is due: the first one of a state in which one submits. */
export const reportDeadline = ({ workflow }: Model): string | null => {
  const states = Object.values(workflow.states).filter(isReporting);
  const initial = workflow.states[workflow.initial];
  const first = initial !== undefined && isReporting(initial) ? [initial, ...states] : states;
  return first.flatMap(deadlinesOf)[0] ?? null;
};

/** Whether the case's report has been received; a return for mending does not undo it. */
export const isReported = (current: Case): boolean => current.receipt !== null;

const runningStanding = (current: Case, due: Instant, now: Instant): DueStanding => {
  if (current.status === 'upcoming') return 'upcoming';
  return due <= now ? 'overdue' : 'waiting';
};

/** Every due date of a case: those of its present state, and that of its report once it was received. */
export const duesOf = (model: Model, current: Case, now: Instant): CaseDue[] => {
  const isRunning = current.status === 'open' || current.status === 'upcoming';
  const present = (isRunning ? current.deadlines : []).map(({ key, due, override }): CaseDue => ({
    deadline: key,
    due,
    standing: runningStanding(current, due, now),
    isExtended: override !== null,
  }));
  const report = reportDeadline(model);
  const isListed = present.some(({ deadline }) => deadline === report);
  if (report === null || isListed || current.due === null || !isReported(current)) return present;
  const standing = current.judged?.late === true ? 'late' : 'reported';
  return [...present, { deadline: report, due: current.due, standing, isExtended: false }];
};
