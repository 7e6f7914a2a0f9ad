/** A program for tests: hands the outbox of the given database to the queue, and dies before it can mark anything. */
import 'reflect-metadata';
import { Queue } from 'bullmq';
import { Database } from '../../../server/storage/database.ts';
import { openPool } from '../../../server/storage/pool.ts';
import { OutboxRepository } from '../../../server/work/outbox.repository.ts';
import { QUEUE, queueOptions } from '../../../server/work/queue.ts';
import { jobsFor } from '../../../server/work/relay.ts';

const [, , databaseUrl = '', redisUrl] = process.argv;
const queue = new Queue(QUEUE, queueOptions({ databaseUrl, redisUrl }));
await new OutboxRepository(new Database(openPool(databaseUrl))).send(200, async (ids) => {
  await queue.addBulk(jobsFor(ids));
  process.kill(process.pid, 'SIGKILL');
});
