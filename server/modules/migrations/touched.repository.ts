import { Injectable } from '@nestjs/common';
import type { FindingText } from '../../contract/finding.ts';
import type { TouchedCase } from '../../contract/wire/publication.ts';
import type { Snapshot } from '../../engine/migration/restore.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

/** What was done to a case by a publication, and what it was before. */
export interface CarriedCase {
  caseId: string;
  lockAfter: number;
  before: Snapshot & { at: number };
}

interface FailedRow extends Omit<TouchedCase, 'words'> {
  publication: string;
  problem: FindingText;
}

/** So many rows of a list of cases are told; all are counted. */
export const MOST_ROWS = 200;

const FAILED = `
  WITH ${TENANT},
  failed AS (
    SELECT p.publication_id AS publication, i.case_id, i.problem,
           row_number() OVER (PARTITION BY p.publication_id ORDER BY i.finished_at, i.case_id) AS n
      FROM migration_plan p JOIN migration_item i ON i.plan_id = p.id
     WHERE ${ENTERED} AND p.publication_id = ANY ($7::uuid[]) AND i.status = 'failed')
  SELECT f.publication, f.case_id AS "case", d.key AS workflow, o.title AS organisation, c.period_key AS period, f.problem
    FROM failed f
    JOIN case_ c ON c.id = f.case_id
    JOIN definition d ON d.id = c.workflow_id
    LEFT JOIN organisation o ON o.id = c.organisation_id
   WHERE f.n <= ${MOST_ROWS} ORDER BY f.n`;

const CARRIED = `
  WITH ${TENANT}
  SELECT i.case_id AS "caseId", i.lock_after AS "lockAfter", i.before
    FROM migration_plan p JOIN migration_item i ON i.plan_id = p.id
   WHERE ${ENTERED} AND p.publication_id = $7 AND p.workflow_id = $8 AND i.status = 'done' AND i.case_id = ANY ($9::uuid[])`;

/** What became of single cases. */
@Injectable()
export class TouchedRepository {
  constructor(private readonly database: Database) {}

  async failed(publications: readonly string[]): Promise<Map<string, TouchedCase[]>> {
    const rows = await this.database.query<FailedRow>(FAILED, [...tenantValues('system'), publications]);
    const found = new Map<string, TouchedCase[]>();
    for (const { publication, problem, ...row } of rows)
      found.set(publication, [...(found.get(publication) ?? []), { ...row, words: problem }]);
    return found;
  }

  /** Those of the given cases that a publication has carried over. */
  carried(
    { publication, workflowId }: { publication: string; workflowId: string },
    cases: readonly string[],
    sql: Sql = this.database,
  ): Promise<CarriedCase[]> {
    return sql.query<CarriedCase>(CARRIED, [...tenantValues('system'), publication, workflowId, cases]);
  }
}
