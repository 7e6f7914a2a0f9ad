import { Injectable } from '@nestjs/common';
import type { AuditQuery, AuditRow } from '../../contract/wire/audit.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { containing } from '../../storage/search-text.ts';
import { AuditTrail, type AuditTrailLine } from '../audit-trail.ts';
import { auditHash, type ChainedLine } from './audit-hash.ts';

interface Head {
  seq: number;
  hash: string;
  at: Date;
}

export interface StoredLine extends ChainedLine {
  prevHash: string;
  hash: string;
}

const complete = ({
  type,
  person,
  organisation,
  case: of,
  subject,
  result,
  detail,
}: AuditTrailLine): Required<AuditTrailLine> => ({
  type,
  person,
  organisation: organisation ?? null,
  case: of ?? null,
  subject: subject ?? null,
  result: result ?? 'done',
  detail: detail ?? null,
});

/** Whole days of the zone in which the dates of the filter were meant. */
const FILTER = `
   WHERE ($1::date IS NULL OR a.at >= $1::date::timestamp AT TIME ZONE $7)
     AND ($2::date IS NULL OR a.at < ($2::date + 1)::timestamp AT TIME ZONE $7)
     AND ($3::text IS NULL OR a.type = $3 OR a.type LIKE $3 || '.%')
     AND ($4::uuid IS NULL OR a.person_id = $4)
     AND ($5::uuid IS NULL OR a.case_id = $5)
     AND ($6::text IS NULL OR p.name ILIKE $6 OR p.account ILIKE $6 OR o.title ILIKE $6 OR a.type ILIKE $6 OR a.subject ILIKE $6)`;

const FROM = `
    FROM audit a LEFT JOIN person p ON p.id = a.person_id LEFT JOIN organisation o ON o.id = a.organisation_id`;

const LIST = `
  SELECT a.seq::text AS id, a.at, a.type, p.name AS person, o.title AS organisation, a.subject, a.case_id AS "case", a.result, a.detail
  ${FROM} ${FILTER} ORDER BY a.seq DESC LIMIT $8 OFFSET $9`;

/** The installation's record: appended to, read, never changed. */
@Injectable()
export class AuditRepository extends AuditTrail {
  constructor(private readonly database: Database) {
    super();
  }

  /** Writes a line as part of the change that it tells of. Last in its transaction, as it puts all writers in a line. */
  override async append(sql: Sql, given: AuditTrailLine): Promise<void> {
    const [head] = await sql.query<Head>(
      `SELECT seq, hash, date_trunc('milliseconds', clock_timestamp()) AS at FROM audit_head FOR UPDATE`,
    );
    if (head === undefined) throw new Error('the head of the audit chain is missing');
    const line: ChainedLine = { ...complete(given), seq: head.seq + 1, at: head.at };
    const hash = auditHash(head.hash, line);
    await sql.query(
      `WITH moved AS (UPDATE audit_head SET seq = $1, hash = $11)
       INSERT INTO audit (seq, at, type, person_id, organisation_id, case_id, subject, result, detail, prev_hash, hash)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        line.seq,
        line.at,
        line.type,
        line.person,
        line.organisation,
        line.case,
        line.subject,
        line.result,
        line.detail,
        head.hash,
        hash,
      ],
    );
  }

  /** Writes a line of its own, for what changes nothing else: a refused sign-in, a look behind a mask. */
  async record(line: AuditTrailLine): Promise<void> {
    await this.database.transaction((sql) => this.append(sql, line));
  }

  async page(
    { from, to, type, person, case: of, q, page, size }: AuditQuery,
    zone: string,
  ): Promise<Page<Omit<AuditRow, 'subjects'>>> {
    const filter = [from ?? null, to ?? null, type ?? null, person ?? null, of ?? null, containing(q), zone];
    const rows = await this.database.query<Omit<AuditRow, 'at' | 'subjects'> & { at: Date }>(LIST, [
      ...filter,
      size,
      (page - 1) * size,
    ]);
    const [count] = await this.database.query<{ total: number }>(
      `SELECT count(*)::int AS total ${FROM} ${FILTER}`,
      filter,
    );
    return { rows: rows.map((row) => ({ ...row, at: row.at.toISOString() })), total: count?.total ?? 0, page, size };
  }

  async head(): Promise<{ seq: number; hash: string }> {
    const [head] = await this.database.query<{ seq: number; hash: string }>(`SELECT seq, hash FROM audit_head`);
    if (head === undefined) throw new Error('the head of the audit chain is missing');
    return head;
  }

  /** Lines after a number, in the chain's order. */
  async after(seq: number, limit: number): Promise<StoredLine[]> {
    return this.database.query<StoredLine>(
      `SELECT seq, at, type, person_id AS person, organisation_id AS organisation, case_id AS "case", subject, result, detail,
              prev_hash AS "prevHash", hash
         FROM audit WHERE seq > $1 ORDER BY seq LIMIT $2`,
      [seq, limit],
    );
  }
}
