import { createHash } from 'node:crypto';
import type { Sql } from './database.ts';

/** Who did what, and with what result. `subject` and `detail` are words for an auditor; no password, code or token. */
export interface AuditEntry {
  type: string;
  personId: string | null;
  organisationId: string | null;
  caseId: string | null;
  subject: string | null;
  result: 'done' | 'refused';
  detail: string | null;
}

/** A stored line with its place in the chain. */
export interface AuditLine extends AuditEntry {
  seq: number;
  at: Date;
  prevHash: string;
  hash: string;
}

/** What a line says of itself, in one fixed form: the text that its hash covers after the hash before it. */
const canonical = (entry: AuditEntry): string =>
  JSON.stringify([
    entry.type,
    entry.personId,
    entry.organisationId,
    entry.caseId,
    entry.subject,
    entry.result,
    entry.detail,
  ]);

/** The hash that a line must have; `at` in milliseconds since 1970. */
export const auditHash = (prevHash: string, seq: number, at: number, entry: AuditEntry): string =>
  createHash('sha256').update(`${prevHash}\n${seq}\n${at}\n${canonical(entry)}`).digest('hex');

// Updating the head makes writers wait for one another, and an update that waited sees the newest row; reading the last
// line instead would let two lines follow the same one.
const APPEND = `
  WITH moment AS MATERIALIZED (SELECT date_trunc('milliseconds', clock_timestamp()) AS at),
  head AS (
    UPDATE audit_head h
       SET seq = h.seq + 1,
           prev_hash = h.hash,
           hash = encode(sha256(convert_to(
             concat_ws(E'\\n', h.hash, h.seq + 1, floor(extract(epoch FROM m.at) * 1000)::bigint, $1::text), 'UTF8')), 'hex')
      FROM moment m
    RETURNING h.seq, h.prev_hash, h.hash, m.at
  )
  INSERT INTO audit (seq, at, type, person_id, organisation_id, case_id, subject, result, detail, prev_hash, hash)
  SELECT head.seq, head.at, $2, $3::uuid, $4::uuid, $5::uuid, $6, $7, $8, head.prev_hash, head.hash
    FROM head
  RETURNING seq`;

/** Adds a line to the end of the installation's one audit chain, in the transaction of `sql`; answers with its number. */
export const appendAudit = async (sql: Sql, entry: AuditEntry): Promise<number> => {
  const { type, personId, organisationId, caseId, subject, result, detail } = entry;
  const values = [canonical(entry), type, personId, organisationId, caseId, subject, result, detail];
  const rows = await sql.prepared<{ seq: number }>('audit-append', APPEND, values);
  return rows[0]?.seq ?? 0;
};
