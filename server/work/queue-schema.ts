import { LATEST_SCHEMA_VERSION, runMigrations } from 'bullmq';
import pg from 'pg';
import { APP_ROLE } from '../storage/pool.ts';
import { StartRefused } from '../storage/start-refused.ts';

/** Where the queue's tables stand, apart from everything that must not be lost. */
export const QUEUE_SCHEMA = 'bullmq';

const isPresent = async (client: pg.Client): Promise<boolean> => {
  const { rows } = await client.query<{ known: string | null }>(
    `SELECT to_regclass('${QUEUE_SCHEMA}.migration') AS known`,
  );
  if (rows[0]?.known == null) return false;
  const { rows: versions } = await client.query<{ version: number }>(
    `SELECT coalesce(max(version), 0)::int AS version FROM ${QUEUE_SCHEMA}.migration`,
  );
  return (versions[0]?.version ?? 0) >= LATEST_SCHEMA_VERSION;
};

/** The running system works as a role of few rights here, as everywhere; a queue makes its own sequence on first use. */
const GRANTS = `
  GRANT USAGE, CREATE ON SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};
  GRANT USAGE ON ALL SEQUENCES IN SCHEMA ${QUEUE_SCHEMA} TO ${APP_ROLE};`;

const refusal = ({ user, database }: pg.Client): StartRefused => {
  const statement = `GRANT CREATE ON DATABASE "${String(database)}" TO "${String(user)}";`;
  return new StartRefused({
    zh: `数据库用户 ${String(user)} 不能建立任务队列的模式。请数据库管理员执行一次：${statement}`,
    en: `The database user ${String(user)} may not make the schema of the job queue. Ask the database's administrator to run once: ${statement}`,
  });
};

/**
 * Makes the queue's tables, or brings them to the version of the library; connections never do so by themselves.
 * Emptied or dropped, they are simply made again: the outbox knows what was not carried out.
 */
export const prepareQueueSchema = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl, application_name: 'formflow-migration' });
  // A lost connection is told by the statement that misses it; unheard, the event would end the process.
  client.on('error', () => undefined);
  await client.connect();
  try {
    if (await isPresent(client)) return;
    await runMigrations(client, QUEUE_SCHEMA);
    await client.query(GRANTS);
  } catch (error) {
    throw (error as { code?: string }).code === '42501' ? refusal(client) : error;
  } finally {
    await client.end();
  }
};
