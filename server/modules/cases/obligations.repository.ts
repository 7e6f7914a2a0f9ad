import { Injectable } from '@nestjs/common';
import type { SiblingCase } from '../../engine/command.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import type { CaseChanges } from './case-changes.ts';
import { caseColumns } from './case-columns.ts';
import { ORGANISATION, type OrganisationFacts } from './organisation-facts.ts';

/** A case that was made before, as far as obligations ask. */
export interface ExistingCase extends Omit<SiblingCase, 'final'> {
  subjectKey: string;
  organisationId: string | null;
  isUntouched: boolean;
}

export interface ListedOrganisation extends OrganisationFacts {
  active: boolean;
}

export interface GrantedExtension {
  deadline: string;
  organisation: string | null;
  period: string | null;
  due: number;
}

/** A case that is to be made, with what follows from its beginning. */
export interface NewCase {
  programmeId: string;
  workflowId: string;
  workflowVersionId: string;
  formVersionId: string;
  subjectKey: string;
  changes: CaseChanges;
  /** Where it was not made by publishing. */
  begun?: { person: string | null; at: Date; source: string | null };
}

const CREATE = `
  WITH ${TENANT},
  made AS (
    INSERT INTO case_ (id, programme_id, organisation_id, workflow_id, workflow_version_id, form_version_id, subject_key,
                       period_key, period, state, visit, lock_version, status, opens_at, entered_at, due, grace_until,
                       report_due, deadlines, kept, started_by, started_at, source_id, event_seq, event_hash, updated_at)
    SELECT n.id, n."programmeId", n."organisationId", n."workflowId", n."workflowVersionId", n."formVersionId",
           n."subjectKey", n."periodKey", n.period, n.state, n.visit, n."lockVersion", n.status, n."opensAt", n."enteredAt",
           n.due, n."graceUntil", n."reportDue", n.deadlines, n.kept, n."startedBy",
           n."startedAt", n."sourceId", n."eventSeq", n."eventHash", $7
      FROM json_to_recordset($8::json) AS n(
           id uuid, "programmeId" uuid, "organisationId" uuid, "workflowId" uuid, "workflowVersionId" uuid,
           "formVersionId" uuid, "subjectKey" text, "periodKey" text, period jsonb, state text, visit int,
           "lockVersion" int, status text, "opensAt" timestamptz, "enteredAt" timestamptz, due timestamptz,
           "graceUntil" timestamptz, "reportDue" timestamptz, deadlines jsonb, kept jsonb, "startedBy" uuid,
           "startedAt" timestamptz, "sourceId" uuid, "eventSeq" int, "eventHash" text)
     WHERE ${ENTERED}
    ON CONFLICT (workflow_id, subject_key) DO NOTHING
    RETURNING id, programme_id, organisation_id),
  told AS (
    INSERT INTO event (case_id, seq, programme_id, organisation_id, type, from_state, to_state, visit, actor, person_id,
                       on_behalf, reasons, payload, version_id, command_key, at, prev_hash, hash)
    SELECT m.id, e.seq, m.programme_id, m.organisation_id, e.type, e."from", e."to", e.visit, e.actor, e.person, e."onBehalf", e.reasons,
           e.payload, e.version, e."commandKey", to_timestamp(e.at / 1000.0), e."prevHash", e.hash
      FROM json_to_recordset($9::json) AS e(
           "caseId" uuid, seq int, type text, "from" text, "to" text, visit int, actor text, person uuid, "onBehalf" boolean, reasons text[],
           payload jsonb, version uuid, "commandKey" text, at numeric, "prevHash" text, hash text)
      JOIN made m ON m.id = e."caseId"),
  tasks AS (
    INSERT INTO task (id, case_id, programme_id, organisation_id, visit, key, status)
    SELECT t.id, m.id, m.programme_id, m.organisation_id, t.visit, t.key, t.status
      FROM json_to_recordset($10::json) AS t(id uuid, "caseId" uuid, visit int, key text, status text)
      JOIN made m ON m.id = t."caseId"),
  timers AS (
    INSERT INTO timer (id, case_id, programme_id, organisation_id, visit, kind, key, n, fire_at)
    SELECT t.id, m.id, m.programme_id, m.organisation_id, t.visit, t.kind, t.key, t.n, t."fireAt"
      FROM json_to_recordset($11::json) AS t(id uuid, "caseId" uuid, visit int, kind text, key text, n int, "fireAt" timestamptz)
      JOIN made m ON m.id = t."caseId"),
  answered AS (
    INSERT INTO command (key, case_id, programme_id, organisation_id, request_hash, result, at)
    SELECT k.key, m.id, m.programme_id, m.organisation_id, k."requestHash", k.result, $7
      FROM json_to_recordset($13::json) AS k("caseId" uuid, key text, "requestHash" text, result jsonb)
      JOIN made m ON m.id = k."caseId"),
  sent AS (
    INSERT INTO outbox (id, topic, dedup_key, payload)
    SELECT o.id, o.topic, o."dedupKey", o.payload
      FROM json_to_recordset($12::json) AS o(id uuid, topic text, "dedupKey" text, payload jsonb)
      JOIN made m ON m.id = (o.payload ->> 'case')::uuid)
  SELECT count(*)::int AS made FROM made`;

