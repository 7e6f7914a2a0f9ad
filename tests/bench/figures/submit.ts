import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Order } from '../arguments.ts';
import { caseId, FreshCases } from '../database/fresh-cases.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { difference, type RowCounts, rowCounts } from '../database/row-counts.ts';
import { DEFINITIONS, setUpStage, type Stage } from '../database/stage.ts';
import { type SentStatement, tapWire } from '../database/wire-tap.ts';
import { type Figure, figure, median } from '../figure.ts';
import type { BareOrder } from '../load/bare-server.ts';
import { Connection } from '../load/connection.ts';
import { hasPgbench, runPgbench, scriptOf } from '../load/pgbench.ts';
import { type Program, runProduct, runProgram } from '../load/program.ts';
import { submitBody, submitHead } from '../load/sheet.ts';
import { type Measured, submitFor } from '../load/window.ts';

const CLIENTS = [1, 16, 64];
const POOL = 20;

/** At 64 clients, more than there are connections to the database. */
const LEAST_RATIO = 0.6;
const MOST_P99_MS = 100;

const bareSchema = (): Record<string, unknown> => {
  const text = readFileSync(join(DEFINITIONS, 'forms/speed/count_sheet.json'), 'utf8');
  const schema = JSON.parse(text) as Record<string, unknown>;
  delete schema['$schema'];
  delete schema['$id'];
  return schema;
};

const runBare = (order: BareOrder): Promise<Program> =>
  runProgram({
    args: [
      '--import',
      '@swc-node/register/esm-register',
      join(import.meta.dirname, '../load/bare-server.ts'),
      JSON.stringify(order),
    ],
    settings: {},
    ready: /bare handler: (http:\/\/\S+)/,
  });

/** One submission of the product: the statements that it sends, and the rows that are there afterwards. */
interface Sample {
  caseId: string;
  statements: SentStatement[];
  rows: RowCounts;
}

/** Every other second one of many requests asks for what is published as well; it is not counted. */
const LOOKS = 5;
const WARMING = 40;

const submitOnce = async (connection: Connection, stage: Stage, cases: FreshCases): Promise<string> => {
  const [submitter] = stage.submitters;
  const n = cases.next(0);
  if (submitter === undefined || n === undefined) throw new Error('no case is left');
  const id = caseId(0, n);
  const head = submitHead(`/api/cases/${id}/actions`, submitter, randomUUID());
  const { status, body } = await connection.ask(head, submitBody(cases.lockVersion));
  if (status !== 200) throw new Error(`a submission got ${status}: ${body}`);
  return id;
};

/** Looks at one submission after some others, so that what is read once a process is not counted. */
const sample = async (stage: Stage, cases: FreshCases): Promise<Sample> => {
  const tap = await tapWire(stage.url);
  const server = await runProduct(tap.url, { settings: { WORKER: '0', DATABASE_POOL: '4' } });
  try {
    await cases.provide(1, WARMING + LOOKS + 1);
    const connection = new Connection(server.url);
    for (let n = 0; n < WARMING; n += 1) await submitOnce(connection, stage, cases);
    const before = await rowCounts(stage.sql, caseId(0, WARMING + LOOKS));
    const looks: Omit<Sample, 'rows'>[] = [];
    for (let look = 0; look < LOOKS; look += 1) {
      let id = '';
      const statements = await tap.during(async () => (id = await submitOnce(connection, stage, cases)));
      looks.push({ caseId: id, statements });
    }
    connection.close();
    const [least] = looks.sort((a, b) => a.statements.length - b.statements.length);
    if (least === undefined) throw new Error('nothing was looked at');
    return { ...least, rows: difference(await rowCounts(stage.sql, least.caseId), before) };
  } finally {
    await server.stop();
    tap.close();
  }
};

const KNOWN_IDS = [
  'SELECT id FROM person',
  'SELECT id FROM organisation',
  'SELECT id FROM programme',
  'SELECT id FROM definition',
  'SELECT id FROM definition_version',
  'SELECT id FROM membership',
];

const knownIds = async ({ sql, submitters }: Stage, { statements }: Sample): Promise<Set<string>> => {
  const { rows } = await sql.query<{ id: string }>(KNOWN_IDS.join(' UNION ALL '));
  const rowIds = statements.flatMap(({ values }) =>
    values.flatMap((value) => value?.match(/0198f000-[0-9a-f-]{27}/g) ?? []),
  );
  return new Set([...rows.map(({ id }) => id), ...submitters.map(({ person }) => person), ...rowIds]);
};

interface Sides {
  product: Program;
  bare: Program;
}

interface Windows {
  product: Measured[];
  bare: Measured[];
  pgbench: number[];
}

interface Setting {
  postgres: BenchPostgres;
  stage: Stage;
  cases: FreshCases;
  taken: Sample;
  sides: Sides;
}

/** What a first, short window of each side did, with room above it: so many cases each of the next windows may need. */
const ROOM = 4;
const MOST_AT_FIRST = 6_000;

