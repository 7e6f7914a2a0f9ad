import 'reflect-metadata';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import type { Sentence } from '../storage/start-refused.ts';
import { type Config, readConfig } from './config.ts';
import { fail } from './start-failure.ts';

/** What is closed when the system ends, in this order. */
interface Running {
  close(): Promise<void>;
}

const say = ({ zh, en }: Sentence): void => {
  process.stdout.write(`${zh}\n${en}\n`);
};

const openDatabase = async ({ databaseUrl, dataFolder }: Config): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> =>
  databaseUrl === undefined
    ? startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), say })
    : { url: databaseUrl, stop: () => Promise.resolve() };

const openMigrated = async (config: Config): Promise<Pick<EmbeddedPostgres, 'url' | 'stop'>> => {
  const [database, { migrate }] = await Promise.all([openDatabase(config), import('../storage/migrate.ts')]);
  await migrate(database.url);
  return database;
};

/** The program is read while the database starts: each takes about a second. */
const start = async (config: Config): Promise<Running> => {
  const [database, { createApplication }, { prepareDemonstration }, { announce }] = await Promise.all([
    openMigrated(config),
    import('./application.ts'),
    import('./demonstration.ts'),
    import('./announcement.ts'),
  ]);
  const app = await createApplication({ config, databaseUrl: database.url });
  await prepareDemonstration(app, config);
  await app.listen(config.port, config.host);
  await announce(app, config);
  const { startLater } = await import('./later.ts');
  const later = await startLater(app, config, database.url);
  return {
    close: async () => {
      await later.stop();
      await app.close();
      await database.stop();
    },
  };
};

/** The first signal closes everything in order, once, also where it comes while the system is still starting. */
const closeOnSignal = (running: Promise<Running>): void => {
  let closing: Promise<never> | undefined;
  const close = async (): Promise<never> => {
    await (await running).close();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      closing ??= close().catch((error: unknown) => fail(error));
    });
};

try {
  const config = readConfig();
  const running = start(config);
  closeOnSignal(running);
  await running.catch((error: unknown) => fail(error, { databaseUrl: config.databaseUrl }));
} catch (error) {
  fail(error);
}
