import { resolve } from 'node:path';
import { PublishService } from '../../../server/modules/definitions/publish.service.ts';
import { DemonstrationPeople } from '../../../server/modules/demonstration/demonstration-people.ts';
import { scriptOf, type DemonstrationScript } from '../../../server/modules/demonstration/demonstration-script.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { FileSweeper } from '../../../server/modules/files/file-sweeper.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { instantOfLocal } from '../../../server/engine/calendar.ts';
import { type Folder, readFolder } from '../../../server/registry/folder.ts';
import { readOrganisations } from '../../../server/registry/organisations.ts';
import { Database, type Sql } from '../../../server/storage/database.ts';
import { enter } from '../../../server/storage/tenant.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from '../../../server/work/outbox-handlers.ts';
import { startWork, type Work } from '../../../server/work/start-work.ts';
import { app, type TestApp } from '../../support/app.ts';

export interface Stage extends TestApp {
  /** Relay, queue and worker of one more process. */
  work: () => Promise<Work>;
  /** Moves the clock as a demonstration does, with nothing fired on the way: an outage. */
  sleepUntil: (local: string) => Promise<void>;
  fire: () => Promise<number>;
  /** A statement that sees everything. */
  all: <Row>(statement: string, values?: unknown[]) => Promise<Row[]>;
}

export interface Casting {
  programme: string;
  zone: string;
  /** Local time at which the clock begins. */
  begins: string;
  /** Change definitions before they are published. */
  rewrite?: (file: string, text: string) => string;
  people: { account: string; organisation: string; roles: string[] }[];
}

const folderOf = async ({ programme, rewrite = (_, text) => text }: Casting): Promise<Folder> => {
  const folder = await readFolder(resolve(import.meta.dirname, '../../fixtures/programmes', programme));
  return { ...folder, sources: folder.sources.map((one) => ({ ...one, text: rewrite(one.file, one.text) })) };
};

const scriptFor = (folder: Folder, { programme, people }: Casting): DemonstrationScript => ({
  begins: 0,
  now: 0,
  steps: [],
  ...scriptOf(folder),
  organisations: folder.organisations.flatMap(({ bytes }) => readOrganisations(bytes).organisations),
  accounts: people.map(({ account, ...given }) => ({ ...given, account, name: `Person ${account}`, programme })),
});

/** A fixture programme that runs: published, with its organisations, people, cases, and a clock that can be moved. */
export const stage = async (casting: Casting): Promise<Stage> => {
  const system = await app({ isDemo: true });
  const base = system.server.get(Database);
  const folder = await folderOf(casting);
  const at = (local: string): Date => new Date(instantOfLocal(local, casting.zone));
  await system.server.get(Clock).begin(at(casting.begins));
  await system.server.get(PublishService).publish({ sources: folder.sources });
  await system.server.get(DemonstrationPeople).make(scriptFor(folder, casting));
  await system.server.get(Obligations).ensure();
  const started: Work[] = [];
  return {
    ...system,
    work: async () => {
      const work = await startWork({
        place: { databaseUrl: system.databaseUrl, redisUrl: undefined },
        database: base,
        timers: system.server.get(DueTimers),
        files: system.server.get(FileSweeper, { strict: false }),
        handlers: system.server.get<OutboxHandlers>(OUTBOX_HANDLERS),
      });
      started.push(work);
      return work;
    },
    sleepUntil: (local) => system.server.get(Clock).forward(at(local)),
    fire: () => system.server.get(DueTimers).fire(),
    all: <Row>(statement: string, values: unknown[] = []) =>
      base.transaction(async (sql: Sql) => {
        await enter(sql, 'system');
        return sql.query<Row>(statement, values);
      }),
    close: async () => {
      for (const work of started) await work.stop();
      await system.close();
    },
  };
};
