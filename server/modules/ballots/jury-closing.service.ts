import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { JuryMarks } from '../jury-marks.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';

/** Sealed contests without a source of ballots. */
const SEALED = `SELECT id FROM vote_election WHERE status = 'sealed' AND rules->>'source' = ''`;

/** A jury's contest has no box: it is opened and closed at once, when the last judge has finished. */
@Injectable()
export class JuryClosingService {
  constructor(
    private readonly database: Database,
    private readonly cases: ContestCasesRepository,
    private readonly marks: JuryMarks,
  ) {}

  async sealed(): Promise<string[]> {
    return (await this.database.query<{ id: string }>(SEALED)).map(({ id }) => id);
  }

  /** Nothing happens while somebody may still mark, nor to what is not sealed or not a jury's. */
  async close(id: string): Promise<void> {
    const [sealed] = await this.database.query(`${SEALED} AND id = $1`, [id]);
    if (sealed === undefined) return;
    const origin = await this.cases.originOf(this.database, id);
    if (origin === undefined || (await this.marks.standing(origin.caseId)) !== 'done') return;
    await this.database.transaction(async (sql) => {
      for (const [from, to] of [
        ['sealed', 'open'],
        ['open', 'closed'],
      ])
        await sql.query(`UPDATE vote_election SET status = $3 WHERE id = $1 AND status = $2`, [id, from, to]);
    });
  }
}
