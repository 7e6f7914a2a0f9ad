import { afterEach, describe, expect, it } from '@jest/globals';
import { type Hands, hands, noting, order, outbox, until } from './hands.ts';

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
});
