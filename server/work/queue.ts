import type { QueueOptions } from 'bullmq';
import { createPostgresBackend, createRedisBackend, setDefaultBackendFactory } from 'bullmq';
import { APP_ROLE } from '../storage/pool.ts';
import { QUEUE_SCHEMA } from './queue-schema.ts';

/** The one queue: what comes out of the outbox, and the clockwork. More queues would only cost more connections. */
export const QUEUE = 'outbox';

/** Names of jobs. None carries data beside the id of an outbox row, so that the database can make each again. */
export const JOBS = {
  deliver: 'deliver',
  timers: 'timers',
  tidy: 'tidy',
  checkpoints: 'checkpoints',
  closings: 'closings',
} as const;

/** How many jobs a process works on side by side. */
export const CONCURRENCY = 4;

/**
 * What a process holds when it is killed is another's within seconds: a job's lock is renewed every three seconds and runs
 * out after six. A process that merely stood still for so long has its job done twice, which every consumer bears: the
 * outbox by its row's lock, the clockwork because what is done is not found again. Being taken over is no failure, so it
 * may happen often.
 */
export const TAKING_OVER = { lockDuration: 6_000, stalledInterval: 3_000, maxStalledCount: 12 };

export interface QueuePlace {
  /** Signs in as the owner; every statement then works as the role of the running system. */
  databaseUrl: string;
  /** Undefined: the queue stands in PostgreSQL. */
  redisUrl: string | undefined;
}

/**
 * Two statements at a time are enough for the queue and for its worker. Each has a pool of its own, and the worker's
 * wait for news a connection beside it, so that neither can starve the other: five connections a process.
 */
const postgres = (url: string) => ({
  connectionString: url,
  schema: QUEUE_SCHEMA,
  max: 2,
  connectionTimeoutMillis: 10_000,
  application_name: 'formflow-queue',
  options: `-c role=${APP_ROLE} -c statement_timeout=15000 -c lock_timeout=5000 -c idle_in_transaction_session_timeout=15000`,
});

/** Retries for about half an hour; after that, as after a loss, the relay begins anew. */
const RETRY = {
  attempts: 12,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** Chooses the backend of every queue that is made after this, and says how to connect to it. */
export const queueOptions = ({ databaseUrl, redisUrl }: QueuePlace): QueueOptions => {
  if (redisUrl === undefined) setDefaultBackendFactory(createPostgresBackend);
  else setDefaultBackendFactory(createRedisBackend);
  const connection = redisUrl === undefined ? postgres(databaseUrl) : { url: redisUrl };
  return { connection, prefix: 'formflow', defaultJobOptions: RETRY };
};
