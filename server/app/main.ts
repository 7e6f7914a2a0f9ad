import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { startEmbeddedPostgres } from '../storage/embedded-postgres.ts';
import { migrate } from '../storage/migrate.ts';
import type { Sentence } from '../storage/start-refused.ts';
import { announce } from './announcement.ts';
import { createApplication } from './application.ts';
import { type Config, readConfig } from './config.ts';
import { fail } from './start-failure.ts';

interface Running {
  databaseUrl: string;
  stop(): Promise<void>;
}

const say = ({ zh, en }: Sentence): void => {
  process.stdout.write(`${zh}\n${en}\n`);
};

const openDatabase = async ({ databaseUrl, dataFolder }: Config): Promise<Running> => {
  if (databaseUrl !== undefined) return { databaseUrl, stop: () => Promise.resolve() };
  const embedded = await startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), say });
  return { databaseUrl: embedded.url, stop: () => embedded.stop() };
};

/** The first signal closes everything in order, once; a second one does not hurry it. */
const closeOnSignal = (app: NestFastifyApplication, database: Running): void => {
  let closing: Promise<void> | undefined;
  const close = async (): Promise<void> => {
    await app.close();
    await database.stop();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      closing ??= close().catch((error: unknown) => fail(error));
    });
};

const start = async (config: Config): Promise<void> => {
  const database = await openDatabase(config);
  await migrate(database.databaseUrl);
  const app = await createApplication({ config, databaseUrl: database.databaseUrl });
  closeOnSignal(app, database);
  await app.listen(config.port, config.host);
  await announce(app, config);
};

try {
  const config = readConfig();
  await start(config).catch((error: unknown) => fail(error, { databaseUrl: config.databaseUrl }));
} catch (error) {
  fail(error);
}
