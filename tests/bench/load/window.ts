import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { caseId, type FreshCases } from '../database/fresh-cases.ts';
import type { Stage } from '../database/stage.ts';
import { percentile } from '../figure.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { postgresTime, processorTime } from '../database/processor-time.ts';
import type { Program } from './program.ts';
import { Connection } from './connection.ts';
import { submitBody, submitHead } from './sheet.ts';

/** What one window of submitting came to: actions a second, latencies in milliseconds. */
export interface Measured {
  rate: number;
  p50: number;
  p99: number;
  /** Processor time of one action, in milliseconds; what else the machine does hardly moves it. */
  serverTime: number;
  databaseTime: number;
}

export interface Submitting {
  server: Program;
  postgres: BenchPostgres;
  stage: Stage;
  cases: FreshCases;
  clients: number;
  seconds: number;
  /** More actions a second than will be done: so many cases are made ready. The window ends early where they run out. */
  most: number;
}

/** Clients submit for some seconds, each for an organisation of its own and one case after the other; any refusal throws. */
export const submitFor = async (submitting: Submitting): Promise<Measured> => {
  const { server, postgres, stage, cases, clients, seconds, most } = submitting;
  await cases.provide(clients, Math.ceil((most * seconds) / clients));
  const body = submitBody(cases.lockVersion);
  const latencies: number[] = [];
  let isOver = false;
  const client = async (organisation: number): Promise<void> => {
    const submitter = stage.submitters[organisation];
    if (submitter === undefined) throw new Error('there are more clients than people');
    const connection = new Connection(server.url);
    try {
      while (!isOver) {
        const n = cases.next(organisation);
        if (n === undefined) {
          isOver = true;
          return;
        }
        const began = performance.now();
        const head = submitHead(`/api/cases/${caseId(organisation, n)}/actions`, submitter, randomUUID());
        const answer = await connection.ask(head, body);
        if (answer.status !== 200) throw new Error(`a submission got ${answer.status}: ${answer.body}`);
        latencies.push(performance.now() - began);
      }
    } finally {
      isOver = true;
      connection.close();
    }
  };
  const timesNow = () => ({
    at: performance.now(),
    server: processorTime(server.pid),
    database: postgresTime(postgres.place),
  });
  const before = timesNow();
  const all = Promise.all(Array.from({ length: clients }, (_, organisation) => client(organisation)));
  await Promise.race([all, sleep(seconds * 1000)]);
  isOver = true;
  await all;
  const after = timesNow();
  return {
    rate: latencies.length / ((after.at - before.at) / 1000),
    p50: percentile(latencies, 0.5),
    p99: percentile(latencies, 0.99),
    serverTime: (after.server - before.server) / latencies.length,
    databaseTime: (after.database - before.database) / latencies.length,
  };
};
