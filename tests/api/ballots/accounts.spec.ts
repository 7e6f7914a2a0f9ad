import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeCommitment } from '../../../server/engine/ballot/commitment.ts';
import { normaliseCode } from '../../../server/engine/ballot/code.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import type { Answer, Browser } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';
import { ballot, cast, contest, type Contest, draft, endNow, issue, pathOf, together } from './contest.ts';

const VOTERS = 24;

const newClaim = (): string => randomBytes(32).toString('hex');

describe('a vote of account holders', () => {
  let system: Contest;
  let owner: pg.Client;
  const id = 'kites-members';
  const people = new Map<string, Browser>();
  const codes = new Map<string, string>();
  const electorate = { kind: 'accounts' as const, roles: ['filler'] };

  const draw = (who: Browser | undefined, claim: string, election = id): Promise<Answer<{ code: string }>> => {
    if (who === undefined) throw new Error('nobody');
    return who.post(`/api/elections/${election}/draw`, { claim });
  };
  const ids = new Map<string, string>();

  beforeAll(async () => {
    system = await contest();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    for (let n = 0; n < VOTERS; n += 1) {
      const account = `member${n}`;
      ids.set(account, await aPerson(system.sql, account, [{ role: 'filler', programme: system.programmeId }]));
      people.set(account, await system.as(account));
    }
    await aPerson(system.sql, 'guest', [{ role: 'reviewer', programme: system.programmeId }]);
    await draft(system, id, { rules: { electorate } });
  }, 120_000);
  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  it('has a roll of those who hold one of its roles, with as many codes, before it is sealed', async () => {
    const sealing = await system.ada.post(pathOf(id, '/actions'), { action: 'seal' });
    expect(sealing.status).toBe(409);
    const first = await system.ada.post<{ batches: unknown }>(pathOf(id, '/roll'));
    expect([first.status, first.body.batches]).toEqual([201, [{ batch: 'accounts', codes: VOTERS }]]);
    const again = await system.bob.post<{ batches: unknown }>(pathOf(id, '/roll'));
    expect(again.body.batches).toEqual([{ batch: 'accounts', codes: VOTERS }]);
  });

  it('hands out no codes beside those that are drawn', async () => {
    await expect(issue(system, id, 5)).rejects.toThrow('no codes are handed out');
  });

  it('lets nobody draw before it is sealed, and is on the page of those on its roll alone afterwards', async () => {
    expect((await draw(people.get('member0'), newClaim())).body).toMatchObject({ code: 'election-closed' });
    for (const action of ['seal', 'open']) expect((await together(system, id, { action })).status).toBe(200);
    const mine = await people.get('member0')?.get<unknown>('/api/my-votes');
    expect(mine?.body).toMatchObject([{ election: id, title: 'The best kite', status: 'open', drawn: false }]);
    const guest = await system.as('guest');
    expect((await guest.get<unknown>('/api/my-votes')).body).toEqual([]);
    expect((await draw(guest, newClaim())).status).toBe(404);
    expect((await system.browser().post(`/api/elections/${id}/draw`, { claim: newClaim() })).status).toBe(401);
  });

  it('keeps its roll: who joins afterwards is not on it', async () => {
    expect((await system.ada.post(pathOf(id, '/roll'))).status).toBe(409);
    await aPerson(system.sql, 'late', [{ role: 'filler', programme: system.programmeId }]);
    expect((await draw(await system.as('late'), newClaim())).status).toBe(404);
  });

  it('gives one person one code, however many ask at once in her name', async () => {
    const who = people.get('member0');
    const claim = newClaim();
    const answers = await Promise.all(
      Array.from({ length: 200 }, (_, n) => draw(who, n % 2 === 0 ? claim : newClaim())),
    );
    const drawn = answers.filter(({ status }) => status === 200).map(({ body }) => body.code);
    expect(drawn.length).toBeGreaterThan(0);
    expect(new Set(drawn).size).toBe(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200, 409]));
    const { rows } = await owner.query('SELECT count(*)::int AS n FROM vote_pool WHERE election_id = $1', [id]);
    expect(rows).toEqual([{ n: VOTERS - 1 }]);
  });

  it('tells a code again to the browser that drew it, and to no other', async () => {
    const [who, claim] = [people.get('member1'), newClaim()];
    const first = await draw(who, claim);
    expect((await draw(who, claim)).body).toEqual(first.body);
    expect((await draw(who, newClaim())).body).toMatchObject({ code: 'code-drawn' });
    const mine = await who?.get<unknown>('/api/my-votes');
    expect(mine?.body).toMatchObject([{ election: id, drawn: true }]);
    codes.set('member1', first.body.code);
  });

  it('counts one ballot a code, as with codes on paper', async () => {
    for (const [account, who] of people) {
      if (account === 'member0' || codes.has(account)) continue;
      codes.set(account, (await draw(who, newClaim())).body.code);
    }
    expect(new Set(codes.values()).size).toBe(VOTERS - 1);
    for (const code of [...codes.values()].slice(0, 20)) {
      expect((await cast(system, id, ballot(id, code))).status).toBe(200);
      expect((await cast(system, id, ballot(id, code))).body).toMatchObject({ code: 'code-not-usable' });
    }
  });

  const tables = async (): Promise<Map<string, string[]>> => {
    const { rows: names } = await owner.query<{ name: string }>(
      `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
        WHERE table_schema NOT IN ('pg_catalog', 'information_schema') AND table_type = 'BASE TABLE'`,
    );
    const found = new Map<string, string[]>();
    for (const { name } of names) {
      const { rows } = await owner.query<{ text: string }>(`SELECT t::text AS text FROM ${name} t`);
      found.set(
        name,
        rows.map(({ text }) => text),
      );
    }
    return found;
  };

  /** Rows in which a person stands beside a code, its number, or its commitment. */
  const linked = async (): Promise<string[]> => {
    const all = await tables();
    return [...codes].flatMap(([account, code]) => {
      const plain = normaliseCode(code) ?? '';
      const commitment = codeCommitment(DIGESTS, id, plain);
      const secrets = [code, plain, commitment, commitment.slice(0, 12)];
      const person = ids.get(account) ?? '';
      return [...all].flatMap(([table, rows]) =>
        rows
          .filter(
            (row) =>
              row.includes(code) ||
              row.includes(plain) ||
              (row.includes(person) && secrets.some((one) => row.includes(one))),
          )
          .map(() => `${table} ${account}`),
      );
    });
  };

  it('links nobody to a code in any row while it is open, nor by the age of a row', async () => {
    expect(await linked()).toEqual([]);
    const { rows: roll } = await owner.query<{ xmin: string }>(
      'SELECT xmin::text FROM vote_roll WHERE election_id = $1 AND drawn',
      [id],
    );
    expect(roll).toHaveLength(VOTERS);
    const ages = new Set(roll.map(({ xmin }) => xmin));
    for (const table of (await tables()).keys()) {
      if (table === 'public.vote_roll') continue;
      const { rows } = await owner.query<{ xmin: string }>(`SELECT DISTINCT xmin::text FROM ${table}`);
      expect([table, rows.filter(({ xmin }) => ages.has(xmin))]).toEqual([table, []]);
    }
    const { rows: credentials } = await owner.query(
      'SELECT DISTINCT xmin::text FROM vote_credential WHERE election_id = $1',
      [id],
    );
    expect(credentials).toHaveLength(1);
  });

  it('says in no log who drew what, and in the audit trail not even that somebody did', async () => {
    const log = system.log.join('\n');
    for (const code of codes.values()) {
      const plain = normaliseCode(code) ?? '';
      for (const secret of [code, plain, codeCommitment(DIGESTS, id, plain)]) expect(log).not.toContain(secret);
    }
    const { rows } = await owner.query<{ type: string }>(`SELECT DISTINCT type FROM audit WHERE subject = $1`, [id]);
    expect(rows.map(({ type }) => type).filter((type) => type.includes('draw'))).toEqual(['roll-drawn-up']);
  });

  it('leaves, when it is over, who drew a code, in no order, and nothing that opens one', async () => {
    await endNow(owner, id);
    await system.closing.closeDue();
    const { rows: roll } = await owner.query<{ person: string; drawn: boolean; held: string | null; xmin: string }>(
      `SELECT person_id AS person, drawn, held, xmin::text FROM vote_roll WHERE election_id = $1 ORDER BY ctid`,
      [id],
    );
    expect(roll.every(({ drawn, held }) => drawn && held === null)).toBe(true);
    expect(new Set(roll.map(({ xmin }) => xmin)).size).toBe(1);
    expect(roll.map(({ person }) => person)).toEqual(roll.map(({ person }) => person).sort());
    const { rows: rest } = await owner.query(
      `SELECT (SELECT count(*)::int FROM vote_pool WHERE election_id = $1) AS pool, pool_key AS key
         FROM vote_secret WHERE election_id = $1`,
      [id],
    );
    expect(rest).toEqual([{ pool: 0, key: null }]);
    expect(await linked()).toEqual([]);
    expect((await draw(people.get('member0'), newClaim())).body).toMatchObject({ code: 'election-closed' });
  });

  it('is counted and proven as any other, and tells how many drew a code', async () => {
    await system.ada.post(pathOf(id, '/seed'), { seed: '1-2-3' });
    expect((await system.ada.post(pathOf(id, '/tallies'), {})).status).toBe(201);
    const { body } = await system.browser().get(`/api/elections/${id}/result`);
    expect(body).toMatchObject({ channel: 'accounts', drawn: VOTERS, result: { ballots: 20, electorate: VOTERS } });
  });
});
