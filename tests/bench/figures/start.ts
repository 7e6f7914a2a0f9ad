import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderOnDisk, ROOT } from '../database/postgres.ts';
import { type Figure, figure, median } from '../figure.ts';

const RUNS = 3;
const PATIENCE_MS = 60_000;
const LONGEST_MS = { first: 3_000, again: 2_000 };

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => {
        done(port);
      });
    });
  });

const isServed = (url: string): Promise<boolean> =>
  fetch(url).then(
    ({ ok }) => ok,
    () => false,
  );

/** From the command to the first page, in milliseconds; afterwards the system has ended again. */
const startOnce = async (dataFolder: string): Promise<number> => {
  const port = await freePort();
  const began = performance.now();
  const child = spawn('npm', ['start'], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', DATABASE_URL: '', PORT: String(port), DATA_DIR: dataFolder },
    stdio: 'ignore',
    detached: true,
  });
  const ended = new Promise((done) => child.once('exit', done));
  try {
    while (!(await isServed(`http://127.0.0.1:${port}/`))) {
      if (child.exitCode !== null || performance.now() - began > PATIENCE_MS)
        throw new Error('npm start showed no page; run it by hand to see why');
      await sleep(10);
    }
    return performance.now() - began;
  } finally {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
    await ended;
  }
};

/** `npm start` as people type it, on an installed and built tree, with the demonstration and the embedded PostgreSQL. */
export const startFigures = async (): Promise<Figure[]> => {
  const times: { first: number[]; again: number[] } = { first: [], again: [] };
  for (let run = 0; run < RUNS; run += 1) {
    const folder = folderOnDisk();
    try {
      times.first.push(await startOnce(join(folder, 'data')));
      times.again.push(await startOnce(join(folder, 'data')));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  }
  const one = (name: string, key: keyof typeof times): Figure =>
    figure(name, [median(times[key]), 'ms'], {
      limit: { value: LONGEST_MS[key], of: 'ms asked for' },
      target: { of: 'ratio', most: 1 },
    });
  return [one('start, database made', 'first'), one('start', 'again')];
};
