/**
 * A process that only works off the queue and the timers, beside web servers that leave it to others (`WORKER=0`). As many
 * as wanted may run; all need the same database.
 */
import { createApplication } from './application.ts';
import { type Config, readConfig } from './config.ts';
import { startHands } from './later.ts';
import { fail } from './start-failure.ts';
import { migrate } from '../storage/migrate.ts';
import { StartRefused } from '../storage/start-refused.ts';

const databaseOf = ({ databaseUrl }: Config): string => {
  if (databaseUrl !== undefined) return databaseUrl;
  throw new StartRefused({
    zh: '独立的任务进程需要用 DATABASE_URL 指明数据库；内置的数据库只供网页进程使用，它自己就会处理任务',
    en: 'A worker of its own needs DATABASE_URL; the built-in database belongs to the web process, which does the work itself',
  });
};

/** The same parts as behind the web server, but nothing listens. */
const start = async (config: Config): Promise<() => Promise<void>> => {
  const databaseUrl = databaseOf(config);
  await migrate(databaseUrl);
  const app = await createApplication({ config, databaseUrl });
  const work = await startHands(app, config, databaseUrl);
  process.stdout.write('任务进程已启动\nThe worker is running\n');
  return async () => {
    await work.stop();
    await app.close();
  };
};

const stopOnSignal = (running: Promise<() => Promise<void>>): void => {
  let stopping: Promise<never> | undefined;
  const stop = async (): Promise<never> => {
    await (
      await running
    )();
    process.exit(0);
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.on(signal, () => {
      stopping ??= stop().catch((error: unknown) => fail(error));
    });
};

try {
  const config = readConfig();
  const running = start(config);
  stopOnSignal(running);
  await running.catch((error: unknown) => fail(error, { databaseUrl: config.databaseUrl }));
} catch (error) {
  fail(error);
}
