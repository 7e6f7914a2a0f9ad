import { Injectable } from '@nestjs/common';
import type { CaseStatus } from '../../contract/wire/case.ts';
import type { Period } from '../../engine/case.ts';
import { Database } from '../../storage/database.ts';
import { NOW } from '../../storage/now.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

/** One case of one organisation, as the overview counts it. */
export interface BoardRow {
  now: Date;
  id: string;
  organisation: string;
  code: string;
  title: string;
  kinds: string[];
  workflowVersionId: string;
  period: (Omit<Period, 'key'> & { key: string }) | null;
  state: string;
  status: CaseStatus;
  /** When the report is due, whatever state the case is in. */
  due: Date | null;
  late: boolean;
  zero: boolean;
  reported: boolean;
  marks: string[];
}

/** Organisations stand in the order in which they were entered, which is the order of the notice. */
const BOARD = `
  WITH ${TENANT}
  SELECT ${NOW} AS now, c.id, o.id AS organisation, o.code, o.title, c.workflow_version_id AS "workflowVersionId",
         coalesce((SELECT array_agg(k.kind ORDER BY k.kind) FROM organisation_kind k WHERE k.organisation_id = o.id
                     AND coalesce(k.valid_from <= (${NOW})::date, true) AND coalesce(k.valid_to >= (${NOW})::date, true)), '{}') AS kinds,
         CASE WHEN c.period_key IS NOT NULL THEN c.period || jsonb_build_object('key', c.period_key) END AS period,
         c.state, c.status, c.report_due AS due, coalesce(c.late, false) AS late, c.zero, c.receipt IS NOT NULL AS reported, c.marks
    FROM case_ c JOIN organisation o ON o.id = c.organisation_id
   WHERE ${ENTERED} AND c.programme_id = $7 AND c.status <> 'cancelled'
   ORDER BY o.id, c.workflow_id, c.period ->> 'from'`;

@Injectable()
export class BoardRepository {
  constructor(private readonly database: Database) {}

  /** Every case of organisations in a programme that the tenant sees. */
  rows(tenant: Tenant, programmeId: string): Promise<BoardRow[]> {
    return this.database.query<BoardRow>(BOARD, [...tenantValues(tenant), programmeId]);
  }
}
