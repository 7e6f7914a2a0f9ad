import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { byNode, byPython } from '../../office/verify/programs.ts';
import { ballot, cast, contest, type Contest, open, pathOf, someChoice, together, waitForEnd } from './contest.ts';
import { killedAt, type Step } from './dying.ts';

describe('closing an election', () => {
  let system: Contest;
  const folder = mkdtempSync(join(tmpdir(), 'formflow-closing-'));

  beforeAll(async () => {
    system = await contest();
  });
  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true });
  });

  const voteAll = async (id: string, codes: readonly string[]): Promise<string[]> => {
    const ballots = codes.map((code, n) => ballot(id, code, { choice: someChoice(n) }));
    const answers = await Promise.all(ballots.map((one) => cast(system, id, one)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    return ballots.map(({ tracker }) => tracker);
  };

  const bundle = async (id: string): Promise<Buffer> => {
    const response = await fetch(`${system.url}/api/elections/${id}/bundle.zip`);
    expect(response.status).toBe(200);
    return Buffer.from(await response.arrayBuffer());
  };

  const count = async (id: string): Promise<void> => {
    const drawn = await system.ada.post(pathOf(id, '/seed'), { seed: '20240603:1-2-3' });
    expect(drawn.status).toBe(204);
    const counted = await system.ada.post(pathOf(id, '/tallies'), {});
    expect([counted.status, counted.text]).toEqual([201, expect.stringContaining('"status":"done"')]);
  };

  it('ends in a bundle that both programs find right, with every ballot that was answered', async () => {
    const id = 'kites-whole';
    const codes = await open(system, id, { codes: 60, lasts: 12_000 });
    const early = await voteAll(id, codes.slice(0, 25));
    await system.closing.checkpoint();
    const late = await voteAll(id, codes.slice(25, 45));
    await waitForEnd(system, id);
    const after = await cast(system, id, ballot(id, codes[50] ?? ''));
    expect([after.status, after.body['code']]).toEqual([409, 'election-closed']);
    await system.closing.closeDue();
    await count(id);
    const path = join(folder, 'whole.zip');
    writeFileSync(path, await bundle(id));
    expect([byPython([path]), byNode([path])]).toMatchObject([{ code: 0 }, { code: 0 }]);
    for (const tracker of [...early, ...late].slice(0, 5)) expect(byNode([path, '--receipt', tracker]).code).toBe(0);
    expect(byNode([path, '--code', codes[0] ?? '']).code).toBe(0);
    expect(byNode([path, '--code', codes[59] ?? '']).code).toBe(31);
    const said = byPython([path]).said;
    expect(said).toContain('45 ballots');
  });

  it('takes no ballot after the instant of closing, and loses none before', async () => {
    const id = 'kites-instant';
    const codes = await open(system, id, { codes: 400, lasts: 7_000 });
    const recorded: string[] = [];
    const later: number[] = [];
    const lanes = Array.from({ length: 8 }, async (_, lane) => {
      for (let n = lane; n < codes.length; n += 8) {
        const given = ballot(id, codes[n] ?? '');
        const { status } = await cast(system, id, given);
        if (status === 200) recorded.push(given.tracker);
        else later.push(status);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    });
    await waitForEnd(system, id);
    await Promise.all([system.closing.closeDue(), system.closing.closeDue()]);
    await Promise.all(lanes);
    expect(recorded.length).toBeGreaterThan(0);
    expect(later.length).toBeGreaterThan(0);
    expect(new Set(later)).toEqual(new Set([409]));
    const published = await system.browser().get<{ trackers: string[] }[]>(`/api/elections/${id}/checkpoints`);
    expect(published.body.flatMap(({ trackers }) => trackers).sort()).toEqual([...recorded].sort());
  });

  it('is done by the database’s clock alone, and not before its time', async () => {
    const id = 'kites-clock';
    await open(system, id, { codes: 1 });
    expect(await system.closing.close(id)).toBe(false);
    expect((await system.ada.get(pathOf(id))).body['status']).toBe('open');
  });

  it('goes on wherever the process was killed, and ends in the same bytes', async () => {
    const id = 'kites-killed';
    const codes = await open(system, id, { codes: 40, lasts: 8_000 });
    await voteAll(id, codes.slice(0, 33));
    await waitForEnd(system, id);
    const steps: Step[] = [
      'before closing',
      'after closing',
      'in the checkpoint',
      'after the checkpoint',
      'in the rewriting',
      'after the rewriting',
    ];
    for (const step of steps)
      expect(await killedAt(step, { databaseUrl: system.databaseUrl, election: id })).toBe('SIGKILL');
    await system.closing.closeDue();
    await count(id);
    const [first, second] = [await bundle(id), await bundle(id)];
    expect(first.equals(second)).toBe(true);
    const path = join(folder, 'killed.zip');
    writeFileSync(path, first);
    expect([byPython([path]).code, byNode([path]).code]).toEqual([0, 0]);
    expect(byPython([path]).said).toContain('33 ballots');
  }, 120_000);

  it('can be counted again, the former count kept, and is certified by two people', async () => {
    const id = 'kites-killed';
    const again = await system.bob.post(pathOf(id, '/tallies'), { withdrawn: ['kite-2'] });
    expect(again.status).toBe(201);
    const counts = await system.ada.get<{ n: number; result: { withdrawn: string[] } }[]>(pathOf(id, '/tallies'));
    expect(counts.body.map(({ n, result }) => [n, result.withdrawn])).toEqual([
      [1, []],
      [2, ['kite-2']],
    ]);
    const path = join(folder, 'again.zip');
    writeFileSync(path, await bundle(id));
    expect([byPython([path]).code, byNode([path]).code]).toEqual([0, 0]);
    expect((await together(system, id, { action: 'certify' })).body['status']).toBe('certified');
    const [secret] = await system.sql.query<{ key: string | null }>(
      'SELECT traffic_key AS key FROM vote_secret WHERE election_id = $1',
      [id],
    );
    expect(secret?.key).toBeNull();
  });
});
