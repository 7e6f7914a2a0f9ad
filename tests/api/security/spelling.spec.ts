import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { app, type TestApp } from '../../support/app.ts';
import { aPerson, aProgramme } from '../../support/people.ts';
import { routesOf } from '../../support/routes.ts';

const encoded = (text: string): string =>
  Array.from(text, (letter) => `%${letter.charCodeAt(0).toString(16)}`).join('');

/** Ways of writing an address that some router or proxy somewhere takes for the same. */
const SPELLINGS: Record<string, (path: string) => string> = {
  'upper case': (path) => path.toUpperCase(),
  'a capital': (path) =>
    path.replace(/\/([a-z])([a-z]*)$/, (_, first: string, rest: string) => `/${first.toUpperCase()}${rest}`),
  'a slash at the end': (path) => `${path}/`,
  'two slashes at the beginning': (path) => `/${path}`,
  'two slashes inside': (path) => path.replace('/api/', '/api//'),
  'an encoded letter': (path) => path.replace('/api/', '/%61pi/'),
  'all letters encoded': (path) => `/api/${encoded(path.slice('/api/'.length))}`,
  'encoded slashes': (path) => `/${path.slice(1).replaceAll('/', '%2f')}`,
  'encoded twice': (path) => path.replace('/api/', '/%2561pi/'),
  'a dot segment': (path) => path.replace('/api/', '/api/./'),
  'a way up': (path) => path.replace('/api/', '/api/health/../'),
  'an encoded way up': (path) => path.replace('/api/', '/api/health/%2e%2e/'),
  'a semicolon': (path) => `${path};x=1`,
  'a NUL': (path) => `${path}%00`,
  'an extension': (path) => `${path}.json`,
  'a backslash': (path) => path.replace('/api/', '/api\\'),
};

/** Sends the address as it is written; `fetch` would tidy it up. */
const raw = (url: string, path: string, headers: Record<string, string> = {}, method = 'GET') =>
  new Promise<{ status: number; type: string; text: string }>((done, fail) => {
    const { hostname, port } = new URL(url);
    request({ hostname, port, path, method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, type: response.headers['content-type'] ?? '', text });
      });
    })
      .on('error', fail)
      .end();
  });

describe('addresses written in other ways', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app();
    await aPerson(system.sql, 'fay', [{ role: 'filler', programme: await aProgramme(system.sql, 'trial') }]);
  });

  afterAll(() => system.close());

  const guarded = () => [
    ...new Set(
      routesOf(system).flatMap(({ path, policy }) =>
        policy === undefined || policy === 'public' ? [] : [path.replaceAll(/:\w+/g, 'x')],
      ),
    ),
  ];

  it.each(Object.entries(SPELLINGS))('never open a guarded route to strangers: %s', async (_, spell) => {
    for (const path of guarded()) {
      const { status, type, text } = await raw(system.url, spell(path));
      expect([path, status >= 400]).toEqual([path, true]);
      expect([path, type.split(';')[0], text.includes('urn:formflow:problem:')]).toEqual([
        path,
        'application/problem+json',
        true,
      ]);
    }
  });

  it('never let somebody without the permission pass', async () => {
    const browser = await system.as('fay');
    for (const spell of Object.values(SPELLINGS))
      for (const path of ['/api/people', '/api/audit', '/api/organisations']) {
        const { status } = await raw(system.url, spell(path), { cookie: String(browser.cookie) });
        expect([spell(path), status >= 400]).toEqual([spell(path), true]);
      }
  });

  it('do not turn one method into another', async () => {
    const browser = await system.as('fay');
    const headers = { cookie: String(browser.cookie), 'x-csrf-token': String(browser.csrf) };
    for (const name of ['x-http-method-override', 'x-http-method', 'x-method-override'])
      await raw(system.url, '/api/session?_method=DELETE', { ...headers, [name]: 'DELETE' }, 'GET');
    expect((await browser.get('/api/session')).status).toBe(200);
  });
});
