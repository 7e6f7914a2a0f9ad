import type { DeadlinePreview, MovedCase } from '../../contract/wire/deadline.ts';
import { textIn } from '../../contract/text.ts';
import type { Case, CaseDeadline, Instant } from '../../engine/case.ts';
import { withPeriod } from '../../engine/migration/carried-dates.ts';
import type { Model } from '../../engine/model.ts';
import { replan } from '../../engine/replan.ts';
import { NO_FACTS } from '../../engine/situation.ts';
import type { WorkflowCaseRow } from './deadlines.repository.ts';
import { dueCaseOf, isReported, reportDeadline } from './due-case.ts';

type Effect = Pick<DeadlinePreview, 'rows' | 'counts'>;

const NOTHING: DeadlinePreview['counts'] = {
  moved: 0,
  onTime: 0,
  overdue: 0,
  reported: 0,
  reportedLate: 0,
  extended: 0,
};

const turnOf = (before: Instant, after: Instant, now: Instant): MovedCase['turns'] => {
  if (before <= now && after > now) return 'on-time';
  return before > now && after <= now ? 'overdue' : null;
};

/** How one date of one case moves, as a row of the report. */
export const movedCase = (
  { model, case: current, now }: { model: Model; case: Case; now: Instant },
  { before, after }: { before: Instant; after: Instant },
  language: string,
): MovedCase => ({
  case: current.id,
  organisation: current.organisation?.id ?? null,
  title: current.organisation?.title ?? textIn(model.programme.title, language),
  period: current.period === null ? null : textIn(current.period.title, language),
  before: new Date(before).toISOString(),
  after: new Date(after).toISOString(),
  turns: turnOf(before, after, now),
});

const deadlineOf = ({ deadlines }: Case, key: string): CaseDeadline | undefined =>
  deadlines.find((deadline) => deadline.key === key);

export const countsOf = (
  rows: readonly MovedCase[],
  rest: Partial<DeadlinePreview['counts']> = {},
): DeadlinePreview['counts'] => ({
  ...NOTHING,
  ...rest,
  moved: rows.length,
  onTime: rows.filter(({ turns }) => turns === 'on-time').length,
  overdue: rows.filter(({ turns }) => turns === 'overdue').length,
});

interface Change {
  after: Model;
  deadline: string;
  /** Cases outside it are not spoken of. */
  concerns: (current: Case) => boolean;
  language: string;
}

/** What a changed definition makes of the due dates of cases: as they will be planned anew, nothing else is moved. */
export const effectOn = (rows: readonly WorkflowCaseRow[], change: Change): Effect => {
  const { after, deadline, concerns, language } = change;
  const moved: MovedCase[] = [];
  const rest = { reported: 0, reportedLate: 0, extended: 0 };
  const isReport = deadline === reportDeadline(after);
  for (const row of rows) {
    const current = dueCaseOf(row, after);
    const now = row.now.getTime();
    const before = deadlineOf(current, deadline);
    const isRunning = current.status === 'open' || current.status === 'upcoming';
    if (!concerns(current)) continue;
    if (isReport && isReported(current) && (before === undefined || !isRunning)) {
      rest.reported += 1;
      if (current.judged?.late === true) rest.reportedLate += 1;
    }
    if (!isRunning || before === undefined) continue;
    const facts = { ...NO_FACTS, data: row.data, extensions: row.extensions };
    const planned = deadlineOf(replan({ model: after, case: withPeriod(after, current), facts, now }).case, deadline);
    if (planned !== undefined && planned.due !== before.due)
      moved.push(movedCase({ model: after, case: current, now }, { before: before.due, after: planned.due }, language));
    else if (before.override !== null) rest.extended += 1;
  }
  return { rows: moved, counts: countsOf(moved, rest) };
};