/** pgbench runs some seconds more than it measures. */
const PGBENCH_PLANS = 3;

const pgbenchWindow = async (
  { stage, cases, taken }: Setting,
  { clients, seconds, most }: { clients: number; seconds: number; most: number },
): Promise<number> => {
  await cases.provide(1, Math.ceil((seconds + PGBENCH_PLANS) * most));
  const { from } = cases.takeAll(0);
  const script = scriptOf(taken.statements, { caseId: taken.caseId, known: await knownIds(stage, taken), from });
  const { rate, done } = await runPgbench(stage.url, { script, clients, seconds });
  const submitted = await cases.submitted(0, from);
  if (submitted !== done) throw new Error(`pgbench did ${done} submissions, of which ${submitted} moved a case`);
  return rate;
};

/** So many actions let Node compile what is hot, and every connection plan its statements for good. */
const WARM_AFTER = 2_000;
const WARM_AFTER_SECONDS = 30;

const warm = async ({ postgres, stage, cases, sides }: Setting): Promise<void> => {
  for (const server of [sides.product, sides.bare]) {
    const end = performance.now() + WARM_AFTER_SECONDS * 1000;
    const clients = Math.max(...CLIENTS);
    for (let done = 0; done < WARM_AFTER && performance.now() < end;)
      done += (await submitFor({ postgres, stage, cases, clients, server, seconds: 1, most: WARM_AFTER })).rate;
  }
};

/** Short windows of each side in turn, so that what else the machine does meets them all. */
const measure = async (setting: Setting, clients: number, { seconds, rounds }: Order): Promise<Windows> => {
  const { postgres, stage, cases, sides } = setting;
  const window = (server: Program, length: number, most: number): Promise<Measured> =>
    submitFor({ postgres, stage, cases, clients, server, seconds: length, most });
  const warming = Math.min(1, seconds);
  const most = {
    product: ROOM * (await window(sides.product, warming, MOST_AT_FIRST)).rate,
    bare: ROOM * (await window(sides.bare, warming, MOST_AT_FIRST)).rate,
  };
  const windows: Windows = { product: [], bare: [], pgbench: [] };
  for (let round = 0; round < rounds; round += 1) {
    windows.product.push(await window(sides.product, seconds, most.product));
    windows.bare.push(await window(sides.bare, seconds, most.bare));
    if (hasPgbench()) windows.pgbench.push(await pgbenchWindow(setting, { clients, seconds, most: most.bare }));
  }
  return windows;
};

const figuresOf = (clients: number, { product, bare, pgbench }: Windows): Figure[] => {
  const middle = (key: keyof Measured, windows: readonly Measured[]): number => median(windows.map((one) => one[key]));
  const rate: [number, string] = [middle('rate', product), 'actions/s'];
  const isMost = clients === Math.max(...CLIENTS);
  const least = isMost ? { target: { of: 'ratio' as const, least: LEAST_RATIO } } : {};
  const most = isMost ? { target: { of: 'value' as const, most: MOST_P99_MS } } : {};
  const name = `submit ${clients} clients`;
  const beside = (key: keyof Measured) => ({ limit: { value: middle(key, bare), of: 'bare handler' } });
  return [
    figure(name, rate, { limit: { value: middle('rate', bare), of: 'bare handler, one statement' }, ...least }),
    ...(pgbench.length === 0
      ? []
      : [figure(name, rate, { limit: { value: median(pgbench), of: 'pgbench, the same statements' } })]),
    figure(`${name} p50`, [middle('p50', product), 'ms'], beside('p50')),
    figure(`${name} p99`, [middle('p99', product), 'ms'], { ...beside('p99'), ...most }),
    figure(`${name} server`, [middle('serverTime', product), 'ms of CPU'], beside('serverTime')),
    figure(`${name} database`, [middle('databaseTime', product), 'ms of CPU'], beside('databaseTime')),
  ];
};

/** The worker is another process here (`npm run worker`): both sides leave what follows a submission in the outbox. */
export const submitFigures = async (postgres: BenchPostgres, order: Order): Promise<Figure[]> => {
  const stage = await setUpStage(postgres, 'submit', Math.max(...CLIENTS));
  const cases = await FreshCases.of(stage);
  const taken = await sample(stage, cases);
  await stage.sql.query('ANALYZE');
  const flags = order.profile === undefined ? [] : ['--cpu-prof', `--cpu-prof-dir=${order.profile}`];
  const product = await runProduct(stage.url, { flags, settings: { WORKER: '0', DATABASE_POOL: String(POOL) } });
  const bare = await runBare({ databaseUrl: stage.url, connections: POOL, schema: bareSchema(), rows: taken.rows });
  const figures = [figure('submit statements', [taken.statements.length, 'round trips'])];
  try {
    const setting = { postgres, stage, cases, taken, sides: { product, bare } };
    await warm(setting);
    for (const clients of CLIENTS) figures.push(...figuresOf(clients, await measure(setting, clients, order)));
    return figures;
  } finally {
    await Promise.all([product.stop(), bare.stop()]);
  }
};
