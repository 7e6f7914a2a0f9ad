import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawnSync } from 'node:child_process';
import { afterAll, describe, expect, it } from '@jest/globals';
import { zip } from '../../../server/office/zip.ts';
import { codeOf, evidenceOf, GOOD, openEvidence, published, RULES } from './election.ts';
import { byNode, byPython } from './programs.ts';

const folder = mkdtempSync(join(tmpdir(), 'formflow-bundle-'));
afterAll(() => rmSync(folder, { recursive: true }));

const archive = (files: ReadonlyMap<string, string>): Buffer =>
  zip([...files].map(([name, content]) => ({ name, content: Buffer.from(content) })));

const zipped = (name: string, files: ReadonlyMap<string, string>): string => {
  const path = join(folder, `${name}.zip`);
  writeFileSync(path, archive(files));
  return path;
};

const unpacked = (name: string, files: ReadonlyMap<string, string>): string => {
  const path = join(folder, name);
  mkdirSync(path);
  for (const [file, content] of files) writeFileSync(join(path, file), content);
  return path;
};

const plain = () => evidenceOf({ election: 'lights-2024', voters: 57, codes: 80, rules: RULES });
const both = (...words: string[]): number[] => [byPython(words).code, byNode(words).code];

describe('a bundle', () => {
  it.each(Object.keys(GOOD))('of an election (%s) is found right by both programs', (name) => {
    const given = GOOD[name];
    if (given === undefined) return;
    const path = zipped(name, published(given()).files);
    expect([byPython([path]), byNode([path])]).toMatchObject([{ code: 0 }, { code: 0 }]);
  });

  it('covers every way an election can end', () => {
    const ends = Object.values(GOOD).map((given) => published(given()).result.status);
    expect([...new Set(ends)].sort()).toEqual(['done', 'empty', 'no-quorum', 'over-budget', 'tie']);
  });

  it('is the same bytes whenever it is made, in whatever order the lists were read', () => {
    const given = plain();
    const turned = {
      ...given,
      credentials: given.credentials.toReversed(),
      used: given.used.toReversed(),
      revoked: given.revoked.toReversed(),
      ballots: given.ballots.toReversed(),
    };
    const hash = (one: Buffer): string => createHash('sha256').update(one).digest('hex');
    expect(hash(archive(published(turned).files))).toBe(hash(archive(published(given).files)));
  });

  it('is the same to a person with Windows, after the newlines were changed', () => {
    const files = published(plain()).files;
    const windows = new Map([...files].map(([name, content]) => [name, content.replaceAll('\n', '\r\n')]));
    expect(both(unpacked('windows', windows))).toEqual([0, 0]);
  });

  it.each(['Asia/Shanghai', 'America/St_Johns', 'Pacific/Kiritimati'])('is the same in %s', (zone) => {
    const path = zipped('zone', published(plain()).files);
    const environment = { TZ: zone, LANG: 'C', LC_ALL: 'C' };
    expect([byPython([path], environment).code, byNode([path], environment).code]).toEqual([0, 0]);
  });

  it('is an ordinary zip', () => {
    const path = zipped('ordinary', published(plain()).files);
    const list = spawnSync('python3', ['-m', 'zipfile', '-t', path], { encoding: 'utf8' });
    expect(list.stdout).toContain('Done testing');
  });

  it('answers whether one ballot is counted and one code was used', () => {
    const given = plain();
    const path = zipped('own', published(given).files);
    expect(both(path, '--receipt', given.ballots[3]?.tracker ?? '')).toEqual([0, 0]);
    expect(both(path, '--receipt', 'ab'.repeat(32))).toEqual([30, 30]);
    expect(both(path, '--code', codeOf(5).toLowerCase().replaceAll('0', 'o'))).toEqual([0, 0]);
    expect(both(path, '--code', codeOf(70))).toEqual([31, 31]);
    expect(both(path, '--code', codeOf(999))).toEqual([32, 32]);
    expect(both(path, '--code', codeOf(1))).toEqual([33, 33]);
    expect(both(path, '--head0', given.head0, '--head', `2:${given.checkpoints[1]?.head ?? ''}`)).toEqual([0, 0]);
  });

  it('of an open vote, with votes set apart, is found right by both programs', () => {
    const { result, files } = published(openEvidence());
    expect(result).toMatchObject({ status: 'done' });
    expect(both(zipped('open', files))).toEqual([0, 0]);
  });

  it('answers whether the page that a voter saw is the one that was sealed', () => {
    const page = join(folder, 'page.js');
    writeFileSync(page, 'vote()');
    const digest = createHash('sha256').update('vote()').digest('hex');
    const plan = { election: 'lights-page', voters: 12, codes: 20, rules: RULES, booth: { 'booth/page.js': digest } };
    const path = zipped('page', published(evidenceOf(plan)).files);
    expect(both(path, '--page', page)).toEqual([0, 0]);
    writeFileSync(page, 'vote(); tell()');
    expect(both(path, '--page', page)).toEqual([34, 34]);
    expect(both(zipped('no-page', published(plain()).files), '--page', page)).toEqual([34, 34]);
  });

  it('that is none is told with the same code', () => {
    const path = join(folder, 'none.zip');
    writeFileSync(path, 'nothing');
    expect(both(path)).toEqual([2, 2]);
    expect(both(join(folder, 'missing.zip'))).toEqual([2, 2]);
    expect(both()).toEqual([2, 2]);
  });
});
