import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codeFrom } from '../../../server/engine/ballot/code.ts';
import type { ElectionResult } from '../../../server/contract/wire/election-result.ts';
import type { Answer } from '../../support/app.ts';
import { byNode, byPython } from '../../office/verify/programs.ts';
import { type Ballot, ballot, cast, contest, type Contest, draft, endNow, issue, pathOf, together } from './contest.ts';

const newDevice = (): string => randomBytes(32).toString('hex');

describe('an open vote', () => {
  let system: Contest;
  let owner: pg.Client;
  const folder = mkdtempSync(join(tmpdir(), 'formflow-open-'));
  const id = 'kites-crowd';
  const limit = [
    { per: 'device' as const, max: 1 },
    { per: 'all' as const, window: 'hour' as const, max: 30 },
  ];
  const vote = (device: string, choice?: string[]): Ballot & { device: string } => ({
    ...ballot(id, codeFrom(randomBytes(15)) ?? '', choice === undefined ? {} : { choice }),
    device,
  });
  const quarantined = async (): Promise<number> => {
    const { rows } = await owner.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM vote_quarantine WHERE election_id = $1',
      [id],
    );
    return rows[0]?.n ?? -1;
  };
  const casts = (votes: readonly unknown[]): Promise<Answer[]> =>
    Promise.all(votes.map((one) => cast(system, id, one)));

  beforeAll(async () => {
    system = await contest();
    owner = new pg.Client({ connectionString: system.databaseUrl });
    await owner.connect();
    const rules = { electorate: { kind: 'open' as const, limit }, places: [], ties: [], quorum: { used: 5 } };
    await draft(system, id, { rules });
    for (const action of ['seal', 'open']) await together(system, id, { action });
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await owner.end();
    await system.close();
  });

  it('needs no codes, and has none handed out', async () => {
    await expect(issue(system, id, 5)).rejects.toThrow('no codes are handed out');
    const { body } = await system.browser().get(`/api/elections/${id}`);
    expect(body).toMatchObject({ channel: 'open', status: 'open' });
  });

  it('takes a ballot from anybody, answers it with a receipt, and counts it once when it is sent again', async () => {
    const given = vote(newDevice());
    const [first, again] = [await cast(system, id, given), await cast(system, id, given)];
    expect([first.status, first.body['state'], again.body['state']]).toEqual([200, 'recorded', 'already-recorded']);
    expect(again.body['signature']).toBe(first.body['signature']);
    expect(await quarantined()).toBe(0);
  });

  it('refuses what its rules of choosing refuse', async () => {
    expect((await cast(system, id, vote(newDevice(), ['kite-1']))).status).toBe(422);
  });

  it('takes what goes beyond a limit as well, answers the same, and sets it apart', async () => {
    const device = newDevice();
    const answers = await casts(Array.from({ length: 10 }, () => vote(device, ['kite-6', 'kite-7'])));
    expect(new Set(answers.map(({ status, body }) => `${status} ${String(body['state'])}`))).toEqual(
      new Set(['200 recorded']),
    );
    expect(await quarantined()).toBe(9);
  });

  it('counts together browsers that name no device', async () => {
    const nameless = (): Ballot => ballot(id, codeFrom(randomBytes(15)) ?? '');
    await casts([nameless(), nameless()]);
    expect(await quarantined()).toBe(10);
  });

  it('sets apart what comes in an hour beyond the most for all, and nobody is refused for a network', async () => {
    // 13 came so far; 25 more from as many devices behind one address.
    const answers = await casts(Array.from({ length: 25 }, () => vote(newDevice())));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
    expect(await quarantined()).toBe(10 + 8);
  });

  it('tells nothing of a count before it is closed', async () => {
    expect((await system.browser().get(`/api/elections/${id}/result`)).status).toBe(404);
    const { text } = await system.ada.get(pathOf(id));
    expect(text).not.toContain('quarantine');
  });

  it('keeps neither device nor address, only keyed digests, and those until it closes', async () => {
    const { rows } = await owner.query<{ tag: string }>('SELECT DISTINCT tag FROM vote_open_count');
    expect(rows.every(({ tag }) => /^([0-9a-f]{16})?$/.test(tag))).toBe(true);
    await endNow(owner, id);
    await system.closing.closeDue();
    const { rows: left } = await owner.query('SELECT FROM vote_open_count');
    expect(left).toEqual([]);
    const { rows: apart } = await owner.query<{ tracker: string; xmin: string }>(
      'SELECT tracker, xmin::text FROM vote_quarantine ORDER BY ctid',
    );
    expect(new Set(apart.map(({ xmin }) => xmin)).size).toBe(1);
    expect(apart.map(({ tracker }) => tracker)).toEqual(apart.map(({ tracker }) => tracker).sort());
  });

  it('shows both counts, how many were set apart for which limit, and no prize', async () => {
    await system.ada.post(pathOf(id, '/seed'), { seed: '1-2-3' });
    expect((await system.ada.post(pathOf(id, '/tallies'), {})).status).toBe(201);
    const { body } = await system.browser().get<ElectionResult>(`/api/elections/${id}/result`);
    expect(body.limits).toEqual([
      { per: 'device', window: 'total', max: 1 },
      { per: 'all', window: 'hour', max: 30 },
    ]);
    const { result } = body;
    expect([result.raw?.ballots, result.ballots, result.quarantined?.count]).toEqual([38, 20, 18]);
    expect(result.quarantined?.reasons).toEqual({ 'all-hour': 8, 'device-total': 10 });
    expect([result.raw?.votes['kite-6'], result.votes['kite-6']]).toEqual([10, 1]);
    expect([result.status, result.awards, result.quorum]).toEqual(['done', [], true]);
  });

  it('is proven by both programs, which say what they cannot prove', async () => {
    const bundle = join(folder, 'open.zip');
    const response = await fetch(`${system.url}/api/elections/${id}/bundle.zip`);
    writeFileSync(bundle, Buffer.from(await response.arrayBuffer()));
    for (const verdict of [byPython([bundle]), byNode([bundle])]) {
      expect(verdict.code).toBe(0);
      expect(verdict.said).toContain('20 ballots counted, 18 set apart; nobody was entitled by a code');
    }
  });
});
