import { Injectable } from '@nestjs/common';
import type { CellAddress } from '../../contract/wire/case.ts';
import type { Task } from '../../engine/case.ts';
import type { Entry } from '../../engine/command.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';
import { CASE_COLUMNS, type CaseRecord } from './case-record.ts';
import { ORGANISATION, type OrganisationFacts } from './organisation-facts.ts';

/** The answer that a command got when it was carried out. */
interface StoredCommand {
  caseId: string;
  requestHash: string;
  result: unknown;
}

/** A remark on a cell that is not closed. */
interface OpenQuery extends CellAddress {
  id: string;
  status: 'open' | 'answered';
}

interface DraftFacts {
  rev: number;
  formVersionId: string;
  data: Record<string, unknown>;
  savedBy: string;
  /** As PostgreSQL writes an instant into JSON. */
  savedAt: string;
}

interface SubmissionFacts {
  n: number;
  formVersionId: string;
  data: Record<string, unknown>;
  /** What the case gathered then; null where it gathers nothing. */
  gathered: Entry[] | null;
}

/** Another case of the same organisation; whether its state is final is for its own version of the workflow to say. */
export interface SiblingFacts {
  id: string;
  workflowId: string;
  versionId: string;
  lockVersion: number;
  state: string;
  status: string;
  period: string | null;
  submitted: boolean;
  zero: boolean;
  late: boolean;
  /** Milliseconds since 1970. */
  due: number | null;
  metrics: Record<string, unknown>;
}

export interface FileInCell {
  id: string;
  field: string;
  roster: string | null;
  row: string | null;
}

/** Everything that a decision about a case may need, as one statement reads it. */
export interface CaseState extends CaseRecord {
  now: Date;
  stored: StoredCommand | null;
  /** Null also where the caller said that it knows this organisation. */
  organisation: OrganisationFacts | null;
  tasks: Task[];
  draft: DraftFacts | null;
  latest: SubmissionFacts | null;
  openQueries: OpenQuery[];
  extensions: { deadline: string; organisation: string | null; due: number }[];
  hasOriginal: boolean;
  /** Open side records by kind. */
  matters: Record<string, number>;
  siblings: SiblingFacts[];
  /** Files that stand in cells of the form. */
  files: FileInCell[];
  previous: Record<string, unknown> | null;
}

/** Which of the dearer facts are wanted. */
export interface Wanted {
  /** The case's organisation; not where the asker's session has it. */
  organisation: boolean;
  siblings: boolean;
  previous: boolean;
  files: boolean;
}

const MILLISECONDS = (instant: string): string => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;

const SIBLINGS = `
  (SELECT json_agg(json_build_object(
            'id', s.id, 'workflowId', s.workflow_id, 'versionId', s.workflow_version_id, 'lockVersion', s.lock_version,
            'state', s.state, 'status', s.status, 'period', s.period_key, 'submitted', s.receipt IS NOT NULL,
            'zero', s.zero, 'late', coalesce(s.late, false), 'due', ${MILLISECONDS('s.report_due')}, 'metrics', s.metrics)
          ORDER BY s.id)
     FROM case_ s WHERE s.programme_id = c.programme_id AND s.organisation_id = c.organisation_id)`;

const FILES = `
  (SELECT json_agg(json_build_object('id', a.id, 'field', a.field, 'roster', a.roster, 'row', a.row_id))
     FROM attachment a WHERE a.case_id = c.id AND a.purpose = 'field' AND a.removed_at IS NULL)`;

const PREVIOUS = `
  (SELECT p.data FROM case_ b JOIN submission p ON p.case_id = b.id AND p.n = b.receipt
    WHERE b.workflow_id = c.workflow_id AND b.organisation_id IS NOT DISTINCT FROM c.organisation_id AND b.id <> c.id
      AND b.period ->> 'from' < c.period ->> 'from'
    ORDER BY b.period ->> 'from' DESC LIMIT 1)`;

const EXTENSIONS = `
  (SELECT json_agg(json_build_object('deadline', e.key, 'organisation', e.organisation_id, 'due', ${MILLISECONDS('e.due')})
                   ORDER BY e.granted_at)
     FROM deadline_override e
    WHERE e.workflow_id = c.workflow_id AND e.revoked_at IS NULL
      AND (e.period_key IS NULL OR e.period_key = c.period_key))`;

/** Open side records by kind. */
const MATTERS = `
  (SELECT json_object_agg(o.key, o.n)
     FROM (SELECT x.key, count(*)::int AS n FROM matter x WHERE x.case_id = c.id AND x.status = 'open' GROUP BY x.key) o)`;

