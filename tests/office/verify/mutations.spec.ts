import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { zip } from '../../../server/office/zip.ts';
import { evidenceOf, type Given, GOOD, openEvidence, published, RULES } from './election.ts';
import type { Files, Mutation } from './changing.ts';
import { forged, MUTATIONS, truncated } from './mutations.ts';
import { OPEN_MUTATIONS } from './open-mutations.ts';
import { byNode, byPython, verdictsOf } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'formflow-bundles-'));
afterAll(() => rmSync(folder, { recursive: true }));

const written = (name: string, files: Files): string => {
  const path = join(folder, `${name}.zip`);
  writeFileSync(path, zip([...files].map(([file, content]) => ({ name: file, content: Buffer.from(content) }))));
  return path;
};

const plain = (): Given => evidenceOf({ election: 'lights-2024', voters: 57, codes: 80, rules: RULES });

interface Case {
  what: string;
  path: string;
  code: number;
}

/** Every mutation of every election, at a place that differs from election to election. */
const mutated = (elections: Record<string, () => Given>, mutations: readonly Mutation[]): Case[] =>
  Object.entries(elections).flatMap(([name, given], election) => {
    const { files } = published(given());
    return mutations.flatMap(({ what, code, change }, n): Case[] => {
      const changed = change(files, election * 7 + n);
      const label = `${name}: ${what}`;
      return changed === undefined ? [] : [{ what: label, path: written(`${name}-${n}`, changed), code }];
    });
  });

describe('a bundle that somebody changed', () => {
  it('is found out by both programs, each time for the right reason', () => {
    const cases = [...mutated(GOOD, MUTATIONS), ...mutated({ open: openEvidence }, OPEN_MUTATIONS)];
    const paths = cases.map(({ path }) => path);
    const list = join(folder, 'list.json');
    writeFileSync(list, JSON.stringify(paths));
    const { python, node } = verdictsOf(paths, list);
    const wrong = cases.flatMap(({ what, code }, n) =>
      python[n] === code && node[n] === code ? [] : [{ what, code, python: python[n], node: node[n] }],
    );
    expect(wrong).toEqual([]);
    expect(cases.length).toBeGreaterThanOrEqual(500);
    const tried = new Set(cases.map(({ what }) => what.slice(what.indexOf(':') + 2)));
    expect([...MUTATIONS, ...OPEN_MUTATIONS].filter(({ what }) => !tried.has(what))).toEqual([]);
  });

  it('is found out when its tail is cut off and everything is counted again, but for the signing key', () => {
    const path = written('truncated', truncated(plain()));
    expect([byPython([path]).code, byNode([path]).code]).toEqual([26, 26]);
  });

  it('is found out against the published heads, even by whoever holds the key', () => {
    const given = plain();
    const last = given.checkpoints.at(-1);
    const short = { ...given, checkpoints: given.checkpoints.slice(0, -1) };
    const kept = new Set(short.checkpoints.flatMap(({ trackers }) => trackers));
    const ballots = given.ballots.filter(({ tracker }) => kept.has(tracker));
    const path = written('signed', published({ ...short, ballots, used: given.used.slice(0, ballots.length) }).files);
    const theLast = ['--head', `${last?.i ?? 0}:${last?.head ?? ''}`];
    expect([byPython([path]).code, byNode([path]).code]).toEqual([0, 0]);
    expect([byPython([path, ...theLast]).code, byNode([path, ...theLast]).code]).toEqual([13, 13]);
    const other = ['--head0', 'ab'.repeat(32)];
    expect([byPython([path, ...other]).code, byNode([path, ...other]).code]).toEqual([10, 10]);
  });

  it.each([
    ['names an entry that does not stand', ['light-1', 'light-99']],
    ['names an entry twice', ['light-1', 'light-1', 'light-2']],
    ['names too many', ['light-1', 'light-2', 'light-3', 'light-4']],
    ['names too few', ['light-1']],
    ['names one coast only', ['light-1', 'light-4']],
  ])('is found out when a ballot that was let in %s', (_, choice) => {
    const given = plain();
    const path = written(`choice-${choice.join('')}`, forged(given, choice));
    expect([byPython([path]).code, byNode([path]).code]).toEqual([16, 16]);
  });
});
