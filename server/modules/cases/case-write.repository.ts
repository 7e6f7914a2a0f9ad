import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';
import type { CaseChanges } from './case-changes.ts';
import { caseColumns } from './case-columns.ts';

/**
 * The write of a step: one statement, so that it is there as a whole or not at all, in one round trip. `moved` is its
 * gate: the case and every case that the decision looked at must stand as they were read. Those are locked in the order
 * of their ids first, so that two steps that look at each other's case wait instead of standing still.
 */
const WRITE = `
  WITH ${TENANT},
  looked AS MATERIALIZED (
    SELECT s.id FROM case_ s JOIN json_to_recordset($10::json) AS e(id uuid, "lockVersion" int)
                      ON e.id = s.id AND e."lockVersion" = s.lock_version
     WHERE ${ENTERED} ORDER BY s.id FOR UPDATE OF s),
  moved AS (
    UPDATE case_ c
       SET state = n.state, visit = n.visit, lock_version = n."lockVersion", status = n.status, opens_at = n."opensAt",
           entered_at = n."enteredAt", due = n.due, grace_until = n."graceUntil", report_due = n."reportDue",
           deadlines = n.deadlines, kept = n.kept, submission = n.submission, receipt = n.receipt, zero = n.zero,
           proxy = n.proxy, judged_at = n."judgedAt", judged_due = n."judgedDue", judged_submission = n."judgedSubmission",
           late = n.late, in_grace = n."inGrace", deeds = n.deeds, saved_by = n."savedBy", marks = n.marks,
           metrics = n.metrics, event_seq = n."eventSeq", event_hash = n."eventHash", updated_at = $12
      FROM json_to_record($11::json) AS n(
           state text, visit int, "lockVersion" int, status text, "opensAt" timestamptz, "enteredAt" timestamptz,
           due timestamptz, "graceUntil" timestamptz, "reportDue" timestamptz, deadlines jsonb, kept jsonb, submission int,
           receipt int, zero boolean, proxy boolean, "judgedAt" timestamptz, "judgedDue" timestamptz,
           "judgedSubmission" int, late boolean, "inGrace" boolean, deeds jsonb, "savedBy" uuid[], marks text[],
           metrics jsonb, "eventSeq" int, "eventHash" text)
     WHERE ${ENTERED} AND c.id = $7 AND c.lock_version = $8 AND c.event_seq = $9
       AND (SELECT count(*) FROM looked) = json_array_length($10::json)
    RETURNING c.id, c.programme_id, c.organisation_id, c.workflow_id, c.period_key),
  command_kept AS (
    INSERT INTO command (key, case_id, programme_id, organisation_id, request_hash, result, at)
    SELECT $13, m.id, m.programme_id, m.organisation_id, $14, $15, $12 FROM moved m WHERE $13::text IS NOT NULL),
  told AS (
    INSERT INTO event (case_id, seq, programme_id, organisation_id, type, action, kind, from_state, to_state, visit, actor,
                       person_id, on_behalf, reasons, payload, version_id, command_key, text_digest, at, prev_hash, hash)
    SELECT m.id, e.seq, m.programme_id, m.organisation_id, e.type, e.action, e.kind, e."from", e."to", e.visit, e.actor,
           e.person, e."onBehalf", e.reasons, e.payload, e.version, e."commandKey", e."textDigest",
           to_timestamp(e.at / 1000.0), e."prevHash", e.hash
      FROM moved m, json_to_recordset($16::json) AS e(
           seq int, type text, action text, kind text, "from" text, "to" text, visit int, actor text, person uuid,
           "onBehalf" boolean, reasons text[], payload jsonb, version uuid, "commandKey" text, "textDigest" text,
           at numeric, "prevHash" text, hash text)),
  said AS (
    INSERT INTO event_text (case_id, seq, programme_id, organisation_id, salt, comment)
    SELECT m.id, t.seq, m.programme_id, m.organisation_id, t.salt, t.comment
      FROM moved m, json_to_recordset($17::json) AS t(seq int, salt text, comment text)),
  frozen AS (
    INSERT INTO submission (case_id, n, programme_id, organisation_id, form_version_id, data, zero, proxy, salt, saved_by, saved_at)
    SELECT m.id, f.n, m.programme_id, m.organisation_id, f."formVersionId", f.data, f.zero, f.proxy, f.salt, f."savedBy", $12
      FROM moved m, json_to_recordset($18::json) AS f(
           n int, "formVersionId" uuid, data jsonb, zero boolean, proxy boolean, salt text, "savedBy" uuid)),
  draft_removed AS (DELETE FROM draft d USING moved m WHERE d.case_id = m.id AND $19::json ->> 'kind' = 'remove'),
  draft_replaced AS (
    INSERT INTO draft (case_id, programme_id, organisation_id, rev, form_version_id, data, saved_by, saved_at)
    SELECT m.id, m.programme_id, m.organisation_id, 1, r."formVersionId", r.data, r."savedBy", $12
      FROM moved m, json_to_record($19::json) AS r(kind text, "formVersionId" uuid, data jsonb, "savedBy" uuid)
     WHERE r.kind = 'replace'
    ON CONFLICT (case_id) DO UPDATE SET rev = draft.rev + 1, form_version_id = excluded.form_version_id,
       data = excluded.data, saved_by = excluded.saved_by, saved_at = excluded.saved_at),
  tasks_ended AS (
    UPDATE task t SET status = CASE WHEN t.key = ANY (x.done) THEN 'done' ELSE 'cancelled' END
      FROM moved m, json_to_recordset($20::json) AS x(visit int, done text[])
     WHERE t.case_id = m.id AND t.visit = x.visit AND t.status = 'open'
       AND NOT EXISTS (SELECT FROM json_to_recordset($21::json) AS s(visit int, key text)
                        WHERE s.visit = t.visit AND s.key = t.key)),
  tasks_set AS (
    INSERT INTO task (id, case_id, programme_id, organisation_id, visit, key, assignee_id, status)
    SELECT s.id, m.id, m.programme_id, m.organisation_id, s.visit, s.key, s.assignee, s.status
      FROM moved m, json_to_recordset($21::json) AS s(id uuid, visit int, key text, assignee uuid, status text)
    ON CONFLICT (case_id, visit, key, subject, slot) DO UPDATE SET assignee_id = excluded.assignee_id, status = excluded.status),
  timers_ended AS (
    UPDATE timer t SET status = CASE WHEN t.id = $24 THEN 'fired' ELSE 'cancelled' END FROM moved m
     WHERE t.case_id = m.id AND t.status = 'pending'
       AND (t.id = $24 OR t.kind <> 'settle' AND (
              t.visit = ANY ($22::int[]) OR EXISTS (SELECT FROM json_to_recordset($20::json) AS x(visit int) WHERE x.visit = t.visit)))
       AND NOT EXISTS (SELECT FROM json_to_recordset($23::json) AS w("caseId" uuid, visit int, kind text, key text, n int)
                        WHERE w."caseId" = t.case_id AND w.visit = t.visit AND w.kind = t.kind AND w.key = t.key AND w.n = t.n)),
  timers_set AS (
    INSERT INTO timer (id, case_id, programme_id, organisation_id, visit, kind, key, n, fire_at)
    SELECT w.id, w."caseId", m.programme_id, m.organisation_id, w.visit, w.kind, w.key, w.n, w."fireAt"
      FROM moved m, json_to_recordset($23::json) AS w(
           id uuid, "caseId" uuid, visit int, kind text, key text, n int, "fireAt" timestamptz)
    ON CONFLICT (case_id, visit, kind, key, n) DO UPDATE SET id = excluded.id, fire_at = excluded.fire_at, status = 'pending'
     WHERE timer.status <> 'pending' OR timer.fire_at <> excluded.fire_at OR timer.id = $24),
  extended AS (
    INSERT INTO deadline_override (id, workflow_id, programme_id, organisation_id, key, period_key, due, reason, granted_by, granted_at)
    SELECT x.id, m.workflow_id, m.programme_id, m.organisation_id, x.key, m.period_key, x.due, x.reason, x."grantedBy", $12
      FROM moved m, json_to_recordset($25::json) AS x(id uuid, key text, due timestamptz, reason text, "grantedBy" uuid)),
  exempted AS (
    INSERT INTO exemption (id, case_id, programme_id, organisation_id, reason, granted_by, granted_at)
    SELECT x.id, m.id, m.programme_id, m.organisation_id, x.reason, x."grantedBy", $12
      FROM moved m, json_to_recordset($26::json) AS x(id uuid, reason text, "grantedBy" uuid)),
  settled AS (
    INSERT INTO settlement (id, workflow_id, programme_id, organisation_id, status, messages, judged_at)
    SELECT x.id, m.workflow_id, m.programme_id, m.organisation_id, x.status, x.messages, $12
      FROM moved m, json_to_recordset($27::json) AS x(id uuid, status text, messages jsonb)
    ON CONFLICT (workflow_id, coalesce(organisation_id, '00000000-0000-0000-0000-000000000000'))
    DO UPDATE SET status = excluded.status, messages = excluded.messages, judged_at = excluded.judged_at),
  rows_removed AS (
    UPDATE query q SET status = 'row_removed' FROM moved m WHERE q.case_id = m.id AND q.id = ANY ($28::uuid[])),
  sent AS (
    INSERT INTO outbox (id, topic, dedup_key, payload)
    SELECT o.id, o.topic, o."dedupKey", o.payload
      FROM moved m, json_to_recordset($29::json) AS o(id uuid, topic text, "dedupKey" text, payload jsonb))
  SELECT count(*)::int AS moved FROM moved`;

