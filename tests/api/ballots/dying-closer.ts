/** A program for tests: closes an election of the given database, and dies at the given step. */
import 'reflect-metadata';
import { BoxRepository } from '../../../server/modules/ballots/box.repository.ts';
import { ContestCasesRepository } from '../../../server/modules/ballots/contest-cases.repository.ts';
import { ContestEventsService } from '../../../server/modules/ballots/contest-events.service.ts';
import { ClosingService } from '../../../server/modules/ballots/closing.service.ts';
import { JuryClosingService } from '../../../server/modules/ballots/jury-closing.service.ts';
import { SealedElections } from '../../../server/modules/ballots/sealed-elections.ts';
import { JuryMarks, type MarksBySource } from '../../../server/modules/jury-marks.ts';
import { Database, type Sql } from '../../../server/storage/database.ts';
import { openPool } from '../../../server/storage/pool.ts';
import type { Step } from './dying.ts';

const [, , databaseUrl, election, step] = process.argv as [string, string, string, string, Step];

const die = (at: Step): void => {
  if (at === step) process.kill(process.pid, 'SIGKILL');
};

const EMPTIES = 'vote_empty_box(';

/** A database that dies before it commits, or just after a statement. */
class Dying extends Database {
  override async query<Row>(statement: string, values?: readonly unknown[]): Promise<Row[]> {
    if (statement.includes('vote_close(')) die('before closing');
    const rows = await super.query<Row>(statement, values);
    if (statement.includes('vote_close(')) die('after closing');
    return rows;
  }

  override async transaction<Result>(work: (sql: Sql) => Promise<Result>): Promise<Result> {
    const seen = { emptying: false };
    const result = await super.transaction(async (sql) => {
      const watched: Sql = {
        prepared: (name, statement, values) => sql.prepared(name, statement, values),
        query: async <Row>(statement: string, values?: readonly unknown[]): Promise<Row[]> => {
          if (statement.includes(EMPTIES)) die('after the checkpoint');
          seen.emptying ||= statement.includes(EMPTIES);
          return sql.query<Row>(statement, values);
        },
      };
      const done = await work(watched);
      die(seen.emptying ? 'in the rewriting' : 'in the checkpoint');
      return done;
    });
    if (seen.emptying) die('after the rewriting');
    return result;
  }
}

/** Nobody judges here. */
class NoMarks extends JuryMarks {
  of(): Promise<MarksBySource> {
    return Promise.resolve({});
  }

  standing(): Promise<'none'> {
    return Promise.resolve('none');
  }
}

const database = new Dying(openPool(databaseUrl, { connections: 4 }));
const sealed = new SealedElections(database);
const cases = new ContestCasesRepository();
const events = new ContestEventsService(cases, sealed);
const juries = new JuryClosingService(database, cases, new NoMarks());
await new ClosingService(new BoxRepository(database), sealed, events, juries).close(election);
process.exit(0);
