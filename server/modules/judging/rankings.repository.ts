import { Injectable } from '@nestjs/common';
import { Database, type Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';

/** What a count was made from beside the marks. */
export interface RankingGiven {
  withdrawn: string[];
  decisions: string[][];
  seed: string;
  sources: Record<string, Record<string, string>>;
}

export interface StoredRanking {
  n: number;
  given: RankingGiven;
  result: string;
  at: Date;
  by: string;
}

/** Counts of juries. They are only added: a recount is another one. */
@Injectable()
export class RankingsRepository {
  constructor(private readonly database: Database) {}

  async all(caseId: string): Promise<StoredRanking[]> {
    return this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      return this.rows(sql, caseId);
    });
  }

  /** One count of a case at a time; `count` is told the former ones. */
  async add(
    caseId: string,
    person: string,
    count: (former: readonly StoredRanking[]) => { given: RankingGiven; result: string },
  ): Promise<void> {
    await this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      await sql.query(`SELECT pg_advisory_xact_lock(hashtextextended('ranking:' || $1, 0))`, [caseId]);
      const { given, result } = count(await this.rows(sql, caseId));
      await sql.query(
        `INSERT INTO ranking_tally (case_id, n, given, result, counted_by, programme_id, organisation_id)
         SELECT c.id, coalesce((SELECT max(n) FROM ranking_tally WHERE case_id = c.id), 0) + 1, $2, $3, $4,
                c.programme_id, c.organisation_id
           FROM case_ c WHERE c.id = $1`,
        [caseId, JSON.stringify(given), result, person],
      );
    });
  }

  private rows(sql: Sql, caseId: string): Promise<StoredRanking[]> {
    return sql.query<StoredRanking>(
      `SELECT r.n, r.given, r.result, r.counted_at AS at, p.name AS by
         FROM ranking_tally r JOIN person p ON p.id = r.counted_by WHERE r.case_id = $1 ORDER BY r.n`,
      [caseId],
    );
  }
}
