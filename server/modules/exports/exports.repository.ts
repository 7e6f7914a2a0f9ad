import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

/** What of an export's row stands beside the data. */
export interface ExportedCase {
  id: string;
  code: string | null;
  organisation: string | null;
  period: string | null;
  workflow: string;
  sentAt: Date;
}

const CASES = `
  WITH ${TENANT}
  SELECT c.id, o.code, o.title AS organisation, c.period_key AS period, w.key AS workflow, s.saved_at AS "sentAt"
    FROM case_ c
    JOIN submission s ON s.case_id = c.id AND s.n = c.submission
    JOIN definition_version v ON v.id = s.form_version_id
    JOIN definition w ON w.id = c.workflow_id
    LEFT JOIN organisation o ON o.id = c.organisation_id
   WHERE ${ENTERED} AND v.definition_id = $7 AND c.receipt IS NOT NULL AND NOT s.zero
   ORDER BY w.key, o.code NULLS FIRST, c.period ->> 'from', c.id
   LIMIT $8`;

/** What was handed in on a form, whichever version it had then. */
@Injectable()
export class ExportsRepository {
  constructor(private readonly database: Database) {}

  /** The id of a form that was ever published, with its versions' ids, the newest first. */
  async form(programme: string, key: string): Promise<{ id: string; versions: string[] } | undefined> {
    const [row] = await this.database.query<{ id: string; versions: string[] }>(
      `SELECT d.id, array_agg(v.id ORDER BY v.n DESC) AS versions
         FROM definition d JOIN programme p ON p.id = d.programme_id
         JOIN definition_version v ON v.definition_id = d.id AND v.status <> 'draft'
        WHERE p.key = $1 AND d.kind = 'Form' AND d.key = $2 GROUP BY d.id`,
      [programme, key],
    );
    return row;
  }

  /** The cases that count as received and that the tenant reaches, at most so many. */
  received(tenant: Tenant, form: string, most: number): Promise<ExportedCase[]> {
    return this.database.query<ExportedCase>(CASES, [...tenantValues(tenant), form, most]);
  }
}
