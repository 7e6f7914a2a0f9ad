import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, rmSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { openFolder, removeFolder } from '../support/embedded.ts';
import { type Ready, ready, smallCheckout, write } from '../support/small-checkout.ts';

let checkout = '';

const finished = async (...args: Parameters<typeof ready>): Promise<{ code: number | null; said: string }> => {
  const run = ready(...args);
  return { code: await run.ended, said: run.said() };
};

beforeAll(async () => {
  checkout = smallCheckout(openFolder());
  await finished(checkout, ['start']);
});

afterAll(() => {
  removeFolder(checkout);
});

describe('npm start', () => {
  it('builds what is missing, says so, and passes on arguments and exit code', async () => {
    rmSync(join(checkout, 'dist'), { recursive: true });
    const { code, said } = await finished(checkout, ['start', 'a', 'b']);
    expect(said).toMatch(/Building the server …[^]*main one a b/);
    expect(said).toMatch(/Building the client …/);
    expect(code).toBe(3);
  });

  it('builds nothing the second time, even when the dates of the files have changed', async () => {
    utimesSync(join(checkout, 'server/contract/word.ts'), 1, 1);
    const { said } = await finished(checkout, ['start']);
    expect(said).toBe('main one \n');
  });

  it('builds again when a source has changed', async () => {
    write(checkout, 'server/contract/word.ts', "export const word = 'two';\n");
    expect((await finished(checkout, ['start'])).said).toMatch(/Building the server[^]*main two/);
    write(checkout, 'server/contract/word.ts', "export const word = 'one';\n");
    expect((await finished(checkout, ['start'])).said).toMatch(/main one/);
  });

  it('forgets what was built from a source that is gone', async () => {
    write(checkout, 'server/contract/old.ts', "export const old = 'old';\n");
    await finished(checkout, ['start']);
    expect(existsSync(join(checkout, 'dist/server/contract/old.js'))).toBe(true);
    rmSync(join(checkout, 'server/contract/old.ts'));
    expect((await finished(checkout, ['start'])).said).toMatch(/main one/);
    expect(existsSync(join(checkout, 'dist/server/contract/old.js'))).toBe(false);
  });

  it('builds rightly after the types alone were checked', async () => {
    write(checkout, 'server/contract/word.ts', "export const word = 'checked';\n");
    execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'server', '--noEmit'], { cwd: checkout });
    expect((await finished(checkout, ['start'])).said).toMatch(/main checked/);
    write(checkout, 'server/contract/word.ts', "export const word = 'one';\n");
  });

  it('builds the client alone when only that has changed', async () => {
    write(checkout, 'client/index.html', '<title>other</title>');
    await finished(checkout, ['definitions']);
    const { said } = await finished(checkout, ['start']);
    expect(said).toMatch(/Building the client/);
    expect(said).not.toMatch(/Building the server/);
    expect(readFileSync(join(checkout, 'dist/client/index.html'), 'utf8')).toContain('other');
  });

  it('does not run a server that could not be built, and shows what the compiler said, every time', async () => {
    write(checkout, 'server/contract/word.ts', 'export const word: number = "three";\n');
    for (const attempt of [1, 2]) {
      const { code, said } = await finished(checkout, ['start', String(attempt)]);
      expect(said).toMatch(/word\.ts.*TS2322[^]*The build failed/);
      expect(said).not.toMatch(/main/);
      expect(code).toBe(1);
    }
    write(checkout, 'server/contract/word.ts', "export const word = 'one';\n");
  });

  it.each(['SIGINT', 'SIGTERM'] as const)('hands %s to the server and ends with its exit code', async (signal) => {
    const run: Ready = ready(checkout, ['start', 'stay']);
    await run.says('main one stay');
    run.process.kill(signal);
    expect(await run.ended).toBe(7);
    expect(run.said()).toContain(`got ${signal}`);
  });
});

describe('every command', () => {
  it('tells an old Node what is needed in one sentence', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { node: '18.20.1' } })`;
    const nodeFlags = ['--import', `data:text/javascript,${encodeURIComponent(older)}`];
    const { code, said } = await finished(checkout, ['start'], { nodeFlags });
    expect(said).toMatch(/Node 20\.19 or newer is needed; this is 18\.20\.1\.\n$/);
    expect(code).toBe(1);
  });

  it('installs by the lockfile when a package is missing or another version', async () => {
    const lock = readFileSync(join(checkout, 'package-lock.json'), 'utf8');
    write(
      checkout,
      'package-lock.json',
      lock.replace('"node_modules/zod": {', '"node_modules/missing": { "version": "1.0.0" }, "node_modules/zod": {'),
    );
    write(checkout, 'npm.js', 'console.log("npm was called with", ...process.argv.slice(2)); process.exit(1);');
    const { code, said } = await finished(checkout, ['start'], { env: { npm_execpath: join(checkout, 'npm.js') } });
    expect(said).toMatch(/Installing dependencies[^]*npm was called with ci [^]*could not be installed/);
    expect(code).toBe(1);
    write(checkout, 'package-lock.json', lock);
  });

  it('that does not exist is answered with those that do', async () => {
    const { code, said } = await finished(checkout, ['toString']);
    expect(said).toMatch(/Usage: .*start \| worker \| dev \| test \| bench \| definitions/);
    expect(code).toBe(1);
  });
});

describe('npm run definitions', () => {
  it('runs the built command with its arguments', async () => {
    expect((await finished(checkout, ['definitions', 'lint', 'x.yaml'])).said).toMatch(/definitions lint x\.yaml\n$/);
  });
});

describe('npm test', () => {
  it('names the command that installs what is missing where it may not, or cannot, install it', async () => {
    write(checkout, 'bin/apt-get', '#!/bin/sh\necho no network >&2\nexit 100\n');
    chmodSync(join(checkout, 'bin/apt-get'), 0o755);
    const env = { PATH: `${join(checkout, 'bin')}:/usr/bin:/bin`, CHROMIUM: '/nowhere/chromium' };
    const { code, said } = await finished(checkout, ['test'], { env });
    expect(said).toMatch(/apt-get update && apt-get install -y .*chromium/);
    expect(code).toBe(1);
  });
});
