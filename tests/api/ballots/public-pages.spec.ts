import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { codeFrom, normaliseCode, printedCode } from '../../../server/engine/ballot/code.ts';
import { type BuiltBooth, buildBooth } from '../../support/built-booth.ts';
import { ballot, cast, contest, type Contest, draft, open, pathOf, together, waitForEnd } from './contest.ts';

/** What the public can see and send, before and after an election is over. */

describe('the pages of an election', () => {
  const id = 'kites-in-public';
  let booth: BuiltBooth;
  let system: Contest;
  let codes: string[];
  const nextCode = (): string => codes.pop() ?? '';
  const page = (path: string, headers: Record<string, string> = {}) => fetch(`${system.url}${path}`, { headers });

  beforeAll(async () => {
    booth = await buildBooth();
    system = await contest({}, { clientFolder: booth.folder });
    codes = await open(system, id, { codes: 60 });
  });
  afterAll(async () => {
    await system.close();
    await booth.remove();
  });

  it.each([`/vote/${id}`, `/vote/${id}/check`, `/results/${id}`])(
    '%s cannot be framed, runs no foreign script and tells nobody its address',
    async (path) => {
      const { status, headers } = await page(path);
      expect(status).toBe(200);
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain(`default-src 'none'; script-src 'self'; style-src 'self'`);
      expect(policy).toContain(`frame-ancestors 'none'`);
      expect(policy).not.toContain('unsafe');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('set-cookie')).toBeNull();
    },
  );

  it('are the same bytes for every election, whether it exists or not', async () => {
    const texts = await Promise.all([id, 'no-such-one'].map(async (name) => (await page(`/vote/${name}`)).text()));
    expect(texts[0]).toBe(texts[1]);
  });

  it('are those whose digest was sealed with the election', async () => {
    const served = createHash('sha256')
      .update(await (await page(`/vote/${id}`)).text())
      .digest('hex');
    const manifest = (await (await page(`/api/elections/${id}/manifest`)).json()) as { booth?: unknown };
    expect(manifest.booth).toEqual({ 'vote.html': served });
  });

  it('take no ballot that another site sends', async () => {
    const given = JSON.stringify(ballot(id, nextCode()));
    const send = (headers: Record<string, string>) =>
      fetch(`${system.url}/api/elections/${id}/ballots`, { method: 'POST', body: given, headers });
    const json = { 'content-type': 'application/json' };
    expect((await send({ ...json, origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' })).status).toBe(
      403,
    );
    expect((await send({ 'content-type': 'text/plain' })).status).toBe(415);
    expect((await send({ ...json, origin: system.url, 'sec-fetch-site': 'same-origin' })).status).toBe(200);
  });

  it('leave no code, tracker or nonce in any log', async () => {
    const given = ballot(id, nextCode());
    await cast(system, id, given);
    await cast(system, id, { ...given, choice: ['kite-1'] });
    await system.browser().post(`/api/elections/${id}/codes`, { code: given.code });
    await page(`/vote/${id}?code=${given.code}`, { referer: `${system.url}/vote/${id}?${given.code}` });
    const lines = system.log.join('\n');
    expect(lines).toContain('/api/elections/:election/ballots');
    for (const secret of [given.code, given.code.replaceAll('-', ''), given.tracker, given.nonce])
      expect(lines).not.toContain(secret);
  });

  it('take a ballot with somebody else’s nonce and choice from nobody', async () => {
    const [first, second] = [nextCode(), nextCode()];
    const nonce = '7'.repeat(64);
    expect((await cast(system, id, ballot(id, first, { nonce }))).status).toBe(200);
    const clash = await cast(system, id, ballot(id, second, { nonce }));
    expect([clash.status, clash.body['code']]).toEqual([409, 'conflict']);
    expect((await system.browser().post(`/api/elections/${id}/codes`, { code: second })).body).toEqual({
      state: 'unused',
    });
  });

  it('do not ask the clock of this process', async () => {
    const late = 'kites-too-early';
    await draft(system, late);
    const { now } = Date;
    try {
      for (const hours of [-3, 3]) {
        Date.now = () => now() + hours * 3_600_000;
        expect((await cast(system, id, ballot(id, nextCode()))).status).toBe(200);
        expect((await system.browser().get(`/api/elections/${late}`)).status).toBe(404);
      }
    } finally {
      Date.now = now;
    }
  });

  it('say nothing of votes before the end, not by a byte, and everything after the count', async () => {
    const ending = 'kites-that-are-over';
    const [code = '', ...others] = await open(system, ending, { codes: 12, lasts: 8_000 });
    const silent = ['', '/result', '/bundle.zip', '/bundle/ballots.jsonl', '/checkpoints', '/manifest'];
    const look = () =>
      Promise.all(
        silent.map(async (path) => {
          const { status, text } = await system.browser().get(`/api/elections/${ending}${path}`);
          return `${status} ${text.replace(/urn:formflow:request:[^"]+/, '')}`;
        }),
      );
    const before = await look();
    await cast(system, ending, ballot(ending, code));
    for (const other of others.slice(0, 5)) await cast(system, ending, ballot(ending, other, { choice: [] }));
    expect(await look()).toEqual(before);
    expect(before.filter((answer) => answer.startsWith('404'))).toHaveLength(3);
    await waitForEnd(system, ending);
    await system.closing.closeDue();
    expect((await system.browser().get(`/api/elections/${ending}/result`)).status).toBe(404);
    await system.ada.post(pathOf(ending, '/seed'), { seed: 'dice 3 1 5' });
    await system.ada.post(pathOf(ending, '/tallies'), {});
    const result = async () => (await system.browser().get(`/api/elections/${ending}/result`)).body;
    expect(await result()).toMatchObject({
      standing: 'provisional',
      result: { ballots: 6, blank: 5, votes: { 'kite-1': 1, 'kite-2': 1, 'kite-3': 0 }, electorate: 12 },
      lot: { publicSeed: 'dice 3 1 5' },
      batches: [{ batch: 'all', issued: 12, used: 6 }],
    });
    const lines = await system.browser().get(`/api/elections/${ending}/bundle/ballots.jsonl`);
    expect(lines.text.trim().split('\n')).toHaveLength(6);
    expect((await system.browser().get(`/api/elections/${ending}/bundle/other.txt`)).status).toBe(404);
    expect((await together(system, ending, { action: 'certify' })).status).toBe(200);
    expect((await result())['standing']).toBe('certified');
  });
});

describe('a code as somebody types it', () => {
  const LOOKALIKES: Record<string, string[]> = { '0': ['O', 'o', '０', 'Ｏ'], '1': ['I', 'l', 'L', '１', 'ｌ'] };
  const BETWEEN = ['', ' ', '-', '–', '—', '\u3000', '\u00a0', '\u200b', ' - '];

  it('means the same, however it is written', () => {
    const spelled = fc.uint8Array({ minLength: 15, maxLength: 15 }).chain((bytes) => {
      const code = codeFrom(bytes) ?? '';
      const signs = Array.from(code).map((sign) =>
        fc.tuple(fc.constantFrom(sign, sign.toLowerCase(), ...(LOOKALIKES[sign] ?? [])), fc.constantFrom(...BETWEEN)),
      );
      return fc.tuple(
        fc.constant(code),
        fc.tuple(...signs).map((parts) => parts.flat().join('')),
      );
    });
    fc.assert(
      fc.property(spelled, ([code, typed]) => {
        expect(normaliseCode(typed)).toBe(code);
        expect(normaliseCode(printedCode(code))).toBe(code);
      }),
      { numRuns: 500 },
    );
  });
});
