import { Injectable } from '@nestjs/common';
import type { Task } from '../../engine/case.ts';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';
import type { CaseReach } from './case-reach.ts';
import { CASE_COLUMNS, type CaseRecord } from './case-record.ts';
import { ORGANISATION, type OrganisationFacts } from './organisation-facts.ts';

/** Which cases, as columns hold them; what is undefined is not asked for. */
export interface CaseFilter {
  programme?: string | undefined;
  workflows?: string[] | undefined;
  organisation?: string | undefined;
  period?: string | undefined;
  state?: string | undefined;
  status?: string | undefined;
  /** Part of the title or code of the organisation. */
  text?: string | undefined;
  /** Only cases in one of these states of these workflows. */
  states?: { workflow: string; state: string }[] | undefined;
}

/** What the last return or reopening said, where it led to the present visit. */
export interface ReturnFacts {
  comment: string | null;
  reasons: string[];
  at: string;
}

/** A case as lists show it. */
export interface ListedCase extends CaseRecord {
  now: Date;
  organisation: OrganisationFacts | null;
  tasks: (Task & { name: string | null })[];
  openQueries: number;
  returned: ReturnFacts | null;
  /** Only where a person can be named in the form. */
  data: Record<string, unknown> | null;
}

export type CaseSort = 'due' | 'updated' | 'organisation';

const ORDERS: Record<CaseSort, string> = {
  due: 'c.due ASC NULLS LAST, o.code, c.id',
  updated: 'c.updated_at DESC, c.id',
  organisation: 'o.code ASC NULLS FIRST, c.due ASC NULLS LAST, c.id',
};

/** An SQL expression over `case_ c`: why the case came back to the state it is in. */
export const RETURNED = `
  (SELECT json_build_object('comment', t.comment, 'reasons', e.reasons, 'at', e.at)
     FROM event e LEFT JOIN event_text t ON t.case_id = e.case_id AND t.seq = e.seq
    WHERE e.case_id = c.id AND e.visit = c.visit AND e.kind IN ('return', 'reopen')
    ORDER BY e.seq DESC LIMIT 1)`;

/** The tasks of the present visit, with the name of who has claimed each. */
const NAMED_TASKS = `
  coalesce((SELECT json_agg(json_build_object('key', t.key, 'visit', t.visit, 'subject', t.subject, 'slot', t.slot, 'assignee',
                                              t.assignee_id, 'status', t.status, 'outcome', t.outcome, 'name', p.name)
                            ORDER BY t.key, t.subject, t.slot)
              FROM task t LEFT JOIN person p ON p.id = t.assignee_id
             WHERE t.case_id = c.id AND t.visit = c.visit), '[]')`;

const FROM = `
    FROM case_ c
    LEFT JOIN organisation o ON o.id = c.organisation_id
    LEFT JOIN draft d ON d.case_id = c.id AND c.workflow_id = ANY ($10::uuid[])
    LEFT JOIN submission l ON l.case_id = c.id AND l.n = c.submission AND c.workflow_id = ANY ($10::uuid[])
   WHERE ${ENTERED}
     AND (c.workflow_id = ANY ($7::uuid[])
          OR (c.workflow_id, c.organisation_id) IN (SELECT * FROM unnest($8::uuid[], $9::uuid[]))
          OR EXISTS (SELECT FROM unnest($10::uuid[], $11::text[]) AS n(workflow, field)
                      WHERE n.workflow = c.workflow_id AND coalesce(d.data, l.data) ->> n.field = $5))
     AND ($12::uuid IS NULL OR c.programme_id = $12)
     AND ($13::uuid[] IS NULL OR c.workflow_id = ANY ($13))
     AND ($14::uuid IS NULL OR c.organisation_id = $14)
     AND ($15::text IS NULL OR c.period_key = $15)
     AND ($16::text IS NULL OR c.state = $16)
     AND ($17::text IS NULL OR c.status = $17)
     AND ($18::text IS NULL OR o.title ILIKE $18 OR o.code ILIKE $18)
     AND ($19::uuid[] IS NULL OR (c.workflow_id, c.state) IN (SELECT * FROM unnest($19::uuid[], $20::text[])))`;

const like = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;

const valuesOf = (tenant: Tenant, { wide, pairs, named }: CaseReach, filter: CaseFilter): unknown[] => [
  ...tenantValues(tenant),
  wide,
  pairs.map(({ workflow }) => workflow),
  pairs.map(({ organisation }) => organisation),
  named.map(({ workflow }) => workflow),
  named.map(({ field }) => field),
  filter.programme ?? null,
  filter.workflows ?? null,
  filter.organisation ?? null,
  filter.period ?? null,
  filter.state ?? null,
  filter.status ?? null,
  like(filter.text),
  filter.states?.map(({ workflow }) => workflow) ?? null,
  filter.states?.map(({ state }) => state) ?? null,
];

/** Lists of cases. The reach is exact; row-level security stands behind it. */
@Injectable()
export class CaseListRepository {
  constructor(private readonly database: Database) {}

  rows(
    tenant: Tenant,
    reach: CaseReach,
    { filter, sort, page, size }: { filter: CaseFilter; sort: CaseSort; page: number; size: number },
  ): Promise<ListedCase[]> {
    return this.database.query<ListedCase>(
      `WITH ${TENANT}
       SELECT ${CASE_COLUMNS}, ${NOW} AS now, ${ORGANISATION('c.organisation_id')} AS organisation, ${NAMED_TASKS} AS tasks,
              (SELECT count(*)::int FROM query q WHERE q.case_id = c.id AND q.status IN ('open', 'answered')) AS "openQueries",
              ${RETURNED} AS returned, coalesce(d.data, l.data) AS data
       ${FROM} ORDER BY ${ORDERS[sort]} LIMIT $21 OFFSET $22`,
      [...valuesOf(tenant, reach, filter), size, (page - 1) * size],
    );
  }

  async count(tenant: Tenant, reach: CaseReach, filter: CaseFilter): Promise<number> {
    const [row] = await this.database.query<{ total: number }>(
      `WITH ${TENANT} SELECT count(*)::int AS total ${FROM}`,
      valuesOf(tenant, reach, filter),
    );
    return row?.total ?? 0;
  }

  /** All organisations, for those whose reach has to be told one by one; and the time. */
  async organisations(): Promise<{ organisations: OrganisationFacts[]; now: Date }> {
    const rows = await this.database.query<{ facts: OrganisationFacts; now: Date }>(
      `SELECT ${ORGANISATION('x.id')} AS facts, ${NOW} AS now FROM organisation x WHERE x.active ORDER BY x.id`,
    );
    return { organisations: rows.map(({ facts }) => facts), now: rows[0]?.now ?? new Date(0) };
  }
}
