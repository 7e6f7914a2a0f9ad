import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { ENTERED, TENANT, type Tenant, tenantValues } from '../../storage/tenant.ts';

/** A stored file as an attachment names it. */
export interface FoundAttachment {
  id: string;
  caseId: string;
  purpose: 'field' | 'original';
  field: string | null;
  roster: string | null;
  row: string | null;
  sha256: string;
  size: number;
  type: string;
  name: string;
  uploadedBy: string;
  removedAt: Date | null;
}

const FIND = `
  WITH ${TENANT}
  SELECT a.id, a.case_id AS "caseId", a.purpose, a.field, a.roster, a.row_id AS row, a.sha256, f.size, f.type, a.name,
         a.uploaded_by AS "uploadedBy", a.removed_at AS "removedAt"
    FROM attachment a JOIN file f ON f.sha256 = a.sha256
   WHERE ${ENTERED} AND a.id = $7`;

/** Whether a frozen version names the file. Ids are made by us and stand nowhere by chance. */
const FROZEN = `
  WITH ${TENANT}
  SELECT EXISTS (SELECT FROM submission s WHERE ${ENTERED} AND s.case_id = $7 AND s.data::text LIKE '%' || $8 || '%') AS found`;

/** Held for the rest of the transaction by whoever keeps or sweeps these bytes. */
const LOCK = `SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`;

const KEEP = `
  INSERT INTO file (sha256, size, type) VALUES ($1, $2, $3)
  ON CONFLICT (sha256) DO UPDATE SET stored_at = now()`;

const FORGET = `
  WITH ${TENANT}
  DELETE FROM file f
   WHERE ${ENTERED} AND f.sha256 = $7 AND f.stored_at < now() - $8 * interval '1 hour'
     AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256)`;

@Injectable()
export class AttachmentsRepository {
  constructor(private readonly database: Database) {}

  async find(tenant: Tenant, id: string): Promise<FoundAttachment | undefined> {
    const [row] = await this.database.prepared<FoundAttachment>('attachment', FIND, [...tenantValues(tenant), id]);
    return row;
  }

  async isFrozen(tenant: Tenant, { caseId, id }: { caseId: string; id: string }): Promise<boolean> {
    const [row] = await this.database.query<{ found: boolean }>(FROZEN, [...tenantValues(tenant), caseId, id]);
    return row?.found === true;
  }

  /** Writes that bytes are kept; `place` puts them where they stay, before the row is committed. */
  async keep(file: { sha256: string; size: number; type: string }, place: () => Promise<void>): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(LOCK, [file.sha256]);
      await place();
      await sql.query(KEEP, [file.sha256, file.size, file.type]);
    });
  }

  /** Forgets bytes that nobody names and that came more than so many hours ago; `remove` runs where no row is left. */
  async forget(sha256: string, hours: number, remove: () => Promise<void>): Promise<void> {
    await this.database.transaction(async (sql) => {
      await sql.query(LOCK, [sha256]);
      await sql.query(FORGET, [...tenantValues('system'), sha256, hours]);
      if (!(await isKnown(sql, sha256))) await remove();
    });
  }

  /** Hashes of files that no attachment names, older than so many hours. */
  async unnamed(hours: number): Promise<string[]> {
    const rows = await this.database.query<{ sha256: string }>(
      `WITH ${TENANT}
       SELECT f.sha256 FROM file f
        WHERE ${ENTERED} AND f.stored_at < now() - $7 * interval '1 hour'
          AND NOT EXISTS (SELECT FROM attachment a WHERE a.sha256 = f.sha256) LIMIT 10000`,
      [...tenantValues('system'), hours],
    );
    return rows.map(({ sha256 }) => sha256);
  }

  async knows(sha256: string): Promise<boolean> {
    return isKnown(this.database, sha256);
  }
}

const isKnown = async (sql: Sql, sha256: string): Promise<boolean> =>
  (await sql.query('SELECT FROM file WHERE sha256 = $1', [sha256])).length > 0;
