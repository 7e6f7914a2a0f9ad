import { afterEach, describe, expect, it } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { until } from './hands.ts';
import { RIVER } from './river.ts';
import { stage, type Stage } from './stage.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const SERVER = resolve(ROOT, 'server/tsconfig.json');

interface Worker {
  child: ChildProcess;
  output: () => string;
  /** The code with which it ended. */
  ended: Promise<number | null>;
}

const started: Worker[] = [];
let open: Stage | undefined;

const worker = (settings: Record<string, string>): Worker => {
  const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', 'server/app/worker.ts'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', SWC_NODE_PROJECT: SERVER, TS_NODE_PROJECT: SERVER, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const ended = new Promise<number | null>((done) => child.once('exit', done));
  const made = { child, output: () => printed, ended };
  started.push(made);
  return made;
};

afterEach(async () => {
  for (const { child, ended } of started.splice(0)) {
    child.kill('SIGKILL');
    await ended;
  }
  await open?.close();
  open = undefined;
});

describe('a worker of its own', () => {
  it('does what a web process leaves to it, and ends cleanly', async () => {
    open = await stage(RIVER);
    const on = open;
    await on.sleepUntil('2025-04-08T09:00');
    const { child, ended } = worker({ DATABASE_URL: on.databaseUrl, DATABASE_POOL: '6', LOG_LEVEL: 'error' });
    const left = async (): Promise<number> =>
      (
        await on.all(
          `SELECT id FROM outbox WHERE done_at IS NULL
           UNION ALL SELECT id FROM timer WHERE status = 'pending' AND fire_at <= '2025-04-08T08:00Z'`,
        )
      ).length;
    expect(await left()).toBeGreaterThan(0);
    await until(async () => (await left()) === 0, 50);
    expect((await on.all('SELECT id FROM notice')).length).toBeGreaterThan(0);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('needs a database that others can reach, and says so in one sentence', async () => {
    const { ended, output } = worker({ DATABASE_URL: '' });
    expect(await ended).not.toBe(0);
    expect(output()).toContain('A worker of its own needs DATABASE_URL');
    expect(output()).not.toContain('    at ');
  });
});
