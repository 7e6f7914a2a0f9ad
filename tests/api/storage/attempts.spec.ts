import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { GuessThrottle } from '../../../server/modules/ballots/guess-throttle.ts';
import { StrangerThrottle, STRANGERS } from '../../../server/modules/judging/stranger-throttle.ts';
import { MOST_FROM_NETWORK, SignUpThrottle } from '../../../server/modules/starts/sign-up-throttle.ts';
import { countAttempts } from '../../../server/storage/attempts.ts';
import { Database } from '../../../server/storage/database.ts';
import { openPool } from '../../../server/storage/pool.ts';
import { database, type TestDatabase } from '../../support/database.ts';

/** Two processes of one system: each has connections of its own. */
let store: TestDatabase;
let pools: ReturnType<typeof openPool>[];
let [one, other]: Database[] = [];

beforeAll(async () => {
  store = await database();
  pools = [openPool(store.url, { connections: 4 }), openPool(store.url, { connections: 4 })];
  [one, other] = pools.map((pool) => new Database(pool));
});
afterAll(async () => {
  for (const pool of pools) await pool.end();
  await store.drop();
});

const both = (): [Database, Database] => {
  if (one === undefined || other === undefined) throw new Error('there is no database');
  return [one, other];
};

/** Attempts that two processes take in turn, until one says no. */
const allowed = async (attempts: [() => Promise<unknown>, () => Promise<unknown>]): Promise<number> => {
  for (let n = 0; n < 2000; n += 1) {
    const answer = await attempts[n % 2 === 0 ? 0 : 1]().catch(() => 'too many');
    if (answer !== null && answer !== undefined) return n;
  }
  return Number.POSITIVE_INFINITY;
};

it('a network that guesses codes, signs up or objects is slowed down after as many attempts at two processes as at one', async () => {
  const [guesses, otherGuesses] = both().map((sql) => new GuessThrottle(sql));
  const guess = { election: 'kites', network: '192.0.2.7' };
  expect(await allowed([async () => guesses?.note(guess), async () => otherGuesses?.note(guess)])).toBe(20);
  const [strangers, otherStrangers] = both().map((sql) => new StrangerThrottle(sql));
  const objection = { about: 'a case', network: '192.0.2.7' };
  expect(await allowed([async () => strangers?.note(objection), async () => otherStrangers?.note(objection)])).toBe(
    STRANGERS.network,
  );
  const [signUps, otherSignUps] = both().map((sql) => new SignUpThrottle(sql));
  const signing = await allowed([
    async () => signUps?.note('sign-up', '192.0.2.7'),
    async () => otherSignUps?.note('sign-up', '192.0.2.7'),
  ]);
  expect(signing).toBe(MOST_FROM_NETWORK['sign-up']);
  expect(await guesses?.note({ ...guess, network: '192.0.2.8' })).toBeNull();
});

it('codes tried from many networks are slowed down together', async () => {
  const [guesses, otherGuesses] = both().map((sql) => new GuessThrottle(sql));
  let network = 0;
  const from = () => ({ election: 'lanterns', network: `198.51.100.${String((network += 1))}` });
  expect(await allowed([async () => guesses?.note(from()), async () => otherGuesses?.note(from())])).toBe(500);
});

it('attempts at once are each counted, and a window that is over begins anew and is forgotten', async () => {
  const [sql, second] = both();
  const counted = await Promise.all(
    Array.from({ length: 40 }, (_, n) => countAttempts(n % 2 === 0 ? sql : second, ['b', 'a'], 3_600_000)),
  );
  const numbers = counted.map(([first]) => first?.n ?? 0).sort((a, b) => a - b);
  expect(numbers).toEqual(Array.from({ length: 40 }, (_, n) => n + 1));
  expect(counted[0]?.[0]?.wait).toBeGreaterThan(3500);
  await countAttempts(sql, ['short'], 1);
  await sql.query('SELECT pg_sleep(0.05)');
  expect((await countAttempts(sql, ['short'], 1))[0]?.n).toBe(1);
  await sql.query('SELECT pg_sleep(0.05)');
  await countAttempts(sql, ['another'], 3_600_000);
  expect(await sql.query('SELECT key FROM attempt WHERE until <= clock_timestamp()')).toEqual([]);
});
