import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, type TestApp } from '../../support/app.ts';

const SCRIPT = `export const answer = ${JSON.stringify('word '.repeat(2000))};`;

describe('the pages', () => {
  let system: TestApp;
  let folder: string;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'formflow-client-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(
      join(folder, 'index.html'),
      '<meta name="csp-nonce" content="__CSP_NONCE__"><script src="/assets/main-B2nF3aXk.js"></script>',
    );
    writeFileSync(join(folder, 'assets/main-B2nF3aXk.js'), SCRIPT);
    writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    system = await app({}, { clientFolder: folder });
  });

  afterAll(async () => {
    await system.close();
    rmSync(folder, { recursive: true });
  });

  const directives = (headers: Headers): Map<string, string> =>
    new Map(
      (headers.get('content-security-policy') ?? '').split(/;\s*/).map((part) => {
        const [name = '', ...values] = part.split(' ');
        return [name, values.join(' ')];
      }),
    );

  it('allow scripts from here alone, and styles from here or with a nonce that is new for every answer', async () => {
    const nonces = new Set<string>();
    for (const path of ['/', '/cases', '/cases/0198c0de-0000-7000-8000-000000000000', '/index.html']) {
      const { status, headers, text } = await system.browser().get(path);
      expect([path, status, headers.get('content-type')]).toEqual([path, 200, 'text/html; charset=utf-8']);
      const policy = directives(headers);
      expect(policy.get('script-src')).toBe("'self'");
      expect(policy.get('frame-ancestors')).toBe("'none'");
      const nonce = /^'self' 'nonce-([A-Za-z0-9+/=]{22,})'$/.exec(String(policy.get('style-src')))?.[1] ?? '';
      expect(text).toContain(`content="${nonce}"`);
      expect(headers.get('content-security-policy')).not.toContain('unsafe-eval');
      nonces.add(nonce);
    }
    expect(nonces.size).toBe(4);
  });

  it('carry every header of a careful server, and so does the API', async () => {
    for (const path of ['/', '/api/health', '/api/people', '/api/nothing', '/assets/main-B2nF3aXk.js']) {
      const { headers } = await system.browser().get(path);
      expect(headers.get('x-content-type-options')).toBe('nosniff');
      expect(headers.get('x-frame-options')).toBe('DENY');
      expect(headers.get('referrer-policy')).toBe('same-origin');
      expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
      expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
    }
    expect(directives((await system.browser().get('/api/health')).headers).get('default-src')).toBe("'none'");
  });

  it('are kept by the browser where their name changes with their content, and asked for again elsewhere', async () => {
    const cacheOf = async (path: string) => (await system.browser().get(path)).headers.get('cache-control');
    expect(await cacheOf('/assets/main-B2nF3aXk.js')).toBe('public, max-age=31536000, immutable');
    expect(await cacheOf('/favicon.svg')).toBe('no-cache');
    expect(await cacheOf('/')).toBe('no-store');
    const first = await system.browser().get('/favicon.svg');
    const again = await system
      .browser()
      .get('/favicon.svg', { headers: { 'if-none-match': String(first.headers.get('etag')) } });
    expect([again.status, again.text]).toEqual([304, '']);
  });

  it('come packed to browsers that say they can unpack', async () => {
    for (const [accepted, sent] of [
      ['gzip, deflate, br', 'br'],
      ['gzip', 'gzip'],
      ['br;q=0, gzip', 'gzip'],
      ['identity', null],
    ] as const) {
      const { headers, text } = await system
        .browser()
        .get('/assets/main-B2nF3aXk.js', { headers: { 'accept-encoding': accepted } });
      expect([accepted, headers.get('content-encoding'), text]).toEqual([accepted, sent, SCRIPT]);
      expect(headers.get('vary')).toContain('accept-encoding');
    }
  });

  it('are not shown in place of files and routes that do not exist', async () => {
    for (const path of [
      '/assets/gone-B2nF3aXk.js',
      '/favicon.ico',
      '/api',
      '/api/',
      '/api/nothing',
      '/API/session',
      '/..%2f..%2fetc/passwd',
      '/%00',
    ]) {
      const { status, headers } = await system.browser().get(path);
      expect([path, status >= 400 && status < 500, headers.get('content-type')]).toEqual([
        path,
        true,
        'application/problem+json; charset=utf-8',
      ]);
    }
  });

  it('are only read', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'PATCH'])
      expect((await system.browser().ask(method, '/cases')).status).toBe(404);
  });
});

describe('over https', () => {
  it('the cookie belongs to this host alone and never travels in the open', async () => {
    const system = await app({ publicUrl: 'https://forms.example.org' });
    const { aPerson } = await import('../../support/people.ts');
    await aPerson(system.sql, 'fay');
    const { headers } = await system.browser().post('/api/session', { account: 'fay', password: 'Kestrel-Harbour-41' });
    expect(headers.get('set-cookie')).toMatch(
      /^__Host-formflow=[A-Za-z0-9_-]{43}; Path=\/; HttpOnly; SameSite=Lax; Secure$/,
    );
    expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
    await system.close();
  });
});
