import { Injectable } from '@nestjs/common';
import type { Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';

/** A case that an election is held for, with what was submitted last. */
export interface ContestCase {
  programme: string;
  programmeId: string;
  versionId: string;
  state: string;
  data: Record<string, unknown>;
}

const CONTEST_CASE = `
  SELECT p.key AS programme, c.programme_id AS "programmeId", c.workflow_version_id AS "versionId", c.state,
         coalesce((SELECT s.data FROM submission s WHERE s.case_id = c.id ORDER BY s.n DESC LIMIT 1), '{}') AS data
    FROM case_ c JOIN programme p ON p.id = c.programme_id WHERE c.id = $1`;

/** Cases that elections are held for, as rows. Who runs elections need not see the case itself. */
@Injectable()
export class ContestCasesRepository {
  async find(sql: Sql, id: string): Promise<ContestCase | undefined> {
    await enter(sql, 'system');
    const [found] = await sql.query<ContestCase>(CONTEST_CASE, [id]);
    return found;
  }

  async originOf(sql: Sql, election: string): Promise<{ caseId: string; ballot: string } | undefined> {
    const [row] = await sql.query<{ caseId: string; ballot: string }>(
      `SELECT case_id AS "caseId", ballot_key AS ballot FROM vote_election WHERE id = $1 AND case_id IS NOT NULL`,
      [election],
    );
    return row;
  }
}
