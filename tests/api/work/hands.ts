import { Logger } from '@nestjs/common';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as newId } from 'uuid';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { AttachmentsRepository } from '../../../server/modules/files/attachments.repository.ts';
import { FileStore } from '../../../server/modules/files/file-store.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { FilesFolder } from '../../../server/modules/files/files-folder.ts';
import { OUTBOX_TOPICS } from '../../../server/modules/outbox-topics.ts';
import { Database, type Sql } from '../../../server/storage/database.ts';
import { openPool } from '../../../server/storage/pool.ts';
import { enter } from '../../../server/storage/tenant.ts';
import { type OutboxHandler, handlersByTopic } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import { database } from '../../support/database.ts';

Logger.overrideLogger(['fatal']);

/** For tests of the outbox alone: nothing is ever due. */
class NoTimers extends DueTimers {
  next(): Promise<undefined> {
    return Promise.resolve(undefined);
  }
  fire(): Promise<number> {
    return Promise.resolve(0);
  }
}

/** Carries an entry out by noting it in a table of the test's own. */
export const noting: OutboxHandler = {
  topic: 'notice',
  prepare: (payload) =>
    Promise.resolve(async (sql: Sql) => {
      await sql.query('INSERT INTO noted (word) VALUES ($1)', [(payload as { word: string }).word]);
    }),
};

/** Sweeps a folder of its own, in which nothing lies. */
export const sweeper = (database: Database): FileSweeper => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-files-'));
  return new FileSweeper(new AttachmentsRepository(database), new FileStore(new FilesFolder(folder)));
};

/** Nothing of what the tests of the outbox order. */
export const idle: OutboxHandler[] = OUTBOX_TOPICS.filter((topic) => topic !== 'notice').map((topic) => ({
  topic,
  prepare: () => Promise.reject(new Error('nobody ordered this')),
}));

export interface Hands {
  url: string;
  database: Database;
  /** Starts another process' worth of relay and worker; stopped with `close` at the latest. */
  start: (options?: { redisUrl?: string; handler?: OutboxHandler }) => Promise<Work>;
  /** The words that were carried out, in alphabetical order. */
  noted: () => Promise<string[]>;
  close: () => Promise<void>;
}

/** A database with an outbox and a table `noted`, and the hands to work on it. */
export const hands = async (): Promise<Hands> => {
  const { url, drop } = await database();
  const pool = openPool(url, { connections: 8 });
  const base = new Database(pool);
  const owner = new pg.Client({ connectionString: url });
  await owner.connect();
  await owner.query('CREATE TABLE noted (word text); GRANT ALL ON noted TO formflow_app');
  await owner.end();
  const started: Work[] = [];
  return {
    url,
    database: base,
    start: async ({ redisUrl, handler = noting } = {}) => {
      const work = await startWork({
        place: { databaseUrl: url, redisUrl },
        database: base,
        timers: new NoTimers(),
        files: sweeper(base),
        handlers: handlersByTopic([handler, ...idle]),
      });
      started.push(work);
      return work;
    },
    noted: async () =>
      (await base.query<{ word: string }>('SELECT word FROM noted ORDER BY word')).map(({ word }) => word),
    close: async () => {
      for (const work of started) await work.stop();
      await pool.end();
      await drop();
    },
  };
};

/** One statement as the owner of the tables. */
export const asOwner = async (url: string, statement: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement);
  await client.end();
};

/** Writes an entry as part of a transaction, as an action of a case does. */
export const order = async (sql: Sql, word: string): Promise<void> => {
  await sql.query(`INSERT INTO outbox (id, topic, dedup_key, payload) VALUES ($1, 'notice', $2, $3)`, [
    newId(),
    word,
    JSON.stringify({ word }),
  ]);
};

/** What the outbox says of itself, seen as the system. */
export const outbox = (
  base: Database,
): Promise<{ word: string; sent: boolean; done: boolean; attempts: number; last_error: string | null }[]> =>
  base.transaction(async (sql) => {
    await enter(sql, 'system');
    return sql.query(
      `SELECT dedup_key AS word, sent_at IS NOT NULL AS sent, done_at IS NOT NULL AS done, attempts, last_error FROM outbox ORDER BY id`,
    );
  });

/** Waits until the condition holds; fails after the given seconds. */
export const until = async (condition: () => Promise<boolean>, seconds = 15): Promise<void> => {
  const end = Date.now() + seconds * 1000;
  while (!(await condition())) {
    if (Date.now() > end) throw new Error(`still not so after ${String(seconds)} s`);
    await sleep(50);
  }
};
