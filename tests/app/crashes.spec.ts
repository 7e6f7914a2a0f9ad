import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../server/storage/embedded-postgres.ts';
import {
  type Holder,
  askAgain,
  holdDatabase,
  isAlive,
  killPostgres,
  openFolder,
  postmasterPid,
  removeFolder,
  supervisorPid,
  untilGone,
} from '../support/embedded.ts';

let parent = '';
let folder = '';
let holder: Holder | undefined;
let restarted: EmbeddedPostgres | undefined;

/** How many rows were noted so far; the holder notes one each time. */
let noted = 0;

const hold = async (): Promise<Holder> => {
  holder = await holdDatabase(folder);
  noted += 1;
  return holder;
};

const startAgain = async (): Promise<EmbeddedPostgres> => (restarted = await startEmbeddedPostgres({ folder }));

const countAt = async (url: string): Promise<unknown> =>
  (await askAgain(url, 'SELECT count(*)::int AS n FROM noted'))[0]?.['n'];

beforeAll(() => {
  parent = openFolder();
  folder = join(parent, 'postgres');
});

afterEach(async () => {
  holder?.process.kill('SIGKILL');
  await restarted?.stop();
});

afterAll(async () => {
  // A start waits for the supervisor of the last victim.
  await (await startEmbeddedPostgres({ folder })).stop();
  removeFolder(parent);
});

describe('what was acknowledged is there after', () => {
  it('kill -9 of the server, and a new start at once', async () => {
    const { process, place } = await hold();
    const postmaster = postmasterPid(place);
    process.kill('SIGKILL');
    const { url } = await startAgain();
    expect(await countAt(url)).toBe(noted);
    expect(isAlive(postmaster)).toBe(false);
  });

  it('kill -9 of the server and the supervisor, which leaves PostgreSQL alone', async () => {
    const { process: server, place } = await hold();
    const [postmaster, supervisor] = [postmasterPid(place), supervisorPid(place)];
    server.kill('SIGKILL');
    process.kill(supervisor, 'SIGKILL');
    const { url } = await startAgain();
    expect(await countAt(url)).toBe(noted);
    expect(isAlive(postmaster)).toBe(false);
  });

  it('kill -9 of everything at once, five times', async () => {
    for (let round = 1; round <= 5; round += 1) {
      const { process: server, place } = await hold();
      const supervisor = supervisorPid(place);
      server.kill('SIGKILL');
      process.kill(supervisor, 'SIGKILL');
      killPostgres(place);
      const postgres = await startAgain();
      expect(await countAt(postgres.url)).toBe(noted);
      await postgres.stop();
    }
  });
});

describe('a running server gets its database back on the same address after', () => {
  it('kill -9 of PostgreSQL', async () => {
    const { url, place } = await hold();
    killPostgres(place);
    expect(await countAt(url)).toBe(noted);
  });

  it('kill -9 of its supervisor', async () => {
    const { url, place } = await hold();
    const supervisor = supervisorPid(place);
    process.kill(supervisor, 'SIGKILL');
    await untilGone(supervisor);
    expect(await countAt(url)).toBe(noted);
    killPostgres(place);
    expect(await countAt(url)).toBe(noted);
  });
});
