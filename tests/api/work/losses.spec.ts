import { afterEach, describe, expect, it } from '@jest/globals';
import { Worker } from 'bullmq';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { QUEUE, queueOptions, TAKING_OVER } from '../../../server/work/queue.ts';
import { prepareQueueSchema } from '../../../server/work/queue-schema.ts';
import type { OutboxHandler } from '../../../server/work/outbox-handlers.ts';
import { asOwner, type Hands, hands, noting, order, outbox, until } from './hands.ts';
import { redis, type TestRedis } from './redis.ts';

let open: { hands: Hands; redis?: TestRedis } | undefined;

const fresh = async (withRedis = false): Promise<{ hands: Hands; redis?: TestRedis }> => {
  open = { hands: await hands(), ...(withRedis && { redis: await redis() }) };
  return open;
};

afterEach(async () => {
  await open?.hands.close();
  await open?.redis?.stop();
  open = undefined;
});

const SERVER = resolve(import.meta.dirname, '../../../server/tsconfig.json');

/** Hands all over to the queue and is killed before it has marked anything; answers the signal that ended it. */
const dyingRelay = (databaseUrl: string, redisUrl?: string): Promise<NodeJS.Signals | null> =>
  new Promise((done) => {
    const program = resolve(import.meta.dirname, 'dying-relay.ts');
    const given = [databaseUrl, ...(redisUrl === undefined ? [] : [redisUrl])];
    spawn(process.execPath, ['--import', '@swc-node/register/esm-register', program, ...given], {
      env: { ...process.env, NODE_OPTIONS: '', SWC_NODE_PROJECT: SERVER, TS_NODE_PROJECT: SERVER },
      stdio: ['ignore', 'ignore', 'inherit'],
    }).once('exit', (_, signal) => {
      done(signal);
    });
  });

/** Refuses until it is told that the world is right again, so that work stays in the queue. */
const patient = (): { handler: OutboxHandler; calm: () => void } => {
  let isCalm = false;
  return {
    handler: {
      topic: 'notice',
      prepare: (payload) => (isCalm ? noting.prepare(payload) : Promise.reject(new Error('not yet'))),
    },
    calm: () => {
      isCalm = true;
    },
  };
};

const WORDS = ['first', 'second', 'third'];

const orderAll = async ({ database }: Hands): Promise<void> => {
  for (const word of WORDS) await database.transaction((sql) => order(sql, word));
};

describe.each([
  ['PostgreSQL', false],
  ['Redis', true],
])('with the queue in %s', (_, withRedis) => {
  it('carries out once what a relay handed over before it was killed', async () => {
    const { hands: on, redis: server } = await fresh(withRedis);
    await prepareQueueSchema(on.url);
    await orderAll(on);
    expect(await dyingRelay(on.url, server?.url)).toBe('SIGKILL');
    expect((await outbox(on.database)).map(({ sent }) => sent)).toEqual([false, false, false]);
    await on.start(server && { redisUrl: server.url });
    await until(async () => (await outbox(on.database)).every(({ sent, done }) => sent && done));
    expect(await on.noted()).toEqual(WORDS);
  });

  it('carries out within seconds what a worker had taken up when it was killed', async () => {
    const { hands: on, redis: server } = await fresh(withRedis);
    await prepareQueueSchema(on.url);
    await on.database.transaction((sql) => order(sql, 'taken'));
    expect(await dyingRelay(on.url, server?.url)).toBe('SIGKILL');
    const dead = new Worker(QUEUE, null, {
      ...queueOptions({ databaseUrl: on.url, redisUrl: server?.url }),
      ...TAKING_OVER,
      autorun: false,
    });
    expect(await dead.getNextJob('whoever was killed')).toBeDefined();
    await on.start(server && { redisUrl: server.url });
    await until(async () => (await on.noted()).length === 1, 20);
    await dead.close();
  });

  it('loses nothing when the queue is emptied', async () => {
    const { hands: on, redis: server } = await fresh(withRedis);
    const { handler, calm } = patient();
    await orderAll(on);
    const work = await on.start({ handler, ...(server && { redisUrl: server.url }) });
    await until(async () => (await outbox(on.database)).every(({ sent, attempts }) => sent && attempts > 0));
    if (server === undefined) {
      await work.stop();
      await asOwner(on.url, 'DROP SCHEMA bullmq CASCADE');
      calm();
      await on.start({ handler });
    } else {
      await server.client.flushall();
      calm();
    }
    await until(async () => (await on.noted()).length >= WORDS.length, 45);
    expect(await on.noted()).toEqual(WORDS);
    expect((await outbox(on.database)).map(({ done }) => done)).toEqual([true, true, true]);
  });
});

it('takes orders while Redis is away, and carries them out when it is back, empty', async () => {
  const { hands: on, redis: server } = await fresh(true);
  if (server === undefined) throw new Error('there is no Redis');
  await on.start({ redisUrl: server.url });
  await on.database.transaction((sql) => order(sql, 'before'));
  await until(async () => (await on.noted()).length === 1);
  await server.crash();
  await orderAll(on);
  await sleep(7_000);
  expect(await on.noted()).toEqual(['before']);
  await server.restart();
  await until(async () => (await on.noted()).length === 4, 40);
  expect(await on.noted()).toEqual(['before', ...WORDS]);
});
