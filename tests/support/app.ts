import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApplication } from '../../server/app/application.ts';
import { type Config, readConfig } from '../../server/app/config.ts';
import { openLog } from '../../server/app/log.ts';
import { Database } from '../../server/storage/database.ts';
import { database } from './database.ts';

/** An answer as a test looks at it; `body` is parsed where it is JSON. */
export interface Answer<Body = Record<string, unknown>> {
  status: number;
  headers: Headers;
  body: Body;
  text: string;
}

interface Ask {
  body?: unknown;
  headers?: Record<string, string>;
}

/** A browser: keeps its cookie, sends the session's CSRF token with every change. */
export interface Browser {
  cookie: string | undefined;
  csrf: string | undefined;
  ask<Body = Record<string, unknown>>(method: string, path: string, ask?: Ask): Promise<Answer<Body>>;
  get<Body = Record<string, unknown>>(path: string, ask?: Ask): Promise<Answer<Body>>;
  post<Body = Record<string, unknown>>(path: string, body?: unknown, ask?: Ask): Promise<Answer<Body>>;
}

export interface TestApp {
  url: string;
  databaseUrl: string;
  server: NestFastifyApplication;
  /** Statements as the running system's role. */
  sql: Database;
  /** Every line that was logged so far. */
  log: string[];
  /** A browser in which nobody is signed in. */
  browser(): Browser;
  /** A browser in which this account is signed in with the password that `aPerson` gives everybody. */
  as(account: string, password?: string): Promise<Browser>;
  close(): Promise<void>;
}

/** The password of everybody whom the tests make. */
export const PASSWORD = 'Kestrel-Harbour-41';

const parsed = (text: string, type: string | null): unknown => {
  if (text === '' || type?.includes('json') !== true) return {};
  return JSON.parse(text);
};

/** What goes over the wire: a form or a text as it is, anything else as JSON. */
const sent = (body: unknown): FormData | string =>
  body instanceof FormData || typeof body === 'string' ? body : JSON.stringify(body);

/** A browser at any running system, in which nobody is signed in. */
export const browserAt = (url: string): Browser => {
  const browser: Browser = {
    cookie: undefined,
    csrf: undefined,
    ask: async (method, path, { body, headers = {} } = {}) => {
      const response = await fetch(`${url}${path}`, {
        method,
        redirect: 'manual',
        headers: {
          'accept-language': 'en',
          ...(body === undefined || body instanceof FormData ? {} : { 'content-type': 'application/json' }),
          ...(browser.cookie === undefined ? {} : { cookie: browser.cookie }),
          ...(browser.csrf === undefined || method === 'GET' ? {} : { 'x-csrf-token': browser.csrf }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: sent(body) }),
      });
      const set = response.headers.get('set-cookie');
      if (set !== null) browser.cookie = set.split(';')[0];
      const text = await response.text();
      const read = parsed(text, response.headers.get('content-type'));
      return { status: response.status, headers: response.headers, body: read as never, text };
    },
    get: (path, ask) => browser.ask('GET', path, ask),
    post: (path, body, ask = {}) => browser.ask('POST', path, { ...ask, ...(body === undefined ? {} : { body }) }),
  };
  return browser;
};

const signIn = async (browser: Browser, account: string, password: string): Promise<Browser> => {
  const { status, body, text } = await browser.post<{ csrf: string }>('/api/session', { account, password });
  if (status !== 200) throw new Error(`${account} cannot sign in: ${text}`);
  browser.csrf = body.csrf;
  return browser;
};

/** The whole system on a fresh database, listening on a port of its own. Close it at the end of the file. */
export const app = async (settings: Partial<Config> = {}, more: { clientFolder?: string } = {}): Promise<TestApp> => {
  const fresh = await database();
  const log: string[] = [];
  const config = {
    ...readConfig({ DEMO: '0', PORT: '0', DATABASE_POOL: '8' }),
    logLevel: 'debug' as const,
    ...settings,
  };
  const logger = openLog(config, { write: (line: string) => void log.push(line) });
  const server = await createApplication({ config, databaseUrl: fresh.url, log: logger, ...more });
  await server.listen(0, '127.0.0.1');
  const url = (await server.getUrl()).replace('localhost', '127.0.0.1');
  return {
    url,
    databaseUrl: fresh.url,
    server,
    sql: server.get(Database),
    log,
    browser: () => browserAt(url),
    as: (account, password = PASSWORD) => signIn(browserAt(url), account, password),
    close: async () => {
      await server.close();
      await fresh.drop();
    },
  };
};
