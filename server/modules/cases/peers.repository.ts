import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, tenantValues } from '../../storage/tenant.ts';
import { ORGANISATION, type OrganisationFacts } from './organisation-facts.ts';

/** A case of a workflow as limits count it, before its version says what its state is. */
export interface PeerRow {
  id: string;
  versionId: string;
  organisationId: string | null;
  state: string;
  status: string;
  period: string | null;
  zero: boolean;
  late: boolean;
  /** Milliseconds since 1970, like `at`. */
  due: number | null;
  at: number;
  metrics: Record<string, unknown>;
  marks: string[];
}

/** How many cases people have begun, by the state in which these are now. */
export interface BegunRow {
  versionId: string;
  state: string;
  count: number;
}

const MILLISECONDS = (instant: string): string => `floor(extract(epoch FROM ${instant}) * 1000)::float8`;

const PEERS = `
  WITH ${TENANT}
  SELECT c.id, c.workflow_version_id AS "versionId", c.organisation_id AS "organisationId", c.state, c.status,
         c.period_key AS period, c.zero, c.late, ${MILLISECONDS('c.report_due')} AS due, ${MILLISECONDS('c.judged_at')} AS at,
         c.metrics, c.marks
    FROM case_ c
   WHERE ${ENTERED} AND c.workflow_id = $7 AND c.judged_at IS NOT NULL AND ($8::uuid IS NULL OR c.organisation_id = $8)`;

const BEGUN = `
  WITH ${TENANT}
  SELECT c.workflow_version_id AS "versionId", c.state, count(*)::int AS count
    FROM case_ c
   WHERE ${ENTERED} AND c.workflow_id = $7 AND c.started_at IS NOT NULL AND c.status <> 'cancelled'
     AND ($8::uuid IS NULL OR c.organisation_id = $8) AND ($9::uuid IS NULL OR c.started_by = $9)
   GROUP BY 1, 2`;

const HOLD = `SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest($1::text[]) WITH ORDINALITY AS n(name, place) ORDER BY place`;

/** What limits are judged by, as the system sees it. */
@Injectable()
export class PeersRepository {
  constructor(private readonly database: Database) {}

  /** The cases that were received: of one organisation, or of all. */
  peers(workflowId: string, organisationId: string | null, sql: Sql = this.database): Promise<PeerRow[]> {
    return sql.prepared<PeerRow>('peers', PEERS, [...tenantValues('system'), workflowId, organisationId]);
  }

  begun(
    workflowId: string,
    of: { organisation: string | null; person: string | null },
    sql: Sql = this.database,
  ): Promise<BegunRow[]> {
    const values = [...tenantValues('system'), workflowId, of.organisation, of.person];
    return sql.prepared<BegunRow>('peers-begun', BEGUN, values);
  }

  organisations(ids: readonly string[], sql: Sql = this.database): Promise<OrganisationFacts[]> {
    return ids.length === 0
      ? Promise.resolve([])
      : sql
          .prepared<{
            facts: OrganisationFacts;
          }>(
            'peers-organisations',
            `SELECT ${ORGANISATION('x.id')} AS facts FROM organisation x WHERE x.id = ANY ($1::uuid[])`,
            [ids],
          )
          .then((rows) => rows.map(({ facts }) => facts));
  }

  /** Runs in one transaction that holds these names, in this order, until it ends. */
  holding<Result>(names: readonly string[], work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return this.database.transaction(async (sql) => {
      await sql.prepared('peers-hold', HOLD, [names]);
      return work(sql);
    });
  }
}
