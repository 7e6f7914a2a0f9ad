import { Injectable } from '@nestjs/common';
import type { ContestFlag } from '../../contract/wire/contest.ts';
import { Database, type Sql } from '../../storage/database.ts';

interface Row {
  id: string;
  kind: string;
  detail: { batch: string; bucket: string; ok: number; codes: number };
  decision: string | null;
  decidedBy: string | null;
}

const FLAGS = `
  SELECT f.id, f.kind, f.detail, f.decision, p.name AS "decidedBy"
    FROM vote_flag f LEFT JOIN person p ON p.id = f.decided_by WHERE f.election_id = $1 ORDER BY f.opened_at, f.id`;

/** What stood out in the casts of an election. A flag touches no ballot; it is explained, and stays. */
@Injectable()
export class FlagsRepository {
  constructor(private readonly database: Database) {}

  async of(election: string): Promise<ContestFlag[]> {
    const rows = await this.database.query<Row>(FLAGS, [election]);
    return rows.map(({ detail: { batch, bucket, ok, codes }, ...flag }) => ({
      ...flag,
      batch,
      from: new Date(bucket).toISOString(),
      used: ok,
      codes,
    }));
  }

  /** Answers false where there is no such flag, or it was decided before. */
  async decide(sql: Sql, flag: { election: string; id: string; decision: string; person: string }): Promise<boolean> {
    const rows = await sql.query(
      `UPDATE vote_flag SET decision = $3, decided_by = $4 WHERE election_id = $1 AND id = $2 AND decision IS NULL
       RETURNING id`,
      [flag.election, flag.id, flag.decision, flag.person],
    );
    return rows.length === 1;
  }
}
