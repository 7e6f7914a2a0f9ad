import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import type { Candidate, DrawRule } from '../../../server/engine/ballot/rules.ts';
import { zip } from '../../../server/office/zip.ts';
import { CANDIDATES, evidenceOf, published, RULES } from './election.ts';
import { byNode, byPython } from './programs.ts';

/** Lighthouses that are to be painted, drawn by lot as far as the paint goes. */

const folder = mkdtempSync(join(tmpdir(), 'formflow-draw-'));
afterAll(() => rmSync(folder, { recursive: true }));

const PAINTED: Candidate[] = CANDIDATES.map((candidate, n) => ({
  ...candidate,
  text: `Built in ${1850 + n}`,
  pictures: [`${n}`.repeat(64)],
  ticket: { weight: n, cost: `${100 + 10 * n}.5` },
}));

const drawing = (overspend: DrawRule['overspend'], budget = '500') =>
  published(
    evidenceOf({
      election: 'lights-2024',
      voters: 12,
      codes: 20,
      candidates: PAINTED,
      rules: { ...RULES, quorum: {}, places: [], draw: { budget, overspend, seed: 'The lottery of 3 June' } },
    }),
  );

const verdicts = (name: string, files: ReadonlyMap<string, string>): number[] => {
  const path = join(folder, `${name}.zip`);
  writeFileSync(path, zip([...files].map(([file, content]) => ({ name: file, content: Buffer.from(content) }))));
  return [byPython([path]).code, byNode([path]).code];
};

const costOf = (entries: readonly string[]): number =>
  entries.reduce((sum, id) => sum + Number(PAINTED.find((one) => one.id === id)?.ticket?.cost), 0);

describe('a seeded draw within a budget', () => {
  it.each(['skip', 'stop', 'last'] as const)('with overspend %s is drawn alike by both programs', (overspend) => {
    const { result, files } = drawing(overspend);
    expect(result.status).toBe('done');
    expect(verdicts(overspend, files)).toEqual([0, 0]);
    const won = result.awards.map(({ entry }) => entry);
    expect(won).not.toContain('light-1');
    if (overspend === 'last') expect(costOf(won.slice(0, -1))).toBeLessThanOrEqual(500);
    else expect(costOf(won)).toBeLessThanOrEqual(500);
  });

  it('gives nothing to anybody where the money pays for none', () => {
    const { result, files } = drawing('skip', '1');
    expect([result.status, result.awards]).toEqual(['empty', []]);
    expect(verdicts('poor', files)).toEqual([0, 0]);
  });

  it('is found out where another entry is put in the place of one that was drawn', () => {
    const { result, files } = drawing('stop');
    const [first = { entry: '' }] = result.awards;
    const other = first.entry === 'light-9' ? 'light-2' : 'light-9';
    const changed = new Map(files);
    const text = files.get('result.json') ?? '';
    changed.set(
      'result.json',
      text.replace(`{"entry":"${first.entry}","place":"draw"}`, `{"entry":"${other}","place":"draw"}`),
    );
    expect(changed.get('result.json')).not.toBe(text);
    expect(verdicts('forged', changed)).toEqual([25, 25]);
  });

  it('seals the tickets, the texts and the pictures of the entries', () => {
    const { files } = drawing('skip');
    for (const [from, to] of [
      ['"weight":3', '"weight":30'],
      ['Built in 1851', 'Built in 1951'],
      ['1111111111', '1111111112'],
    ] as const) {
      const text = files.get('manifest.json') ?? '';
      expect(text).toContain(from);
      expect(verdicts('sealed', new Map(files).set('manifest.json', text.replace(from, to)))).not.toContain(0);
    }
  });
});
