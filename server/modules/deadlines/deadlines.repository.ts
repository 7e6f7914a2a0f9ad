import { Injectable } from '@nestjs/common';
import type { Extension } from '../../engine/command.ts';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import { CASE_COLUMNS, type CaseRecord } from '../cases/case-record.ts';
import { ORGANISATION, type OrganisationFacts } from '../cases/organisation-facts.ts';

/** A case with what says when it is due. */
export interface DueCaseRow extends CaseRecord {
  now: Date;
  organisation: OrganisationFacts | null;
}

export interface WorkflowCaseRow extends DueCaseRow {
  extensions: Extension[];
  /** What was entered, where the rules ask for it; else empty. */
  data: Record<string, unknown>;
}

export interface ExtensionRow {
  id: string;
  workflowId: string;
  deadline: string;
  period: string | null;
  organisation: string | null;
  title: string | null;
  due: Date;
  reason: string;
  by: string;
  at: Date;
}

const CASES = `
  WITH ${TENANT}
  SELECT ${CASE_COLUMNS}, ${NOW} AS now, ${ORGANISATION('c.organisation_id')} AS organisation
    FROM case_ c
   WHERE ${ENTERED} AND c.programme_id = $7 AND c.status NOT IN ('exempt', 'cancelled')
   ORDER BY c.organisation_id, c.id`;

const OF_WORKFLOW = `
  WITH ${TENANT}
  SELECT ${CASE_COLUMNS}, ${NOW} AS now, ${ORGANISATION('c.organisation_id')} AS organisation,
         coalesce((SELECT json_agg(json_build_object('deadline', e.key, 'organisation', e.organisation_id,
                                     'due', floor(extract(epoch FROM e.due) * 1000)::float8) ORDER BY e.granted_at)
                     FROM deadline_override e
                    WHERE e.workflow_id = c.workflow_id AND e.revoked_at IS NULL
                      AND (e.period_key IS NULL OR e.period_key = c.period_key)), '[]') AS extensions,
         CASE WHEN $8 THEN coalesce(d.data, s.data, '{}') ELSE '{}' END AS data
    FROM case_ c
    LEFT JOIN draft d ON $8 AND d.case_id = c.id
    LEFT JOIN submission s ON $8 AND s.case_id = c.id AND s.n = c.submission
   WHERE ${ENTERED} AND c.workflow_id = $7 AND c.status NOT IN ('exempt', 'cancelled')
   ORDER BY c.organisation_id, c.id`;

const EXTENSIONS = `
  WITH ${TENANT}
  SELECT e.id, e.workflow_id AS "workflowId", e.key AS deadline, e.period_key AS period, e.organisation_id AS organisation,
         o.title, e.due, e.reason, p.name AS by, e.granted_at AS at
    FROM deadline_override e
    JOIN person p ON p.id = e.granted_by
    LEFT JOIN organisation o ON o.id = e.organisation_id
   WHERE ${ENTERED} AND e.programme_id = $7 AND e.revoked_at IS NULL
   ORDER BY e.granted_at DESC`;

/** What is due, read for whoever manages the deadlines of a whole programme. */
@Injectable()
export class DeadlinesRepository {
  constructor(private readonly database: Database) {}

  /** Every case of a programme that is neither exempt nor cancelled. */
  cases(programmeId: string): Promise<DueCaseRow[]> {
    return this.database.query<DueCaseRow>(CASES, [...tenantValues('system'), programmeId]);
  }

  /** The cases of one workflow, with their data only where that is asked for. */
  ofWorkflow(workflowId: string, isDataWanted: boolean): Promise<WorkflowCaseRow[]> {
    return this.database.query<WorkflowCaseRow>(OF_WORKFLOW, [...tenantValues('system'), workflowId, isDataWanted]);
  }

  extensions(programmeId: string): Promise<ExtensionRow[]> {
    return this.database.query<ExtensionRow>(EXTENSIONS, [...tenantValues('system'), programmeId]);
  }
}
