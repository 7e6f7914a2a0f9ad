import { Injectable } from '@nestjs/common';
import type { Occupied } from '../../engine/migration/propose.ts';
import type { Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';

const RUNNING = `c.status IN ('upcoming', 'open')`;

/** Where running cases stand, seen through the transaction or snapshot in which somebody looks. */
@Injectable()
export class OccupiedRepository {
  states(sql: Sql, workflowId: string): Promise<Occupied[]> {
    return sql.query<Occupied>(
      `WITH ${TENANT}
       SELECT c.state, count(*)::int AS cases FROM case_ c
        WHERE ${ENTERED} AND c.workflow_id = $7 AND ${RUNNING} GROUP BY c.state ORDER BY c.state`,
      [...tenantValues('system'), workflowId],
    );
  }

  /** The number of the version that is published, and of the one that would be next. */
  async numbers(sql: Sql, workflowId: string, versionId: string): Promise<{ from: number; to: number }> {
    const [row] = await sql.query<{ from: number; to: number }>(
      `SELECT max(n) FILTER (WHERE id = $2) AS "from", max(n) + 1 AS "to" FROM definition_version WHERE definition_id = $1`,
      [workflowId, versionId],
    );
    return row ?? { from: 1, to: 2 };
  }

  /** The running cases of a workflow in the order of their ids. */
  async running(sql: Sql, workflowId: string): Promise<string[]> {
    const rows = await sql.query<{ id: string }>(
      `WITH ${TENANT}
       SELECT c.id FROM case_ c WHERE ${ENTERED} AND c.workflow_id = $7 AND ${RUNNING} ORDER BY c.id`,
      [...tenantValues('system'), workflowId],
    );
    return rows.map(({ id }) => id);
  }
}
