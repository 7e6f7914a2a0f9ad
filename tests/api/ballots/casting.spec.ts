import { createPublicKey, verify } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { receiptMessage } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { createApplication } from '../../../server/app/application.ts';
import { openLog } from '../../../server/app/log.ts';
import { readConfig } from '../../../server/app/config.ts';
import type { Answer } from '../../support/app.ts';
import { ballot, cast, contest, type Contest, issue, open, pathOf } from './contest.ts';

/** So many codes are raced for; `VOTE_ROUNDS=50` is what was asked of the protocol, and takes a minute or two. */
const ROUNDS = Number(process.env['VOTE_ROUNDS'] ?? 8);

describe('casting a ballot', () => {
  let system: Contest;
  let codes: string[];
  const id = 'kites-2024';
  const nextCode = (): string => codes.pop() ?? '';
  const spent = async (election = id): Promise<number> => {
    const [row] = await asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM vote_spent_intake WHERE election_id = $1',
      [election],
    );
    return row?.n ?? -1;
  };
  const ballots = async (election = id): Promise<number> => {
    const [row] = await asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM vote_ballot_intake WHERE election_id = $1',
      [election],
    );
    return row?.n ?? -1;
  };
  const asOwner = async <Row>(statement: string, values: unknown[]): Promise<Row[]> =>
    system.sql.transaction(async (sql) => {
      await sql.query('SET LOCAL ROLE NONE');
      return sql.query<Row>(statement, values);
    });

  beforeAll(async () => {
    system = await contest();
    codes = await open(system, id, { codes: 150 });
  });
  afterAll(() => system.close());

  it('is answered with a receipt that the election has signed', async () => {
    const given = ballot(id, nextCode());
    const { status, body } = await cast(system, id, given);
    expect(status).toBe(200);
    expect(body).toMatchObject({ state: 'recorded', election: id, tracker: given.tracker });
    const view = await system.browser().get(`/api/elections/${id}`);
    const der = Buffer.from(`302a300506032b6570032100${String(view.body['receiptKey'])}`, 'hex');
    const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
    const message = Buffer.from(receiptMessage(DIGESTS, id, given.tracker));
    expect(verify(null, message, key, Buffer.from(String(body['signature']), 'hex'))).toBe(true);
  });

  it('can be repeated when the answer was lost, and is counted once', async () => {
    const given = ballot(id, nextCode());
    const [first, second] = [await cast(system, id, given), await cast(system, id, given)];
    expect([first.body['state'], second.status, second.body['state']]).toEqual(['recorded', 200, 'already-recorded']);
    expect(second.body['signature']).toBe(first.body['signature']);
    expect(await spent()).toBe(await ballots());
  });

  it('is refused with a code that was used for another choice', async () => {
    const code = nextCode();
    await cast(system, id, ballot(id, code));
    const { status, body } = await cast(system, id, ballot(id, code, { choice: ['kite-3', 'kite-4'] }));
    expect([status, body['code']]).toEqual([409, 'code-not-usable']);
  });

  it('says the same of a code that is unknown, used or none at all', async () => {
    const used = nextCode();
    await cast(system, id, ballot(id, used));
    const answers = await Promise.all(
      [used, '0123-4567-89AB-CDEF-GHJK-MNPQ', 'nonsense', ''].map((code) => cast(system, id, ballot(id, code))),
    );
    const shapes = answers.map(({ status, body }) => ({ status, ...body, instance: '' }));
    expect(new Set(shapes.map((shape) => JSON.stringify(shape))).size).toBe(1);
    expect(answers[0]?.status).toBe(409);
  });

  it('understands a code however it is typed', async () => {
    const code = nextCode();
    const typed = `  ${code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replaceAll('-', ' ')} `;
    expect((await cast(system, id, ballot(id, typed))).status).toBe(200);
  });

  it.each([
    ['an entry that does not stand', ['kite-1', 'kite-99']],
    ['an entry twice', ['kite-1', 'kite-1', 'kite-2']],
    ['one too many', ['kite-1', 'kite-2', 'kite-3', 'kite-4']],
    ['one too few', ['kite-1']],
    ['entries of one club only', ['kite-1', 'kite-4']],
    ['a name of the language', ['__proto__', 'constructor']],
    ['something that is long', ['x'.repeat(10_000)]],
    ['a hundred times the same', Array.from({ length: 101 }, () => 'kite-1')],
  ])('costs no code where it names %s', async (_, choice) => {
    const code = nextCode();
    const before = await spent();
    const { status } = await cast(system, id, ballot(id, code, { choice }));
    expect(Math.floor(status / 100)).toBe(4);
    expect(await spent()).toBe(before);
    expect((await cast(system, id, ballot(id, code))).status).toBe(200);
  });

  it('costs no code where the body is no ballot', async () => {
    const code = nextCode();
    const good = ballot(id, code);
    const bodies = [
      { ...good, choice: { 0: 'kite-1', length: 1 } },
      { ...good, choice: 'kite-1,kite-2' },
      { ...good, choice: [['kite-1'], 'kite-2'] },
      { ...good, tracker: 'ab'.repeat(32) },
      { ...good, nonce: 'AB'.repeat(32) },
      { ...good, voter: 'me' },
      '{"code": "x", "__proto__": {"choice": []}}',
      '[]',
    ];
    for (const body of bodies) expect(Math.floor((await cast(system, id, body)).status / 100)).toBe(4);
    expect((await cast(system, id, good)).status).toBe(200);
  });

  it('cannot copy another ballot: the tracker is taken, and the code stays unused', async () => {
    const [one, other] = [nextCode(), nextCode()];
    const given = ballot(id, one);
    await cast(system, id, given);
    const copied = await cast(system, id, { ...given, code: other });
    expect([copied.status, copied.body['code']]).toEqual([409, 'conflict']);
    const state = await system.browser().post(`/api/elections/${id}/codes`, { code: other });
    expect(state.body).toEqual({ state: 'unused' });
    expect((await cast(system, id, ballot(id, other))).status).toBe(200);
  });

  it('may be blank', async () => {
    expect((await cast(system, id, ballot(id, nextCode(), { choice: [] }))).status).toBe(200);
  });

  it('tells the holder of a code what became of it, and nobody else anything', async () => {
    const code = nextCode();
    const ask = async (typed: string): Promise<Answer> =>
      system.browser().post(`/api/elections/${id}/codes`, { code: typed });
    expect((await ask(code)).body).toEqual({ state: 'unused' });
    await cast(system, id, ballot(id, code));
    expect((await ask(code)).body).toEqual({ state: 'used' });
    expect((await ask('0000-0000-0000-0000-0000-0000')).body['code']).toBe('code-not-usable');
  });

  it('is not possible where there is no election, or none that is open', async () => {
    expect((await cast(system, 'none', ballot('none', 'x'))).status).toBe(404);
    const early = await open(system, 'kites-early', { codes: 1 });
    await asOwner(`ALTER TABLE vote_election DISABLE TRIGGER vote_election_frozen`, []);
    await asOwner(`UPDATE vote_election SET opens_at = now() + interval '1 minute' WHERE id = 'kites-early'`, []);
    await asOwner(`ALTER TABLE vote_election ENABLE TRIGGER vote_election_frozen`, []);
    const { status, body } = await cast(system, 'kites-early', ballot('kites-early', early[0] ?? ''));
    expect([status, body['code']]).toEqual([409, 'election-closed']);
  });

  it('counts one ballot a code, whatever comes at once, to two processes', async () => {
    const rounds = ROUNDS;
    const raced = await open(system, 'kites-race', { codes: rounds });
    const config = { ...readConfig({ DEMO: '0', PORT: '0', DATABASE_POOL: '8' }), logLevel: 'fatal' as const };
    const second = await createApplication({ config, databaseUrl: system.databaseUrl, log: openLog(config) });
    await second.listen(0, '127.0.0.1');
    const urls = [system.url, (await second.getUrl()).replace('localhost', '127.0.0.1')];
    const statuses = new Map<number, number>();
    for (const code of raced) {
      const answers = await Promise.all(
        Array.from({ length: 200 }, async (_, n) => {
          const choice = n % 2 === 0 ? ['kite-1', 'kite-2'] : ['kite-3', 'kite-4'];
          const response = await fetch(`${urls[n % 2] ?? ''}/api/elections/kites-race/ballots`, {
            method: 'POST',
            headers: { 'content-type': 'application/json' },
            body: JSON.stringify(ballot('kites-race', code, { choice })),
          });
          await response.text();
          return response.status;
        }),
      );
      expect(answers.filter((status) => status === 200)).toHaveLength(1);
      for (const status of answers) statuses.set(status, (statuses.get(status) ?? 0) + 1);
    }
    await second.close();
    expect([...statuses.keys()].filter((status) => status >= 500)).toEqual([]);
    expect([await spent('kites-race'), await ballots('kites-race')]).toEqual([rounds, rounds]);
  }, 180_000);

  it('slows down whoever guesses, and nobody who has a code', async () => {
    const guessed = await open(system, 'kites-guess', { codes: 3 });
    const statuses = [];
    for (let n = 0; n < 40; n += 1)
      statuses.push((await cast(system, 'kites-guess', ballot('kites-guess', `guess ${n}`))).status);
    expect(statuses.at(-1)).toBe(429);
    expect((await cast(system, 'kites-guess', ballot('kites-guess', guessed[0] ?? ''))).status).toBe(200);
  });

  it('issues no codes to people of another programme, and none after sealing', async () => {
    await expect(issue(system, id, 1)).rejects.toThrow('sealed');
    const stranger = await system.ada.post(`/api/programmes/other/elections/${id}/codes`, { batch: 'a', count: 1 });
    expect([403, 404]).toContain(stranger.status);
    expect((await system.ada.get(pathOf('none'))).status).toBe(404);
  });
});
