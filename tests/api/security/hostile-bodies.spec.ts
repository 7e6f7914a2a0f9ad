import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isTooDeep, parseJsonBody } from '../../../server/app/json-body.ts';
import { app, type Browser, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';

describe('hostile bodies', () => {
  let system: TestApp;
  let browser: Browser;

  beforeAll(async () => {
    system = await app();
    await aPerson(system.sql, 'root', [{ role: 'administrator' }]);
    browser = await system.as('root');
  });

  afterAll(() => system.close());

  const send = (body: string) => browser.post('/api/organisations', body);

  it('of fifty megabytes are refused before they are read', async () => {
    const { hostname, port } = new URL(system.url);
    const answer = await new Promise<string>((done) => {
      const socket = connect(Number(port), hostname, () => {
        socket.write(
          `POST /api/session HTTP/1.1\r\nHost: ${hostname}\r\nContent-Type: application/json\r\nContent-Length: 52428800\r\n\r\n{"account":"`,
        );
      });
      socket.once('data', (chunk) => {
        done(chunk.toString());
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(answer).toContain('urn:formflow:problem:too-large');
  });

  it('that grow without saying how large they are stop at one megabyte', async () => {
    const endless = new ReadableStream<Uint8Array>({
      pull: (controller) => {
        controller.enqueue(Buffer.alloc(65_536, 'a'));
      },
    });
    const answer = fetch(`${system.url}/api/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: endless,
      duplex: 'half',
    } as RequestInit);
    await expect(
      answer.then(
        ({ status }) => status,
        () => 413,
      ),
    ).resolves.toBe(413);
    expect((await browser.get('/api/health')).status).toBe(200);
  });

  it('of a hundred thousand levels are refused, and nobody waits for them', async () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const start = performance.now();
    expect(isTooDeep(Buffer.from(deep))).toBe(true);
    expect(performance.now() - start).toBeLessThan(50);
    const { status, body } = await send(deep);
    expect([status, body['code'], body['detail']]).toEqual([
      400,
      'bad-request',
      'The content is nested too deeply; at most 64 levels',
    ]);
  });

  it('may nest sixty-four levels and not one more; brackets in texts do not count', () => {
    const nested = (levels: number) => Buffer.from(`${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`);
    expect(isTooDeep(nested(64))).toBe(false);
    expect(isTooDeep(nested(65))).toBe(true);
    expect(isTooDeep(Buffer.from(JSON.stringify(['['.repeat(500), '\\"'.repeat(50), '{'.repeat(500)])))).toBe(false);
    expect(isTooDeep(Buffer.from(`"${'['.repeat(500)}`))).toBe(false);
  });

  it.each([
    '{"__proto__":{"polluted":true}}',
    '{"code":"a","\\u005f_proto__":{"polluted":true}}',
    '{"constructor":{"prototype":{"polluted":true}}}',
    '{"attributes":{"__proto__":{"polluted":true}}}',
    '[[{"a":[{"__proto__":1}]}]]',
  ])('that reach for prototypes are refused: %s', async (body) => {
    const { status } = await send(body);
    expect(status).toBe(400);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('may speak of constructors and prototypes in texts', () => {
    expect(parseJsonBody(Buffer.from('{"title":"__proto__ and constructor","constructor":"A. Mason"}'))).toEqual({
      title: '__proto__ and constructor',
      constructor: 'A. Mason',
    });
  });

  it.each(['{', '{"a":1}}', 'nul', "{'a':1}", '{"a":01}', '\u{feff}', '{"a":"\u0001"}'])(
    'that are not JSON are refused: %j',
    async (body) => {
      const { status, body: problem, text } = await send(body);
      expect([status, problem['code']]).toEqual([400, 'bad-request']);
      expect(text).not.toMatch(/SyntaxError|position|Unexpected/);
    },
  );

  it('name every field that is unknown, missing or of the wrong type, by its pointer', async () => {
    const { status, body } = await browser.post<{ errors: { pointer: string; message: string }[] }>('/api/people', {
      account: 'x!',
      name: ['a'],
      isAdmin: true,
      memberships: [{ programme: 'trial', role: 'filler', organisation: 'mine', id: 1 }],
    });
    expect(status).toBe(422);
    expect(body.errors).toEqual([
      { pointer: '/account', message: 'letters, digits and . _ @ - , 2 to 60 characters', code: 'invalid_format' },
      { pointer: '/name', message: 'This must be a text', code: 'invalid_type' },
      { pointer: '/memberships/0/organisation', message: 'This must be a UUID', code: 'invalid_format' },
      { pointer: '/memberships/0', message: 'Unknown: id', code: 'unrecognized_keys' },
      { pointer: '', message: 'Unknown: isAdmin', code: 'unrecognized_keys' },
    ]);
    const chinese = await browser.post('/api/people', {}, { headers: { 'accept-language': 'zh-CN,en;q=0.5' } });
    expect(chinese.body).toMatchObject({
      title: '填写内容有误',
      errors: [{ pointer: '/account', message: '必须填写' }, {}, {}],
    });
  });

  it.each([null, [], 'text', 7, true, { account: null, password: {} }])(
    'of the wrong form are refused, not misread: %j',
    async (body) => {
      expect((await system.browser().post('/api/session', JSON.stringify(body))).status).toBe(422);
    },
  );

  it('that are uploads where a route takes none are refused as such', async () => {
    const upload = new FormData();
    upload.append('file', new Blob(['code,title']), 'organisations.csv');
    expect(await browser.post('/api/organisations', upload)).toMatchObject({
      status: 415,
      body: { code: 'unsupported-type' },
    });
  });

  it('with characters that no database stores are refused in words', async () => {
    const { status, body } = await browser.post('/api/organisations', { code: 'nul', title: 'a\u0000b', kinds: [] });
    expect([status, body['code'], body['detail']]).toEqual([
      400,
      'bad-request',
      'The text holds a character that cannot be stored',
    ]);
  });

  it('in queries: unknown sorts, sizes and pages are refused, texts are only texts', async () => {
    for (const query of ['page=0', 'size=201', 'page=x', 'size=1e9', 'active=maybe'])
      expect((await browser.get(`/api/organisations?${query}`)).status).toBe(400);
    expect((await browser.get(`/api/organisations?q=${encodeURIComponent("'; DROP TABLE person; --")}`)).status).toBe(
      200,
    );
    expect((await browser.get('/api/organisations?q=a&q=b')).status).toBe(400);
  });
});
