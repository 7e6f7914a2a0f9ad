import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import { type KindTag, kinds } from './organisation-facts.ts';

/** A case that another one may gather, as one statement reads it. */
export interface GatherableFacts {
  id: string;
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
  org: { code: string; title: string; kinds: KindTag[] } | null;
  form: Record<string, unknown>;
}

/** Cases of a workflow of the programme: all of them, or those of an organisation and of everything below it. */
export interface Within {
  programmeId: string;
  workflow: string;
  organisation: string | null;
}

const GATHERABLE = `
  WITH RECURSIVE ${TENANT},
  below AS (
    SELECT o.id, 1 AS depth FROM organisation o WHERE o.id = $9::uuid
    UNION ALL
    SELECT o.id, b.depth + 1 FROM below b JOIN organisation o ON o.parent_id = b.id WHERE b.depth < 20)
  SELECT c.id, c.workflow_version_id AS "versionId", c.lock_version AS "lockVersion", c.state, c.status,
         c.period_key AS period, c.receipt IS NOT NULL AS submitted, c.zero, coalesce(c.late, false) AS late,
         floor(extract(epoch FROM c.report_due) * 1000)::float8 AS due, c.metrics,
         CASE WHEN o.id IS NOT NULL THEN json_build_object('code', o.code, 'title', o.title, 'kinds', ${kinds('o.id')}) END AS org,
         CASE WHEN l.zero IS FALSE THEN l.data ELSE '{}' END AS form
    FROM case_ c
    JOIN definition d ON d.id = c.workflow_id
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN submission l ON l.case_id = c.id AND l.n = c.submission
   WHERE ${ENTERED} AND c.programme_id = $7 AND d.key = $8 AND ($9::uuid IS NULL OR c.organisation_id IN (SELECT id FROM below))
   ORDER BY o.code, c.period_key, c.id`;

/** Reads what a case may gather, as the system sees it: who may gather is for the rules of the gathering case to say. */
@Injectable()
export class GatheringRepository {
  constructor(private readonly database: Database) {}

  within({ programmeId, workflow, organisation }: Within): Promise<GatherableFacts[]> {
    const values = [...tenantValues('system'), programmeId, workflow, organisation];
    return this.database.prepared<GatherableFacts>('gatherable', GATHERABLE, values);
  }

  /** How cases stand now, by id; for lists of what was gathered earlier. */
  async standing(ids: readonly string[]): Promise<Map<string, { versionId: string; state: string }>> {
    const rows = await this.database.prepared<{ id: string; versionId: string; state: string }>(
      'gathered-standing',
      `WITH ${TENANT}
       SELECT c.id, c.workflow_version_id AS "versionId", c.state FROM case_ c WHERE ${ENTERED} AND c.id = ANY ($7::uuid[])`,
      [...tenantValues('system'), ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }
}
