import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ROOT } from '../database/postgres.ts';

/** A server as a process of its own. */
export interface Program {
  url: string;
  pid: number;
  stop(): Promise<void>;
}

export interface ProgramToRun {
  args: readonly string[];
  settings: Record<string, string>;
  /** Finds the address, as its only group, in what the program prints. */
  ready: RegExp;
}

const PATIENCE_MS = 60_000;

const ended = (child: ChildProcess): Promise<unknown> =>
  child.exitCode === null && child.signalCode === null
    ? new Promise((done) => child.once('exit', done))
    : Promise.resolve();

/** What it prints goes to a file, as under a service manager, so that nobody here spends time on reading its log. */
export const runProgram = async ({ args, settings, ready }: ProgramToRun): Promise<Program> => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-bench-log-'));
  const file = join(folder, 'output');
  const output = openSync(file, 'w');
  const child = spawn(process.execPath, args, {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', ...settings },
    stdio: ['ignore', output, output],
  });
  closeSync(output);
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await ended(child);
    rmSync(folder, { recursive: true, force: true });
  };
  const latest = Date.now() + PATIENCE_MS;
  for (;;) {
    const printed = readFileSync(file, 'utf8');
    const url = ready.exec(printed)?.[1];
    if (url !== undefined && child.pid !== undefined) return { url, pid: child.pid, stop };
    if (child.exitCode !== null || Date.now() > latest) {
      await stop();
      throw new Error(`${args.join(' ')} did not start:\n${printed}`);
    }
    await sleep(20);
  }
};

/** The built server of the product on a database of its own, without the demonstration. */
export const runProduct = (
  databaseUrl: string,
  more: { flags?: readonly string[]; settings?: Record<string, string> } = {},
): Promise<Program> =>
  runProgram({
    args: [...(more.flags ?? []), 'dist/start/main.js'],
    settings: { DATABASE_URL: databaseUrl, DEMO: '0', PORT: '0', ...more.settings },
    ready: /running: (http:\/\/\S+)/,
  });
