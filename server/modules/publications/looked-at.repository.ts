import { Injectable } from '@nestjs/common';
import type { Task } from '../../engine/case.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { enter } from '../../storage/tenant.ts';
import { CASE_COLUMNS, type CaseRecord } from '../cases/case-record.ts';
import { ORGANISATION, type OrganisationFacts } from '../cases/organisation-facts.ts';

/** A running case with what it holds. */
export interface LookedAtCase extends CaseRecord {
  tasks: Task[];
  draft: Record<string, unknown> | null;
  latest: Record<string, unknown> | null;
}

/** One version that was frozen, with what the rules of its form may ask for. */
export interface LookedAtSubmission extends Pick<CaseRecord, 'organisationId' | 'periodKey' | 'period' | 'reportDue'> {
  caseId: string;
  n: number;
  data: Record<string, unknown>;
}

/** Rows that are in memory at the same time. */
const BATCH = 500;

const RUNNING = `c.status IN ('upcoming', 'open')`;

const CASES = `
  SELECT ${CASE_COLUMNS}, d.data AS draft, l.data AS latest,
         coalesce((SELECT json_agg(json_build_object('key', t.key, 'visit', t.visit, 'subject', t.subject, 'slot', t.slot,
                                                     'assignee', t.assignee_id, 'status', t.status, 'outcome', t.outcome)
                                   ORDER BY t.key, t.subject, t.slot)
                     FROM task t WHERE t.case_id = c.id AND t.visit = c.visit), '[]') AS tasks
    FROM case_ c
    LEFT JOIN draft d ON d.case_id = c.id
    LEFT JOIN submission l ON l.case_id = c.id AND l.n = c.submission
   WHERE c.workflow_id = $1 AND ${RUNNING}`;

const SUBMISSIONS = `
  SELECT s.case_id AS "caseId", s.n, s.data, c.organisation_id AS "organisationId", c.period_key AS "periodKey", c.period,
         c.report_due AS "reportDue"
    FROM submission s JOIN case_ c ON c.id = s.case_id
   WHERE c.workflow_id = $1 AND NOT s.zero`;

// One line a case in the order of ids, so that the same data always give the same text; digests of thousands are digested
// again, because the text of a whole country would not fit into one value.
const FINGERPRINT = `
  SELECT coalesce(md5(string_agg(part, '' ORDER BY first)), '') AS print, now() AS at
    FROM (SELECT min(id::text) AS first, md5(string_agg(line, '' ORDER BY id)) AS part
            FROM (SELECT c.id, concat_ws(':', c.id, c.lock_version, c.submission, coalesce(d.rev, 0)) || ';' AS line,
                         (row_number() OVER (ORDER BY c.id)) / 10000 AS bundle
                    FROM case_ c LEFT JOIN draft d ON d.case_id = c.id
                   WHERE c.workflow_id = ANY ($1::uuid[])) AS one
           GROUP BY bundle) AS bundled`;

/** Reads what a publication touches, a batch at a time, through the snapshot in which somebody looks. */
@Injectable()
export class LookedAtRepository {
  constructor(private readonly database: Database) {}

  /** One view of all data from the first statement to the last, in which nothing can be written. */
  snapshot<Result>(look: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (sql) => {
      await sql.query('SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY');
      await enter(sql, 'system');
      return look(sql);
    });
  }

  async now(sql: Sql): Promise<Date> {
    const [row] = await sql.query<{ now: Date }>(`SELECT ${NOW} AS now`);
    return row?.now ?? new Date(0);
  }

  /** Differs as soon as any of the workflows' cases or drafts does. */
  async fingerprint(sql: Sql, workflows: readonly string[]): Promise<string> {
    const [row] = await sql.query<{ print: string }>(FINGERPRINT, [workflows]);
    return row?.print ?? '';
  }

  runningCases(sql: Sql, workflowId: string): AsyncGenerator<LookedAtCase[]> {
    return batches<LookedAtCase>(sql, 'looked_at_cases', CASES, workflowId);
  }

  submissions(sql: Sql, workflowId: string): AsyncGenerator<LookedAtSubmission[]> {
    return batches<LookedAtSubmission>(sql, 'looked_at_submissions', SUBMISSIONS, workflowId);
  }

  async organisations(sql: Sql, ids: readonly string[]): Promise<OrganisationFacts[]> {
    const rows = await sql.query<{ facts: OrganisationFacts }>(
      `SELECT ${ORGANISATION('x.id')} AS facts FROM organisation x WHERE x.id = ANY ($1::uuid[])`,
      [ids],
    );
    return rows.map(({ facts }) => facts);
  }
}

async function* batches<Row>(sql: Sql, cursor: string, statement: string, workflowId: string): AsyncGenerator<Row[]> {
  await sql.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${statement}`, [workflowId]);
  for (;;) {
    const rows = await sql.query<Row>(`FETCH ${String(BATCH)} FROM ${cursor}`);
    if (rows.length > 0) yield rows;
    if (rows.length < BATCH) break;
  }
  await sql.query(`CLOSE ${cursor}`);
}
