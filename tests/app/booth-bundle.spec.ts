import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type BuiltBooth, buildBooth } from '../support/built-booth.ts';

/** Bytes of packed script that a phone on a slow line waits for. */
const MOST = 60_000;

describe('the program of the voting booth', () => {
  let booth: BuiltBooth;
  let page: string;
  const read = (path: string): Promise<Buffer> => readFile(join(booth.folder, path));

  beforeAll(async () => {
    booth = await buildBooth();
    page = (await read('vote.html')).toString();
  });
  afterAll(() => booth.remove());

  it('is one script of less than 60 kB, packed', async () => {
    const scripts = (await readdir(join(booth.folder, 'assets'))).filter((name) => name.endsWith('.js'));
    expect(scripts).toHaveLength(1);
    expect(gzipSync(await read(`assets/${scripts[0] ?? ''}`)).length).toBeLessThan(MOST);
  });

  it('is fixed by its page: whatever the page loads has its digest there', async () => {
    const named = [...page.matchAll(/(?:src|href)="(\/assets\/[^"]+)" integrity="sha384-([^"]+)"/g)];
    expect(named.map(([, path]) => path?.split('.').at(-1)).sort()).toEqual(['css', 'js']);
    for (const [, path = '', digest] of named)
      expect(
        createHash('sha384')
          .update(await read(path))
          .digest('base64'),
      ).toBe(digest);
    expect([...page.matchAll(/\/assets\//g)]).toHaveLength(named.length);
  });

  it('needs neither eval nor markup made of texts, and loads nothing later', async () => {
    const [script = ''] = /\/assets\/[^"]+\.js/.exec(page) ?? [];
    const code = (await read(script)).toString();
    expect(code).not.toMatch(/\beval\(|new Function|innerHTML|insertAdjacentHTML|document\.write|\bimport\(/);
  });
});
