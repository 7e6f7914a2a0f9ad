import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { manifestHead } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { aPerson } from '../../support/people.ts';
import {
  ballot,
  cast,
  contest,
  type Contest,
  draft,
  issue,
  KITE_PROGRAMME,
  open,
  pathOf,
  together,
  waitForEnd,
} from './contest.ts';

describe('a sealed election', () => {
  let system: Contest;
  let owner: pg.Client;

  beforeAll(async () => {
    system = await contest();
    await aPerson(system.sql, 'filler', [{ role: 'filler', programme: system.programmeId }]);
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
  });
  afterAll(async () => {
    await owner.end();
    await system.close();
  });

  it('needs two different people, who mean the same', async () => {
    await draft(system, 'kites-two');
    await issue(system, 'kites-two', 3);
    const proposed = await system.ada.post<{ waiting: { id: string } }>(pathOf('kites-two', '/actions'), {
      action: 'seal',
    });
    const confirm = pathOf('kites-two', `/actions/${proposed.body.waiting.id}`);
    const alone = await system.ada.post(confirm, {});
    expect([alone.status, alone.body['code']]).toEqual([409, 'second-person-needed']);
    await issue(system, 'kites-two', 1, 'late');
    const stale = await system.bob.post(confirm, {});
    expect([stale.status, stale.body['code']]).toEqual([409, 'stale']);
    expect((await system.ada.get(pathOf('kites-two'))).body['status']).toBe('draft');
    expect((await system.bob.ask('DELETE', confirm)).status).toBe(204);
    expect((await together(system, 'kites-two', { action: 'seal' })).body['status']).toBe('sealed');
    await expect(
      owner.query(`INSERT INTO vote_action (id, election_id, action, detail, actor1, actor2, done_at)
        SELECT gen_random_uuid(), 'kites-two', 'open', '{}', id, id, now() FROM person LIMIT 1`),
    ).rejects.toThrow('ck_vote_action_two_people');
  });

  it('publishes the text whose hash everybody can compute', async () => {
    const manifest = await system.browser().get('/api/elections/kites-two/manifest');
    const view = await system.browser().get('/api/elections/kites-two');
    expect(manifestHead(DIGESTS, 'kites-two', manifest.text)).toBe(view.body['head0']);
    expect((await system.browser().get('/api/elections/kites-draft')).status).toBe(404);
  });

  it.each([
    `UPDATE vote_election SET rules = '{}' WHERE id = 'kites-two'`,
    `UPDATE vote_election SET closes_at = closes_at + interval '1 day' WHERE id = 'kites-two'`,
    `UPDATE vote_election SET manifest = '{}' WHERE id = 'kites-two'`,
    `UPDATE vote_election SET public_seed = 'mine' WHERE id = 'kites-two'`,
    `UPDATE vote_election SET status = 'draft' WHERE id = 'kites-two'`,
    `UPDATE vote_election SET status = 'closed' WHERE id = 'kites-two'`,
    `DELETE FROM vote_election WHERE id = 'kites-two'`,
    `UPDATE vote_candidate SET title = 'Mine' WHERE election_id = 'kites-two'`,
    `DELETE FROM vote_candidate WHERE election_id = 'kites-two' AND id = 'kite-1'`,
    `INSERT INTO vote_candidate VALUES ('kites-two', 'kite-9', 'New', '{}', '[]')`,
    `INSERT INTO vote_credential (election_id, cc, batch) VALUES ('kites-two', repeat('a', 64), 'mine')`,
    `INSERT INTO vote_credential (election_id, cc, batch, is_replacement) VALUES ('kites-two', repeat('a', 64), 'mine', true)`,
    `DELETE FROM vote_credential WHERE election_id = 'kites-two'`,
    `UPDATE vote_credential SET batch = 'mine' WHERE election_id = 'kites-two'`,
    `TRUNCATE vote_credential`,
    `TRUNCATE vote_ballot_intake`,
  ])('refuses even the owner of the tables: %s', async (statement) => {
    await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('lets nobody change or empty what is in the box', async () => {
    const [code = ''] = await open(system, 'kites-box', { codes: 2 });
    await cast(system, 'kites-box', ballot('kites-box', code));
    for (const statement of [
      `UPDATE vote_ballot_intake SET choice = '{}'`,
      `DELETE FROM vote_ballot_intake`,
      `DELETE FROM vote_spent_intake`,
      `TRUNCATE vote_intake."ballot-kites-box"`,
    ])
      await expect(owner.query(statement)).rejects.toMatchObject({ code: '42501' });
    for (const statement of [
      'SELECT * FROM vote_ballot_intake',
      'SELECT count(*) FROM vote_spent_intake',
      'SELECT * FROM vote_ballot',
      `INSERT INTO vote_ballot_intake VALUES ('kites-box', '', '', '{}')`,
      `SELECT vote_empty_box('kites-box')`,
    ])
      await expect(system.sql.query(statement)).rejects.toMatchObject({ code: '42501' });
  });

  it('is extended once, by two people, before it ends', async () => {
    await open(system, 'kites-long', { codes: 1, lasts: 600_000 });
    const to = new Date(Date.now() + 1_200_000).toISOString();
    const early = await system.ada.post(pathOf('kites-long', '/actions'), {
      action: 'extend',
      to: new Date().toISOString(),
    });
    expect(early.status).toBe(422);
    expect((await together(system, 'kites-long', { action: 'extend', to })).status).toBe(200);
    const again = await together(system, 'kites-long', {
      action: 'extend',
      to: new Date(Date.now() + 9e6).toISOString(),
    });
    expect(again.status).toBeGreaterThanOrEqual(400);
    expect((await system.browser().get('/api/elections/kites-long')).body['closes']).toMatch(to.slice(0, 17));
  });

  it('shows nothing that hints at a count before it closes, to nobody', async () => {
    const id = 'kites-quiet';
    const codes = await open(system, id, { codes: 12 });
    const paths = [
      `/api/elections/${id}`,
      `/api/elections/${id}/manifest`,
      `/api/elections/${id}/checkpoints`,
      `/api/elections/${id}/bundle.zip`,
      pathOf(id),
      pathOf(id, '/tallies'),
      `/api/programmes/${KITE_PROGRAMME}/elections`,
    ];
    const look = async (): Promise<string[]> =>
      Promise.all(
        paths.map(async (path) => {
          const { status, text, headers } = await system.ada.get(path);
          const told = text.replace(/"instance":"[^"]*"/, '');
          return `${path} ${status} ${headers.get('etag') ?? ''} ${headers.get('content-length') ?? ''} ${told}`;
        }),
      );
    const before = await look();
    for (const code of codes.slice(0, 9)) await cast(system, id, ballot(id, code, { choice: ['kite-1', 'kite-2'] }));
    await system.closing.checkpoint();
    expect(await look()).toEqual(before);
    expect(before[3]).toContain(' 404 ');
    expect(before[5]).toContain(' 409 ');
  });

  it('is run by nobody but those who may', async () => {
    const filler = await system.as('filler');
    for (const path of ['', '/kites-two', '/kites-two/tallies'])
      expect((await filler.get(`/api/programmes/${KITE_PROGRAMME}/elections${path}`)).status).toBe(403);
    for (const path of ['/codes', '/revocations', '/actions', '/seed', '/tallies'])
      expect((await filler.post(pathOf('kites-two', path), {})).status).toBe(403);
    expect((await system.browser().get(pathOf('kites-two'))).status).toBe(401);
  });

  it('is counted only after its half of the seed was drawn in public, once', async () => {
    const drawn = await system.ada.post(pathOf('kites-two', '/seed'), { seed: '1-2-3' });
    expect(drawn.status).toBe(409);
    const id = 'kites-seed';
    await open(system, id, { codes: 1, lasts: 3000 });
    await waitForEnd(system, id);
    await system.closing.closeDue();
    expect((await system.ada.post(pathOf(id, '/tallies'), {})).status).toBe(409);
    expect((await system.browser().get(`/api/elections/${id}/bundle.zip`)).status).toBe(404);
    expect((await system.ada.post(pathOf(id, '/seed'), { seed: '1-2-3' })).status).toBe(204);
    expect((await system.ada.post(pathOf(id, '/seed'), { seed: '6-6-6' })).status).toBe(409);
    await expect(owner.query(`UPDATE vote_election SET public_seed = '6' WHERE id = '${id}'`)).rejects.toThrow('once');
    expect((await system.ada.post(pathOf(id, '/tallies'), {})).body['result']).toMatchObject({ status: 'empty' });
  });
});

describe('revoking a code', () => {
  let system: Contest;
  beforeAll(async () => {
    system = await contest();
  });
  afterAll(() => system.close());

  it('makes it useless, and the code in its place useful', async () => {
    const [code = ''] = await open(system, 'kites-lost', { codes: 3 });
    const replaced = await system.ada.post<{ codes: { code: string; slip: string }[] }>(
      pathOf('kites-lost', '/revocations'),
      { code, replace: true },
    );
    const fresh = replaced.body.codes[0]?.code ?? '';
    expect((await cast(system, 'kites-lost', ballot('kites-lost', code))).status).toBe(409);
    expect((await cast(system, 'kites-lost', ballot('kites-lost', fresh))).status).toBe(200);
    const used = await system.ada.post(pathOf('kites-lost', '/revocations'), { code: fresh, replace: true });
    expect(used.status).toBe(409);
  });

  it('works by the number on the slip, which says nothing of the code', async () => {
    await draft(system, 'kites-slip');
    const issued = await system.ada.post<{ codes: { code: string; slip: string }[] }>(pathOf('kites-slip', '/codes'), {
      batch: 'a',
      count: 2,
    });
    for (const action of ['seal', 'open']) await together(system, 'kites-slip', { action });
    const [one, other] = issued.body.codes;
    const revoked = await system.ada.post(pathOf('kites-slip', '/revocations'), { slip: one?.slip, replace: false });
    expect([revoked.status, revoked.body]).toEqual([200, { codes: [] }]);
    expect((await cast(system, 'kites-slip', ballot('kites-slip', one?.code ?? ''))).status).toBe(409);
    expect((await cast(system, 'kites-slip', ballot('kites-slip', other?.code ?? ''))).status).toBe(200);
  });

  it('never lets both codes count, whatever comes first', async () => {
    const codes = await open(system, 'kites-both', { codes: 40 });
    for (const code of codes) {
      const [, revoked] = await Promise.all([
        cast(system, 'kites-both', ballot('kites-both', code)),
        system.ada.post<{ codes?: { code: string }[] }>(pathOf('kites-both', '/revocations'), { code, replace: true }),
      ]);
      const fresh = revoked.body.codes?.[0]?.code;
      if (fresh !== undefined) await cast(system, 'kites-both', ballot('kites-both', fresh));
    }
    const owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const counted = await owner.query<{ spent: number; ballots: number }>(`
      SELECT (SELECT count(*) FROM vote_spent_intake WHERE election_id = 'kites-both')::int AS spent,
             (SELECT count(*) FROM vote_ballot_intake WHERE election_id = 'kites-both')::int AS ballots`);
    const both = await owner.query(`
      SELECT FROM vote_credential c JOIN vote_spent_intake s ON s.cc = c.cc
       WHERE c.revoked_at IS NOT NULL AND c.election_id = 'kites-both'`);
    await owner.end();
    expect(counted.rows).toEqual([{ spent: 40, ballots: 40 }]);
    expect(both.rowCount).toBe(0);
  });
});