const valuesOf = (changes: CaseChanges): unknown[] => {
  const { expected, answer } = changes;
  return [
    expected.id,
    expected.lockVersion,
    expected.eventSeq,
    JSON.stringify(changes.looked),
    JSON.stringify(caseColumns(changes.case, changes.head)),
    new Date(changes.now),
    answer?.key ?? null,
    answer?.requestHash ?? null,
    answer === null ? null : JSON.stringify(answer.result),
    JSON.stringify(changes.events),
    JSON.stringify(changes.texts),
    JSON.stringify(changes.frozen),
    JSON.stringify(changes.draft),
    JSON.stringify(changes.ended),
    JSON.stringify(changes.tasks),
    changes.plannedVisits,
    JSON.stringify(changes.timers),
    changes.firedTimer,
    JSON.stringify(changes.extensions),
    JSON.stringify(changes.exemptions),
    JSON.stringify(changes.settlements),
    changes.removedQueries,
    JSON.stringify(changes.outbox),
  ];
};

/** Writes what a step came to. */
@Injectable()
export class CaseWriteRepository {
  constructor(private readonly database: Database) {}

  /** False where the case, or one that was looked at, has moved on since it was read; nothing is written then. */
  async write(tenant: Tenant, changes: CaseChanges): Promise<boolean> {
    const rows = await this.database.prepared<{ moved: number }>('case-write', WRITE, [
      ...tenantValues(tenant),
      ...valuesOf(changes),
    ]);
    return rows[0]?.moved === 1;
  }

  /** For a timer whose command changed nothing. */
  async endTimer(id: string): Promise<void> {
    await this.database.prepared(
      'timer-end',
      `WITH ${TENANT} UPDATE timer SET status = 'fired' WHERE ${ENTERED} AND id = $7 AND status = 'pending'`,
      [...tenantValues('system'), id],
    );
  }
}
