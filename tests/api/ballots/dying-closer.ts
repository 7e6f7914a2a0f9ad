/** A program for tests: closes an election of the given database, and dies at the given step. */
import 'reflect-metadata';
import { BoxRepository } from '../../../server/modules/ballots/box.repository.ts';
import { ClosingService } from '../../../server/modules/ballots/closing.service.ts';
import { SealedElections } from '../../../server/modules/ballots/sealed-elections.ts';
import { Database, type Sql } from '../../../server/storage/database.ts';
import { openPool } from '../../../server/storage/pool.ts';
import type { Step } from './dying.ts';

const [, , databaseUrl, election, step] = process.argv as [string, string, string, string, Step];

const die = (at: Step): void => {
  if (at === step) process.kill(process.pid, 'SIGKILL');
};

/** A database that dies before it commits, or just after a statement. */
class Dying extends Database {
  override async query<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]> {
    if (statement.includes('vote_close(')) die('before closing');
    if (statement.includes('vote_empty_box(')) {
      die('after the checkpoint');
      if (step === 'in the rewriting') {
        await super.transaction(async (sql) => {
          await sql.query(statement, values);
          die('in the rewriting');
        });
      }
    }
    const rows = await super.query<Row>(statement, values);
    if (statement.includes('vote_close(')) die('after closing');
    if (statement.includes('vote_empty_box(')) die('after the rewriting');
    return rows;
  }

  override transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    return super.transaction(async (sql) => {
      const result = await work(sql);
      die('in the checkpoint');
      return result;
    });
  }
}

const database = new Dying(openPool(databaseUrl, { connections: 4 }));
await new ClosingService(new BoxRepository(database), new SealedElections(database)).close(election);
process.exit(0);
