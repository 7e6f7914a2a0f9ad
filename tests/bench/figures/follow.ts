import { setTimeout as sleep } from 'node:timers/promises';
import { FreshCases } from '../database/fresh-cases.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { postgresTime, processorTime } from '../database/processor-time.ts';
import { addPerson, setUpStage, type Stage, type Submitter } from '../database/stage.ts';
import { type Figure, figure, median } from '../figure.ts';
import { type Program, runProduct } from '../load/program.ts';
import { type Measured, submitFor } from '../load/window.ts';

const ORGANISATIONS = 16;
const CASES = 10_000;
const CLIENTS = 4;
const MOST_SECONDS = 30;
const PATIENCE_MS = 300_000;

/** So many submissions a second are made ready for each window. */
const ROOM = 400;

/** Seconds in which the server compiles what is hot. */
const WARMING = 5;

interface Designer {
  ask<Body>(method: string, path: string, body?: unknown): Promise<Body>;
}

const designerAt = (server: Program, { cookie, csrf }: Submitter): Designer => ({
  ask: async <Body>(method: string, path: string, body?: unknown): Promise<Body> => {
    const response = await fetch(`${server.url}/api/programmes/speed/${path}`, {
      method,
      headers: { cookie: `formflow=${cookie}`, 'x-csrf-token': csrf, 'content-type': 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path} got ${String(response.status)}: ${text}`);
    return JSON.parse(text) as Body;
  },
});

/** Makes the counts due ten days later, and publishes that; answers the publication. */
const publishLater = async (designer: Designer): Promise<string> => {
  const place = 'definitions/Workflow/daily_count';
  const { published } = await designer.ask<{ published: { text: string } }>('GET', place);
  const text = published.text.replace('P3000D', 'P3010D');
  await designer.ask('PUT', `${place}/draft`, { text, rev: 0 });
  const wanted = { definitions: [{ kind: 'Workflow', key: 'daily_count' }], dates: 'move' };
  const { token } = await designer.ask<{ token: string }>('POST', 'publications/preview', wanted);
  const made = await designer.ask<{ id: string }>('POST', 'publications', { ...wanted, token });
  return made.id;
};

interface Progress {
  status: string;
  progress: { total: number; done: number; failed: unknown[] };
}

/** Waits until every running case has followed; answers how many did, and in how many seconds. */
const followed = async (designer: Designer, publication: string): Promise<{ cases: number; seconds: number }> => {
  const began = performance.now();
  for (;;) {
    const { status, progress } = await designer.ask<Progress>('GET', `publications/${publication}`);
    const seconds = (performance.now() - began) / 1000;
    if (progress.failed.length > 0) throw new Error(`${String(progress.failed.length)} cases could not follow`);
    if (status === 'published') return { cases: progress.total, seconds };
    if (seconds * 1000 > PATIENCE_MS) throw new Error(`only ${String(progress.done)} cases have followed`);
    await sleep(200);
  }
};

interface Setting {
  postgres: BenchPostgres;
  stage: Stage;
  cases: FreshCases;
  server: Program;
}

/** Milliseconds of processor time that server and database have used so far. */
const costNow = ({ server, postgres }: Setting): number => processorTime(server.pid) + postgresTime(postgres.place);

/** People submit for a second; `window` is how long that took in the end, in seconds. */
const submitting = async (setting: Setting): Promise<Measured & { window: number }> => {
  const began = performance.now();
  const measured = await submitFor({ ...setting, clients: CLIENTS, seconds: 1, most: ROOM });
  return { ...measured, window: (performance.now() - began) / 1000 };
};

/** A deadline moves under ten thousand running cases, while people submit; anybody who is refused ends the measuring. */
export const followFigures = async (postgres: BenchPostgres): Promise<Figure[]> => {
  const stage = await setUpStage(postgres, 'follow', ORGANISATIONS);
  const cases = await FreshCases.of(stage);
  await cases.provide(ORGANISATIONS, Math.ceil(CASES / ORGANISATIONS));
  await stage.sql.query('ANALYZE');
  const server = await runProduct(stage.url);
  const setting = { postgres, stage, cases, server };
  try {
    const designer = designerAt(
      server,
      await addPerson(stage.sql, 'planner', { role: 'designer', organisation: null }),
    );
    for (let window = 0; window < WARMING; window += 1) await submitting(setting);
    const alone = [await submitting(setting), await submitting(setting), await submitting(setting)];
    const publication = await publishLater(designer);
    const costBefore = costNow(setting);
    const end = new AbortController();
    const following = followed(designer, publication).finally(() => {
      end.abort();
    });
    const beside: (Measured & { window: number })[] = [];
    while (!end.signal.aborted) beside.push(await submitting(setting));
    const { cases: count, seconds } = await following;
    const used = costNow(setting) - costBefore;
    const submission = median(alone.map(({ serverTime, databaseTime }) => serverTime + databaseTime));
    const submitted = beside.reduce((sum, { rate, window }) => sum + rate * window, 0);
    const middle = (key: keyof Measured, windows: readonly Measured[]): number =>
      median(windows.map((one) => one[key]));
    return [
      figure(`${String(count)} cases follow a deadline`, [seconds, 's'], {
        limit: { value: MOST_SECONDS, of: 's asked for' },
        target: { of: 'ratio', most: 1 },
      }),
      figure('one case follows, told beside', [(used - submitted * submission) / count, 'ms of CPU'], {
        limit: { value: submission, of: 'one submission' },
      }),
      figure('submit beside that', [middle('rate', beside), 'actions/s'], {
        limit: { value: middle('rate', alone), of: 'without it' },
      }),
      figure('submit beside that p99', [middle('p99', beside), 'ms'], {
        limit: { value: middle('p99', alone), of: 'without it' },
      }),
    ];
  } finally {
    await server.stop();
  }
};
