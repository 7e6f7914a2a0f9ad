import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { BenchPostgres } from '../database/postgres.ts';
import { type Figure, figure } from '../figure.ts';
import { runProduct } from '../load/program.ts';

const REQUESTS = ['/', '/api/session', '/health', '/ready'];
const TIMES = 5;
const REST_MS = 5_000;
const MOST_MB = 200;

/** What the process holds in memory, as Linux counts it, in megabytes. */
const residentMegabytes = (pid: number): number =>
  Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024;

/** The server with its worker, some requests after the start, without PostgreSQL, which is a process of its own. */
export const memoryFigures = async (postgres: BenchPostgres): Promise<Figure[]> => {
  await postgres.sql('postgres').query('CREATE DATABASE memory');
  const server = await runProduct(postgres.urlOf('memory'));
  try {
    for (let time = 0; time < TIMES; time += 1)
      for (const path of REQUESTS) await (await fetch(`${server.url}${path}`)).arrayBuffer();
    await sleep(REST_MS);
    const used = residentMegabytes(server.pid);
    const asked = { limit: { value: MOST_MB, of: 'MB asked for' }, target: { of: 'ratio' as const, most: 1 } };
    return [figure('idle server memory', [used, 'MB'], asked)];
  } finally {
    await server.stop();
  }
};
