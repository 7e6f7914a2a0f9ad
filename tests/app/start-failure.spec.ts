import { afterEach, describe, expect, it } from '@jest/globals';
import { createServer, type Server } from 'node:net';
import { mkdir } from 'node:fs/promises';
import pg from 'pg';
import { explainFailure } from '../../server/app/start-failure.ts';
import { StartRefused } from '../../server/storage/start-refused.ts';
import { emptyDatabase } from '../support/database.ts';

const PASSWORD = 'tr0ub4dor';

const failureOf = async (attempt: () => Promise<unknown>): Promise<unknown> => {
  try {
    await attempt();
  } catch (error) {
    return error;
  }
  throw new Error('this was expected to fail');
};

/** The one English sentence for what really happens when connecting to an address. */
const connecting = async (databaseUrl: string): Promise<string> => {
  const error = await failureOf(async () => {
    const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 5000 });
    await client.connect();
    await client.end();
  });
  const sentences = explainFailure(error, { databaseUrl });
  expect(sentences).toHaveLength(1);
  expect(JSON.stringify(sentences)).not.toContain(PASSWORD);
  expect(sentences[0]?.zh).toMatch(/DATABASE_URL/);
  return sentences[0]?.en ?? '';
};

describe('a broken DATABASE_URL is told in one sentence without the password', () => {
  it('when no server answers', async () => {
    expect(await connecting(`postgres://me:${PASSWORD}@127.0.0.1:1/forms`)).toMatch(
      /127\.0\.0\.1:1\/forms .*no server answers/,
    );
  });

  it('when localhost stands for several addresses', async () => {
    expect(await connecting(`postgres://me:${PASSWORD}@localhost:1/forms`)).toMatch(/no server answers/);
  });

  it('when the host is not known', async () => {
    expect(await connecting(`postgres://me:${PASSWORD}@nowhere.invalid/forms`)).toMatch(/host is not known/);
  });

  it('when the password is wrong', async () => {
    const { url } = await emptyDatabase();
    const wrong = Object.assign(new URL(url), { password: PASSWORD }).href;
    expect(await connecting(wrong)).toMatch(/user or the password is not right/);
  });

  it('when the password is missing', async () => {
    const { url } = await emptyDatabase();
    expect(await connecting(Object.assign(new URL(url), { password: '' }).href)).toMatch(/a password is needed/);
  });

  it('when the database does not exist', async () => {
    const { url } = await emptyDatabase();
    const missing = Object.assign(new URL(url), { pathname: '/missing' }).href;
    expect(await connecting(missing)).toMatch(/no database of this name/);
  });

  it('when the role of run time does not exist', async () => {
    const { url } = await emptyDatabase();
    expect(await connecting(`${url}?options=-c%20role%3Dnobody_made_me`)).toMatch(/role for run time does not exist/);
  });

  it('when something else listens there', async () => {
    const server = createServer((socket) => socket.destroy());
    const port = await listen(server, 0);
    expect(await connecting(`postgres://me:${PASSWORD}@127.0.0.1:${port}/forms`)).toMatch(/no server answers/);
    server.close();
  });
});

const listen = (server: Server, port: number): Promise<number> =>
  new Promise((done, fail) => {
    server.once('error', fail);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      done(typeof address === 'object' && address !== null ? address.port : 0);
    });
  });

describe('a start that fails for another reason', () => {
  const servers: Server[] = [];
  afterEach(() => {
    for (const server of servers.splice(0)) server.close();
  });

  it('names the busy port and the way out', async () => {
    const first = createServer();
    servers.push(first);
    const port = await listen(first, 0);
    const [said] = explainFailure(await failureOf(() => listen(createServer(), port)));
    expect(said?.en).toMatch(new RegExp(`^Port ${port} is already in use: .*PORT=8080 npm start`));
    expect(said?.zh).toMatch(new RegExp(`^端口 ${port} 已被占用`));
  });

  it('names the folder that cannot be written', async () => {
    const [said] = explainFailure(await failureOf(() => mkdir('/dev/null/files', { recursive: true })));
    expect(said?.en).toMatch(/^\/dev\/null\/files cannot be written: a part of the path is not a folder.*DATA_DIR/);
  });

  it('passes on the sentences of a refusal', () => {
    const sentences = [
      { zh: '一', en: 'one' },
      { zh: '二', en: 'two' },
    ];
    expect(explainFailure(new StartRefused(...sentences))).toEqual(sentences);
  });

  it('that nobody foresaw shows its words, but no password in an address', () => {
    const [said] = explainFailure(new Error(`odd: postgres://me:${PASSWORD}@h/d and redis://:${PASSWORD}@h`));
    expect(said?.en).toContain('postgres://me:***@h/d and redis://:***@h');
  });
});
