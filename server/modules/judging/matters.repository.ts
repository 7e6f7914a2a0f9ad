import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

export interface StoredMatter {
  id: string;
  kind: string;
  status: 'open' | 'closed';
  text: string;
  formVersion: string | null;
  data: Record<string, unknown> | null;
  person: string | null;
  name: string | null;
  stranger: string | null;
  contact: string | null;
  openedAt: Date;
  answer: string | null;
  closedBy: string | null;
  closedAt: Date | null;
}

const COLUMNS = `
  t.id, t.key AS kind, t.status, t.text, t.form_version_id AS "formVersion", t.data, t.opened_by AS person, p.name,
  t.stranger, t.contact, t.opened_at AS "openedAt", t.answer, q.name AS "closedBy", t.closed_at AS "closedAt"`;

const FROM = 'FROM matter t LEFT JOIN person p ON p.id = t.opened_by LEFT JOIN person q ON q.id = t.closed_by';

/** Side records of cases as rows. */
@Injectable()
export class MattersRepository {
  constructor(private readonly database: Database) {}

  all(tenant: Tenant, caseId: string): Promise<StoredMatter[]> {
    return this.database.prepared(
      'matters-of-case',
      `WITH ${TENANT} SELECT ${COLUMNS} ${FROM} WHERE ${ENTERED} AND t.case_id = $7 ORDER BY t.status = 'closed', t.opened_at, t.id`,
      [...tenantValues(tenant), caseId],
    );
  }

  /** By the digest of its receipt. */
  async byReceipt(digest: string): Promise<StoredMatter | undefined> {
    const rows = await this.database.prepared<StoredMatter>(
      'matter-by-receipt',
      `WITH ${TENANT} SELECT ${COLUMNS} ${FROM} WHERE ${ENTERED} AND t.receipt = $7`,
      [...tenantValues('system'), digest],
    );
    return rows[0];
  }
}