const STORED = `
         (SELECT json_build_object('caseId', k.case_id, 'requestHash', k.request_hash, 'result', k.result)
            FROM command k WHERE ${ENTERED} AND k.key = $8)`;

/** Of one case with what its command was answered before, or of several cases. */
type HowMany = 'one' | 'many';

/** The statement for one choice of facts; each choice is planned once a connection. */
const stateStatement = ({ organisation, siblings, previous, files }: Wanted, howMany: HowMany): string => `
  WITH ${TENANT}
  SELECT ${CASE_COLUMNS}, ${NOW} AS now,
         ${howMany === 'one' ? STORED : 'NULL::json'} AS stored,
         ${organisation ? ORGANISATION('c.organisation_id') : 'NULL::json'} AS organisation,
         coalesce((SELECT json_agg(json_build_object('key', t.key, 'visit', t.visit, 'subject', t.subject, 'slot', t.slot,
                                                     'assignee', t.assignee_id, 'status', t.status, 'outcome', t.outcome)
                                   ORDER BY t.key, t.subject, t.slot)
                     FROM task t WHERE t.case_id = c.id AND t.visit = c.visit), '[]') AS tasks,
         CASE WHEN d.case_id IS NOT NULL THEN json_build_object(
           'rev', d.rev, 'formVersionId', d.form_version_id, 'data', d.data, 'savedBy', d.saved_by, 'savedAt', d.saved_at) END AS draft,
         CASE WHEN l.case_id IS NOT NULL THEN json_build_object(
           'n', l.n, 'formVersionId', l.form_version_id, 'data', l.data, 'gathered', l.gathered) END AS latest,
         coalesce((SELECT json_agg(json_strip_nulls(json_build_object(
                            'id', q.id, 'field', q.field, 'roster', q.roster, 'row', q.row_id, 'status', q.status)) ORDER BY q.id)
                     FROM query q WHERE q.case_id = c.id AND q.status IN ('open', 'answered')), '[]') AS "openQueries",
         coalesce(${MATTERS}, '{}') AS matters,
         coalesce(${EXTENSIONS}, '[]') AS extensions,
         EXISTS (SELECT FROM attachment a WHERE a.case_id = c.id AND a.purpose = 'original' AND a.removed_at IS NULL
                    AND a.after_submission = c.submission) AS "hasOriginal",
         ${siblings ? `coalesce(${SIBLINGS}, '[]')` : `'[]'::json`} AS siblings,
         ${files ? `coalesce(${FILES}, '[]')` : `'[]'::json`} AS files,
         ${previous ? PREVIOUS : 'NULL::json'} AS previous
    FROM case_ c
    LEFT JOIN draft d ON d.case_id = c.id
    LEFT JOIN submission l ON l.case_id = c.id AND l.n = c.submission
   WHERE ${ENTERED} AND c.id = ${howMany === 'one' ? '$7' : 'ANY ($7::uuid[])'}`;

const statements = new Map<string, { name: string; text: string }>();

const statementFor = (wanted: Wanted, howMany: HowMany): { name: string; text: string } => {
  const { organisation, siblings, previous, files } = wanted;
  const parts = [organisation && 'organisation', siblings && 'siblings', previous && 'previous', files && 'files'];
  const name = ['case-state', howMany, ...parts.filter((part) => part !== false)].join('-');
  const found = statements.get(name) ?? { name, text: stateStatement(wanted, howMany) };
  statements.set(name, found);
  return found;
};

/** Reads what a decision about one case needs: one statement, whoever asks. */
@Injectable()
export class CaseStateRepository {
  constructor(private readonly database: Database) {}

  /** Undefined where there is no such case, or none that the tenant sees. */
  async read(
    tenant: Tenant,
    { caseId, commandKey, ...wanted }: Wanted & { caseId: string; commandKey?: string },
  ): Promise<CaseState | undefined> {
    const { name, text } = statementFor(wanted, 'one');
    const values = [...tenantValues(tenant), caseId, commandKey ?? null];
    const [row] = await this.database.prepared<CaseState>(name, text, values);
    return row;
  }

  /** Several cases as the system sees them, in no order; those that do not exist are left out. */
  readAll(caseIds: readonly string[], wanted: Wanted, sql: Sql = this.database): Promise<CaseState[]> {
    const { name, text } = statementFor(wanted, 'many');
    return sql.prepared<CaseState>(name, text, [...tenantValues('system'), caseIds]);
  }
}
