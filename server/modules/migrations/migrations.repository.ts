import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { FindingText } from '../../contract/finding.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

/** How the cases of one workflow follow one publication. */
export interface StoredPlan {
  id: string;
  publicationId: string;
  workflowId: string;
  toVersionId: string;
  dates: 'move' | 'keep';
  source: string | null;
  undoes: string | null;
  status: 'applying' | 'paused';
}

export type NewPlan = Omit<StoredPlan, 'id' | 'status'>;

/** A case that waits for its turn. */
export interface PendingItem {
  caseId: string;
  lockVersion: number;
}

/** How many cases of one publication have come how far. */
export interface Count {
  publication: string;
  total: number;
  done: number;
  failed: number;
  isPaused: boolean;
}

/** How many cases are carried over together; those of one organisation are never parted. */
const CHUNK = 50;

const RUNNING = `('upcoming', 'open')`;

const SELECT_ITEMS = `
  WITH ${TENANT},
  running AS (
    SELECT c.*, row_number() OVER (ORDER BY c.organisation_id, c.id) AS n
      FROM case_ c
     WHERE ${ENTERED} AND c.workflow_id = $8 AND c.status IN ${RUNNING} AND c.workflow_version_id <> $9),
  made AS (
    INSERT INTO migration_item (plan_id, case_id, chunk, lock_version, from_version_id, from_state, programme_id, organisation_id)
    SELECT $7::uuid, r.id, (min(r.n) OVER (PARTITION BY coalesce(r.organisation_id, r.id)) - 1) / ${CHUNK}, r.lock_version,
           r.workflow_version_id, r.state, r.programme_id, r.organisation_id
      FROM running r
    RETURNING chunk)
  SELECT chunk, count(*)::int AS cases FROM made GROUP BY chunk ORDER BY chunk`;

const PENDING_CHUNKS = `
  WITH ${TENANT}
  SELECT i.plan_id AS plan, i.chunk FROM migration_item i
   WHERE ${ENTERED} AND i.plan_id = $7 AND i.status = 'pending' GROUP BY 1, 2 ORDER BY 2`;

const COUNTS = `
  WITH ${TENANT}
  SELECT p.publication_id AS publication, count(i.case_id)::int AS total,
         count(*) FILTER (WHERE i.status IN ('done', 'left'))::int AS done,
         count(*) FILTER (WHERE i.status = 'failed')::int AS failed, bool_or(p.status = 'paused') AS "isPaused"
    FROM migration_plan p JOIN migration_item i ON i.plan_id = p.id
   WHERE ${ENTERED} AND p.publication_id = ANY ($7::uuid[])
   GROUP BY p.publication_id`;

const PLAN = `
  SELECT id, publication_id AS "publicationId", workflow_id AS "workflowId", to_version_id AS "toVersionId", dates, source,
         undoes, status
    FROM migration_plan`;

/** Plans and their items: what is to be done with each running case after a publication, and what has been. */
@Injectable()
export class MigrationsRepository {
  constructor(private readonly database: Database) {}

  async plan(id: string): Promise<StoredPlan | undefined> {
    const [plan] = await this.database.prepared<StoredPlan>('migration-plan', `${PLAN} WHERE id = $1`, [id]);
    return plan;
  }

  plansOf(sql: Sql, publication: string): Promise<StoredPlan[]> {
    return sql.query<StoredPlan>(`${PLAN} WHERE publication_id = $1 ORDER BY id`, [publication]);
  }

  /** Stores a plan with every running case that stands on another version, and hands them over. Answers how many there are. */
  async insert(sql: Sql, wanted: NewPlan): Promise<number> {
    const id = newId();
    const { publicationId, workflowId, toVersionId, dates, source, undoes } = wanted;
    await sql.query(
      `INSERT INTO migration_plan (id, publication_id, workflow_id, to_version_id, dates, source, undoes)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [id, publicationId, workflowId, toVersionId, dates, source, undoes],
    );
    const chunks = await sql.query<{ chunk: number; cases: number }>(SELECT_ITEMS, [
      ...tenantValues('system'),
      id,
      workflowId,
      toVersionId,
    ]);
    await this.order(sql, { plan: id, chunks: chunks.map(({ chunk }) => chunk), round: 1 });
    return chunks.reduce((sum, { cases }) => sum + cases, 0);
  }

  pending(plan: string, chunk: number): Promise<PendingItem[]> {
    return this.database.prepared<PendingItem>(
      'migration-pending',
      `WITH ${TENANT}
       SELECT i.case_id AS "caseId", i.lock_version AS "lockVersion" FROM migration_item i
        WHERE ${ENTERED} AND i.plan_id = $7 AND i.chunk = $8 AND i.status = 'pending'
        ORDER BY i.organisation_id, i.case_id`,
      [...tenantValues('system'), plan, chunk],
    );
  }

  /** For a case that needs nothing any more, or cannot be carried over (then with the reason). */
  async finish(plan: string, caseId: string, problem: FindingText | null): Promise<void> {
    await this.database.query(
      `WITH ${TENANT}
       UPDATE migration_item i SET status = $9, problem = $10, finished_at = now()
        WHERE ${ENTERED} AND i.plan_id = $7 AND i.case_id = $8 AND i.status = 'pending'`,
      [...tenantValues('system'), plan, caseId, problem === null ? 'left' : 'failed', problem],
    );
  }

  counts(publications: readonly string[]): Promise<Count[]> {
    return this.database.query<Count>(COUNTS, [...tenantValues('system'), publications]);
  }

  async pause(publication: string): Promise<void> {
    await this.database.query(
      `UPDATE migration_plan SET status = 'paused' WHERE publication_id = $1 AND status = 'applying'`,
      [publication],
    );
  }

  /** Hands over again what is pending; what failed is tried once more. */
  async resume(publication: string): Promise<void> {
    await this.database.transaction(async (sql) => {
      const plans = await sql.query<{ id: string; round: number }>(
        `UPDATE migration_plan SET status = 'applying', round = round + 1 WHERE publication_id = $1 RETURNING id, round`,
        [publication],
      );
      for (const { id, round } of plans) {
        await sql.query(
          `WITH ${TENANT}
           UPDATE migration_item i SET status = 'pending', problem = NULL, finished_at = NULL
            WHERE ${ENTERED} AND i.plan_id = $7 AND i.status = 'failed'`,
          [...tenantValues('system'), id],
        );
        const found = await sql.query<{ chunk: number }>(PENDING_CHUNKS, [...tenantValues('system'), id]);
        await this.order(sql, { plan: id, chunks: found.map(({ chunk }) => chunk), round });
      }
    });
  }

  private async order(
    sql: Sql,
    { plan, chunks, round }: { plan: string; chunks: number[]; round: number },
  ): Promise<void> {
    const orders = chunks.map((chunk) => ({
      id: newId(),
      key: `migration:${plan}:${String(chunk)}:${String(round)}`,
      payload: { plan, chunk },
    }));
    await sql.query(
      `INSERT INTO outbox (id, topic, dedup_key, payload)
       SELECT o.id, 'migration', o.key, o.payload FROM json_to_recordset($1::json) AS o(id uuid, key text, payload jsonb)`,
      [JSON.stringify(orders)],
    );
  }
}
