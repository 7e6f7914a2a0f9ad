import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { act, view } from '../../support/harbour.ts';
import { doing, libraries, type Libraries, propose } from '../../support/school-libraries.ts';
import { until } from '../work/hands.ts';

const CONNECTIONS = 4;

/** One batch a ward, and only while the whole district stays within its number of batches. */
const LIMITED = `quotas:
  ya_wilaya: {count: true, by: [programme], max: 1, message: Wilaya imepokea kundi lake}
initial: kukusanya`;

describe('a batch that is received within a limit', () => {
  let system: Libraries;

  beforeAll(async () => {
    system = await libraries({ databasePool: CONNECTIONS }, (text) =>
      text.includes('key: kundi_la_kata') ? text.replace('initial: kukusanya', LIMITED) : text,
    );
  });
  afterAll(() => system.close());

  /** A connection beyond the pool that holds the limit, so that all who come wait for it. */
  const holding = async (): Promise<pg.Client> => {
    const [row] = await system.rows<{ id: string }>(
      `SELECT id FROM definition WHERE ENTERED AND key = 'kundi_la_kata'`,
    );
    const client = new pg.Client({ connectionString: system.databaseUrl });
    await client.connect();
    await client.query('BEGIN');
    await client.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`quota ${row?.id ?? ''} ya_wilaya  `]);
    return client;
  };

  const isWaitedFor = async (client: pg.Client): Promise<boolean> => {
    const { rows } = await client.query<{ waiting: number }>(
      `SELECT count(*)::int AS waiting FROM pg_locks l JOIN pg_database d ON d.oid = l.database
        WHERE d.datname = current_database() AND l.locktype = 'advisory' AND NOT l.granted`,
    );
    return rows[0]?.waiting === CONNECTIONS;
  };

  it('moves its members on the connection that holds the limit: a crowd that takes up the pool does not stand still', async () => {
    const member = await propose(system, ['asha', 'mwembe']);
    const eliza = await system.as('eliza');
    const batch = await system.caseOf('kundi_la_kata', 'mashariki');
    const { lockVersion } = await view(eliza, batch);
    const client = await holding();
    const sending = Promise.all(
      Array.from({ length: CONNECTIONS }, () => act(eliza, batch, { action: 'peleka', lockVersion, data: {} })),
    );
    await until(() => isWaitedFor(client));
    await client.end();
    expect((await sending).map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await view(eliza, member)).toMatchObject({ state: 'wilayani' });
  });

  it('and is refused with its members where they were when the limit is reached', async () => {
    const member = await propose(system, ['daudi', 'mnazi']);
    const faraja = await system.as('faraja');
    const batch = await system.caseOf('kundi_la_kata', 'magharibi');
    const refused = await doing(faraja, batch, { action: 'peleka', data: {} });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Wilaya imepokea kundi lake');
    expect(await view(faraja, member)).toMatchObject({ state: 'katani' });
  });
});