const EXISTING = `
  WITH ${TENANT}
  SELECT c.id, c.subject_key AS "subjectKey", c.organisation_id AS "organisationId",
         c.submission = 0 AND c.status IN ('open', 'upcoming') AS "isUntouched", c.state, c.status, c.period_key AS period,
         c.receipt IS NOT NULL AS submitted, c.zero, coalesce(c.late, false) AS late,
         floor(extract(epoch FROM c.report_due) * 1000)::float8 AS due, c.metrics
    FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7`;

const FREE = `
  WITH ${TENANT}
  UPDATE case_ c SET subject_key = 'cancelled/' || c.id
   WHERE ${ENTERED} AND c.workflow_id = $7 AND c.status = 'cancelled' AND c.submission = 0`;

const EXTENSIONS = `
  WITH ${TENANT}
  SELECT e.key AS deadline, e.organisation_id AS organisation, e.period_key AS period,
         floor(extract(epoch FROM e.due) * 1000)::float8 AS due
    FROM deadline_override e WHERE ${ENTERED} AND e.workflow_id = $7 AND e.revoked_at IS NULL ORDER BY e.granted_at`;

/** Reads and makes the cases that are owed, as the system. */
@Injectable()
export class ObligationsRepository {
  constructor(private readonly database: Database) {}

  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>(`SELECT ${NOW} AS now`);
    return row?.now ?? new Date(0);
  }

  async organisations(sql: Sql = this.database): Promise<ListedOrganisation[]> {
    const rows = await sql.query<{ facts: OrganisationFacts; active: boolean }>(
      `SELECT x.active, ${ORGANISATION('x.id')} AS facts FROM organisation x ORDER BY x.id`,
    );
    return rows.map(({ facts, active }) => ({ ...facts, active }));
  }

  existing(workflowId: string, sql: Sql = this.database): Promise<ExistingCase[]> {
    return sql.query<ExistingCase>(EXISTING, [...tenantValues('system'), workflowId]);
  }

  /** Cancelled cases of a workflow give up for whom and when they were, so that it can be asked for again. */
  async free(workflowId: string): Promise<void> {
    await this.database.query(FREE, [...tenantValues('system'), workflowId]);
  }

  extensions(workflowId: string, sql: Sql = this.database): Promise<GrantedExtension[]> {
    return sql.query<GrantedExtension>(EXTENSIONS, [...tenantValues('system'), workflowId]);
  }

  /** Makes those that are not there yet; answers how many were made. */
  async create(cases: readonly NewCase[], now: Date, sql: Sql = this.database): Promise<number> {
    const rows = cases.map(({ changes, begun, ...ids }) => ({
      ...ids,
      ...(begun !== undefined && { startedBy: begun.person, startedAt: begun.at, sourceId: begun.source }),
      ...caseColumns(changes.case, changes.head),
      organisationId: changes.case.organisation?.id ?? null,
      periodKey: changes.case.period?.key ?? null,
      period: changes.case.period === null ? null : { ...changes.case.period, key: undefined },
    }));
    const each = (of: (changes: CaseChanges) => readonly unknown[]): string =>
      JSON.stringify(cases.flatMap(({ changes }) => of(changes)));
    const [row] = await sql.query<{ made: number }>(CREATE, [
      ...tenantValues('system'),
      now,
      JSON.stringify(rows),
      each(({ events }) => events),
      each(({ tasks, case: { id } }) => tasks.map((task) => ({ ...task, caseId: id }))),
      each(({ timers }) => timers),
      each(({ outbox }) => outbox),
      each(({ answer, case: { id } }) => (answer === null ? [] : [{ ...answer, caseId: id }])),
    ]);
    return row?.made ?? 0;
  }
}
