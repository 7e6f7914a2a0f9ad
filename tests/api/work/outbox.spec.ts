import { afterEach, describe, expect, it } from '@jest/globals';
import { enter } from '../../../server/storage/tenant.ts';
import { handlersByTopic } from '../../../server/work/outbox-handlers.ts';
import { OutboxRepository } from '../../../server/work/outbox.repository.ts';
import { Tidying } from '../../../server/work/tidying.ts';
import { asOwner, type Hands, hands, idle, noting, order, outbox, sweeper, until } from './hands.ts';

const yes = (): boolean => true;
const no = (): boolean => false;

let open: Hands[] = [];

const fresh = async (): Promise<Hands> => {
  const made = await hands();
  open.push(made);
  return made;
};

afterEach(async () => {
  for (const one of open) await one.close();
  open = [];
});

describe('the outbox', () => {
  it('carries out what was committed, soon', async () => {
    const { database, start, noted } = await fresh();
    await start();
    const began = Date.now();
    await database.transaction(async (sql) => {
      await order(sql, 'approved');
    });
    await until(async () => (await noted()).length === 1);
    expect(Date.now() - began).toBeLessThan(5_000);
    expect(await outbox(database)).toEqual([
      { word: 'approved', sent: true, done: true, attempts: 0, last_error: null },
    ]);
  });

  it('carries out nothing of what was rolled back', async () => {
    const { database, start, noted } = await fresh();
    await start();
    await expect(
      database.transaction(async (sql) => {
        await order(sql, 'never');
        throw new Error('changed my mind');
      }),
    ).rejects.toThrow('changed my mind');
    await database.transaction((sql) => order(sql, 'after'));
    await until(async () => (await noted()).length > 0);
    expect(await noted()).toEqual(['after']);
  });

  it('keeps the reason of a failure, and tries again', async () => {
    const { database, start, noted } = await fresh();
    let failures = 0;
    await start({
      handler: {
        topic: 'notice',
        prepare: (payload) => {
          failures += 1;
          return failures < 3 ? Promise.reject(new Error('the mail server is away')) : noting.prepare(payload);
        },
      },
    });
    await database.transaction((sql) => order(sql, 'late'));
    await until(async () => (await outbox(database))[0]?.last_error === 'the mail server is away');
    await until(async () => (await noted()).length === 1);
    expect(await outbox(database)).toEqual([{ word: 'late', sent: true, done: true, attempts: 2, last_error: null }]);
  });

  it('carries each of many out once while two processes work side by side', async () => {
    const { database, start, noted } = await fresh();
    await Promise.all([start(), start()]);
    const words = Array.from({ length: 450 }, (_, n) => `word ${String(n).padStart(3, '0')}`);
    for (let n = 0; n < words.length; n += 50)
      await database.transaction(async (sql) => {
        for (const word of words.slice(n, n + 50)) await order(sql, word);
      });
    await until(async () => (await noted()).length >= words.length, 40);
    expect(await noted()).toEqual(words);
  });

  it('is written once by two who carry out the same entry at the same moment', async () => {
    const { database, noted } = await fresh();
    await database.transaction((sql) => order(sql, 'once'));
    const [{ id } = { id: '' }] = await database.transaction(async (sql) => {
      await enter(sql, 'system');
      return sql.query<{ id: string }>('SELECT id FROM outbox');
    });
    const write = await noting.prepare({ word: 'once' });
    const repository = new OutboxRepository(database);
    await Promise.all([repository.finish(id, write), repository.finish(id, write)]);
    expect(await noted()).toEqual(['once']);
  });

  it('goes on after the database has dropped every connection', async () => {
    const { database, url, start, noted } = await fresh();
    await start();
    await database.transaction((sql) => order(sql, 'before'));
    await until(async () => (await noted()).length === 1);
    await asOwner(
      url,
      'SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()',
    );
    // The first to use a dropped connection is told so, as in any program that talks to a database.
    await until(() => database.transaction((sql) => order(sql, 'after')).then(yes, no));
    await until(() => noted().then((words) => words.length === 2, no), 30);
    expect(await noted()).toEqual(['after', 'before']);
  });

  it('forgets what was carried out long ago, and nothing else', async () => {
    const { database, url } = await fresh();
    for (const word of ['old', 'recent', 'waiting']) await database.transaction((sql) => order(sql, word));
    await asOwner(
      url,
      `UPDATE outbox SET done_at = now() - interval '40 days', sent_at = now() WHERE dedup_key = 'old'`,
    );
    await asOwner(url, `UPDATE outbox SET done_at = now(), sent_at = now() WHERE dedup_key = 'recent'`);
    await new Tidying(database, new OutboxRepository(database), sweeper(database)).tidy();
    expect((await outbox(database)).map(({ word }) => word)).toEqual(['recent', 'waiting']);
  });
});

describe('the table of handlers', () => {
  it('must have exactly one for each topic, or the system does not start', () => {
    expect(() => handlersByTopic([])).toThrow('nobody carries out the topic notice');
    expect(() => handlersByTopic([noting, noting, ...idle])).toThrow('the topic notice of the outbox has 2 handlers');
    expect(handlersByTopic([noting, ...idle]).get('notice')).toBe(noting);
  });
});
