import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';

export interface OpenCase {
  id: string;
  versionId: string;
  state: string;
  organisation: string | null;
}

/** Ballots of running cases for which an election stands that is not void. */
export interface Planned {
  caseId: string;
  ballot: string;
}

/** What stands around elections, as rows: who else runs them, and the cases that they are held for. */
@Injectable()
export class ContestDeskRepository {
  constructor(private readonly database: Database) {}

  /** Names of people who hold one of the roles in the programme. */
  async holders(programmeId: string, roles: readonly string[]): Promise<string[]> {
    const rows = await this.database.query<{ name: string }>(
      `SELECT DISTINCT p.name FROM membership m JOIN person p ON p.id = m.person_id
        WHERE m.programme_id = $1 AND m.role = ANY($2) AND p.active ORDER BY p.name`,
      [programmeId, roles],
    );
    return rows.map(({ name }) => name);
  }

  /** Running cases of these versions of workflows. Who runs elections need not see the cases themselves. */
  openCases(versions: readonly string[]): Promise<OpenCase[]> {
    return this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      return sql.query<OpenCase>(
        `SELECT c.id, c.workflow_version_id AS "versionId", c.state, o.title AS organisation
           FROM case_ c LEFT JOIN organisation o ON o.id = c.organisation_id
          WHERE c.workflow_version_id = ANY($1) AND c.status = 'open' ORDER BY c.created_at LIMIT 200`,
        [versions],
      );
    });
  }

  /** By code. */
  async organisationTitles(codes: readonly string[]): Promise<Map<string, string>> {
    if (codes.length === 0) return new Map();
    const rows = await this.database.query<{ code: string; title: string }>(
      'SELECT code, title FROM organisation WHERE code = ANY($1)',
      [codes],
    );
    return new Map(rows.map(({ code, title }) => [code, title]));
  }

  planned(): Promise<Planned[]> {
    return this.database.query<Planned>(
      `SELECT case_id AS "caseId", ballot_key AS ballot FROM vote_election WHERE case_id IS NOT NULL AND status <> 'void'`,
    );
  }

  /** The clock that opens and closes elections. */
  async now(): Promise<Date> {
    const [row] = await this.database.query<{ now: Date }>('SELECT clock_timestamp() AS now');
    return row?.now ?? new Date();
  }
}
