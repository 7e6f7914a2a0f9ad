import type { CaseStatus } from '../../contract/wire/case.ts';
import type { Case, CaseDeadline, Deed, Instant, Organisation, Period, Task } from '../../engine/case.ts';

/** The columns of `case_` that make the engine's case, and those under which everything else is stored. */
export interface CaseRecord {
  id: string;
  programmeId: string;
  organisationId: string | null;
  workflowId: string;
  workflowVersionId: string;
  formVersionId: string;
  periodKey: string | null;
  period: Omit<Period, 'key'> | null;
  state: string;
  visit: number;
  lockVersion: number;
  status: CaseStatus;
  opensAt: Date | null;
  enteredAt: Date;
  reportDue: Date | null;
  deadlines: CaseDeadline[];
  kept: Record<string, Instant>;
  submission: number;
  receipt: number | null;
  zero: boolean;
  proxy: boolean;
  judgedAt: Date | null;
  judgedDue: Date | null;
  judgedSubmission: number | null;
  late: boolean | null;
  inGrace: boolean | null;
  deeds: Deed[];
  savedBy: string[];
  marks: string[];
  metrics: Record<string, unknown>;
  eventSeq: number;
  eventHash: string;
  updatedAt: Date;
}

/** The select list that reads a `CaseRecord` from `case_ c`. */
export const CASE_COLUMNS = `
  c.id, c.programme_id AS "programmeId", c.organisation_id AS "organisationId", c.workflow_id AS "workflowId",
  c.workflow_version_id AS "workflowVersionId", c.form_version_id AS "formVersionId", c.period_key AS "periodKey",
  c.period, c.state, c.visit, c.lock_version AS "lockVersion", c.status, c.opens_at AS "opensAt",
  c.entered_at AS "enteredAt", c.report_due AS "reportDue", c.deadlines, c.kept, c.submission, c.receipt, c.zero, c.proxy,
  c.judged_at AS "judgedAt", c.judged_due AS "judgedDue", c.judged_submission AS "judgedSubmission", c.late,
  c.in_grace AS "inGrace", c.deeds, c.saved_by AS "savedBy", c.marks, c.metrics, c.event_seq AS "eventSeq",
  c.event_hash AS "eventHash", c.updated_at AS "updatedAt"`;

const instant = (date: Date | null): Instant | null => date?.getTime() ?? null;

const judgementOf = (record: CaseRecord): Case['judged'] =>
  record.judgedAt === null
    ? null
    : {
        at: record.judgedAt.getTime(),
        due: instant(record.judgedDue),
        late: record.late === true,
        inGrace: record.inGrace === true,
        submission: record.judgedSubmission ?? 0,
      };

/** The case as the rules know it. */
export const caseOf = (record: CaseRecord, organisation: Organisation | null, tasks: Task[]): Case => ({
  id: record.id,
  state: record.state,
  visit: record.visit,
  lockVersion: record.lockVersion,
  status: record.status,
  organisation,
  period: record.period === null || record.periodKey === null ? null : { key: record.periodKey, ...record.period },
  opensAt: instant(record.opensAt),
  enteredAt: record.enteredAt.getTime(),
  due: instant(record.reportDue),
  deadlines: record.deadlines,
  kept: record.kept,
  tasks,
  submission: record.submission,
  receipt: record.receipt,
  zero: record.zero,
  proxy: record.proxy,
  judged: judgementOf(record),
  deeds: record.deeds,
  savedBy: record.savedBy,
  marks: record.marks,
  metrics: record.metrics,
});

/** What lists sort and colour by: the nearest deadline of the present visit, else the report's due date. */
export const nearestDue = (current: Case): { due: Instant | null; graceUntil: Instant | null } => {
  const [first] = [...current.deadlines].sort((a, b) => a.due - b.due);
  return first === undefined
    ? { due: current.due, graceUntil: null }
    : { due: first.due, graceUntil: first.graceUntil };
};
