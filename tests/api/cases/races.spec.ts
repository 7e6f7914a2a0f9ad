import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send, tally, view } from '../../support/harbour.ts';

const MANY = 200;

/** The pool is far smaller than the crowd: a command that wanted a second connection would stand still. */
const CONNECTIONS = 4;

describe('many requests about one case at the same moment', () => {
  let system: Harbour;
  let nora: Browser;
  let ines: Browser;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour({ databasePool: CONNECTIONS });
    nora = await system.as('nora');
    ines = await system.as('ines');
  });

  afterAll(() => system.close());

  const events = (type: string): Promise<{ seq: number }[]> =>
    system.rows(`SELECT seq FROM event WHERE ENTERED AND case_id = $7 AND type = $8`, [caseId, type]);
  const crowd = <Body extends object>(ask: (n: number) => Promise<Body>): Promise<Body[]> =>
    Promise.all(Array.from({ length: MANY }, (_, n) => ask(n)));

  describe('of a quay that has not sent its list', () => {
    beforeEach(async () => {
      caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
      const { state, lockVersion } = await view(nora, caseId);
      if (state === 'sent') await act(nora, caseId, { action: 'take_back', lockVersion });
    });

    it('with a key each: one is done, the others are told that they are late, and it stands in the history once', async () => {
      const before = (await events('acted')).length;
      const { lockVersion } = await view(nora, caseId);
      const answers = await crowd(() => act(nora, caseId, { action: 'send', lockVersion, data: berths() }));
      expect(tally(answers)).toEqual({ ok: 1, stale: MANY - 1 });
      expect((await events('acted')).length).toBe(before + 1);
      const late = answers.find(({ status }) => status === 409)?.body as unknown as Record<string, unknown>;
      expect(late['current']).toMatchObject({ state: 'sent', lockVersion: lockVersion + 1 });
    });

    it('with one key: it is done once, and all get the same answer', async () => {
      const before = (await events('acted')).length;
      const { lockVersion } = await view(nora, caseId);
      const key = randomUUID();
      const answers = await crowd(() => act(nora, caseId, { action: 'send', lockVersion, data: berths() }, key));
      expect(tally(answers)).toEqual({ ok: MANY });
      expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
      expect((await events('acted')).length).toBe(before + 1);
    });

    it('of two tabs of two clerks: one list is kept', async () => {
      const noel = await system.as('noel');
      const { lockVersion } = await view(nora, caseId);
      const answers = await crowd((n) =>
        act(n % 2 === 0 ? nora : noel, caseId, { action: 'send', lockVersion, data: berths((n % 5) + 1) }),
      );
      expect(tally(answers)).toEqual({ ok: 1, stale: MANY - 1 });
    });
  });

  it('approving against taking back: one of the two happens', async () => {
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const sara = await system.as('sara');
    const { lockVersion } = await send(sara, caseId);
    const answers = await crowd((n) =>
      n % 2 === 0
        ? act(ines, caseId, { action: 'accept', lockVersion })
        : act(sara, caseId, { action: 'take_back', lockVersion }),
    );
    expect(tally(answers)).toEqual({ ok: 1, stale: MANY - 1 });
    const { state } = await view(sara, caseId);
    const winner = answers.findIndex(({ status }) => status === 200) % 2 === 0 ? 'accepted' : 'open';
    expect(state).toBe(winner);
  });

  it('a double click does it once', async () => {
    caseId = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-02' });
    const key = randomUUID();
    const body = { action: 'send', data: { landings: 4 } };
    const [first, second] = await Promise.all([act(nora, caseId, body, key), act(nora, caseId, body, key)]);
    expect([first.status, second.status]).toEqual([200, 200]);
    expect(first.text).toBe(second.text);
    expect(await events('acted')).toHaveLength(1);
  });

  it('leave a history without gaps whose hashes hold', async () => {
    await system.rows('SELECT FROM case_ WHERE ENTERED', []);
    const root = await system.rows<{ gaps: number }>(
      `SELECT count(*)::int AS gaps FROM (
         SELECT seq, lag(seq, 1, 0) OVER (PARTITION BY case_id ORDER BY seq) AS before,
                prev_hash, lag(hash, 1, '') OVER (PARTITION BY case_id ORDER BY seq) AS linked
           FROM event WHERE ENTERED) e
        WHERE e.seq <> e.before + 1 OR e.prev_hash <> e.linked`,
    );
    expect(root).toEqual([{ gaps: 0 }]);
  });
});
