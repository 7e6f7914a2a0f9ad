import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import type { SiblingFacts } from '../cases/case-state.repository.ts';
import { ORGANISATION, type OrganisationFacts } from '../cases/organisation-facts.ts';

/** What was answered when the same request was carried out. */
export interface StoredAnswer {
  requestHash: string;
  result: unknown;
}

const SIBLINGS = `
  WITH ${TENANT}
  SELECT s.id, s.workflow_id AS "workflowId", s.workflow_version_id AS "versionId", s.lock_version AS "lockVersion", s.state,
         s.status, s.period_key AS period, s.receipt IS NOT NULL AS submitted, s.zero, coalesce(s.late, false) AS late,
         floor(extract(epoch FROM s.report_due) * 1000)::float8 AS due, s.metrics
    FROM case_ s
   WHERE ${ENTERED} AND s.programme_id = $7 AND s.organisation_id IS NOT DISTINCT FROM $8::uuid ORDER BY s.id`;

/** Everything that is looked at before a case begins, as the system sees it. */
@Injectable()
export class StartsRepository {
  constructor(private readonly database: Database) {}

  async now(sql: Sql = this.database): Promise<Date> {
    const [row] = await sql.query<{ now: Date }>(`SELECT ${NOW} AS now`);
    return row?.now ?? new Date(0);
  }

  /** Active organisations whose name or code has the word in it. */
  async organisations(word?: string): Promise<OrganisationFacts[]> {
    const rows = await this.database.query<{ facts: OrganisationFacts }>(
      `SELECT ${ORGANISATION('x.id')} AS facts FROM organisation x
        WHERE x.active AND ($1::text IS NULL OR position(lower($1) IN lower(x.title || ' ' || x.code)) > 0)
        ORDER BY x.title, x.id`,
      [word ?? null],
    );
    return rows.map(({ facts }) => facts);
  }

  /** Undefined where there is none, or it has left. */
  async organisation(id: string, sql: Sql = this.database): Promise<OrganisationFacts | undefined> {
    const rows = await sql.query<{ facts: OrganisationFacts }>(
      `SELECT ${ORGANISATION('x.id')} AS facts FROM organisation x WHERE x.active AND x.id = $1`,
      [id],
    );
    return rows[0]?.facts;
  }

  /** All cases that the organisation has in the programme. */
  siblings(programmeId: string, organisationId: string | null, sql: Sql = this.database): Promise<SiblingFacts[]> {
    return sql.prepared<SiblingFacts>('start-siblings', SIBLINGS, [
      ...tenantValues('system'),
      programmeId,
      organisationId,
    ]);
  }

  async answered(key: string, sql: Sql = this.database): Promise<StoredAnswer | undefined> {
    const [row] = await sql.prepared<StoredAnswer>(
      'start-answered',
      `WITH ${TENANT} SELECT request_hash AS "requestHash", result FROM command WHERE ${ENTERED} AND key = $7`,
      [...tenantValues('system'), key],
    );
    return row;
  }
}
