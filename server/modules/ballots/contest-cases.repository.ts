import { Injectable } from '@nestjs/common';
import type { Entry } from '../../engine/command.ts';
import type { Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';

/** A case that an election is held for, with what was submitted last and what was gathered then. */
export interface ContestCase {
  programme: string;
  programmeId: string;
  versionId: string;
  state: string;
  data: Record<string, unknown>;
  entries: Entry[] | null;
}

const CONTEST_CASE = `
  SELECT p.key AS programme, c.programme_id AS "programmeId", c.workflow_version_id AS "versionId", c.state,
         coalesce(s.data, '{}') AS data, s.gathered AS entries
    FROM case_ c JOIN programme p ON p.id = c.programme_id
    LEFT JOIN LATERAL (SELECT * FROM submission f WHERE f.case_id = c.id ORDER BY f.n DESC LIMIT 1) s ON true
   WHERE c.id = $1`;

const PICTURES = `
  SELECT a.id, a.sha256 FROM attachment a JOIN file f ON f.sha256 = a.sha256
   WHERE a.case_id = ANY ($1::uuid[]) AND a.purpose = 'field' AND f.type LIKE 'image/%' AND a.declared IS NOT FALSE`;

/** Cases that elections are held for, as rows. Who runs elections need not see the case itself. */
@Injectable()
export class ContestCasesRepository {
  async find(sql: Sql, id: string): Promise<ContestCase | undefined> {
    await enter(sql, 'system');
    const [found] = await sql.query<ContestCase>(CONTEST_CASE, [id]);
    return found;
  }

  /** The digests of the pictures in cells of these cases that may be shown, by the ids of the files. */
  async pictures(sql: Sql, cases: readonly string[]): Promise<Map<string, string>> {
    await enter(sql, 'system');
    const rows = await sql.query<{ id: string; sha256: string }>(PICTURES, [cases]);
    return new Map(rows.map(({ id, sha256 }) => [id, sha256]));
  }

  async originOf(sql: Sql, election: string): Promise<{ caseId: string; ballot: string } | undefined> {
    const [row] = await sql.query<{ caseId: string; ballot: string }>(
      `SELECT case_id AS "caseId", ballot_key AS ballot FROM vote_election WHERE id = $1 AND case_id IS NOT NULL`,
      [election],
    );
    return row;
  }
}
