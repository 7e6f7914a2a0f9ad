import type { Case, Instant } from '../../engine/case.ts';
import type { NewPins } from './case-changes.ts';
import { nearestDue } from './case-record.ts';

const iso = (instant: Instant | null): string | null => (instant === null ? null : new Date(instant).toISOString());

/** What of a case stands in columns of its own, by the names that the statements give their JSON. */
export const caseColumns = (current: Case, head: { seq: number; hash: string }): Record<string, unknown> => {
  const { due, graceUntil } = nearestDue(current);
  const { judged } = current;
  return {
    ...current,
    organisation: undefined,
    period: undefined,
    tasks: undefined,
    judged: undefined,
    opensAt: iso(current.opensAt),
    enteredAt: iso(current.enteredAt),
    due: iso(due),
    graceUntil: iso(graceUntil),
    reportDue: iso(current.due),
    judgedAt: iso(judged?.at ?? null),
    judgedDue: iso(judged?.due ?? null),
    judgedSubmission: judged?.submission ?? null,
    late: judged?.late ?? null,
    inGrace: judged?.inGrace ?? null,
    eventSeq: head.seq,
    eventHash: head.hash,
  };
};

/** The columns that only another version of the rules changes. */
export const pinnedColumns = ({ period }: Case, pins: NewPins): Record<string, unknown> => ({
  ...pins,
  period: period === null ? null : { ...period, key: undefined },
});
