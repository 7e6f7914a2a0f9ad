import type { Order } from '../arguments.ts';
import { FreshCases } from '../database/fresh-cases.ts';
import type { BenchPostgres } from '../database/postgres.ts';
import { copyStage, setUpStage, type Stage } from '../database/stage.ts';
import { storeHistory } from '../database/stored-history.ts';
import { type Figure, figure, median } from '../figure.ts';
import { type Program, runProduct } from '../load/program.ts';
import { SHEET } from '../load/sheet.ts';
import { type Measured, submitFor } from '../load/window.ts';

const CLIENTS = 16;
const MOST_RATIO = 1.1;
const MOST_AT_FIRST = 4_000;
const ROOM = 3;

/** The numbers of the cases that are measured with, above those of the stored ones. */
const ABOVE = 100_000_000;

interface Side {
  stage: Stage;
  cases: FreshCases;
  server: Program;
  costs: number[];
}

const sideOn = async (stage: Stage): Promise<Side> => ({
  stage,
  cases: await FreshCases.of(stage, ABOVE),
  server: await runProduct(stage.url, { settings: { WORKER: '0' } }),
  costs: [],
});

const window = ({ stage, cases, server }: Side, seconds: number, most: number): Promise<Measured> =>
  submitFor({ stage, cases, url: server.url, clients: CLIENTS, seconds, most });

/** Milliseconds of the whole machine for one submission, with many stored events and with hardly any. */
export const historyFigures = async (postgres: BenchPostgres, order: Order): Promise<Figure[]> => {
  const { seconds, rounds, events } = order;
  const empty = await setUpStage(postgres, 'empty', CLIENTS);
  const full = await copyStage(postgres, empty, 'full');
  const stored = await storeHistory(full, events, SHEET);
  const sides = { full: await sideOn(full), empty: await sideOn(empty) };
  const both = [sides.full, sides.empty];
  try {
    let most = MOST_AT_FIRST;
    for (const side of both) most = ROOM * (await window(side, Math.min(1, seconds), MOST_AT_FIRST)).rate;
    for (let round = 0; round < rounds; round += 1)
      for (const side of both) side.costs.push(1000 / (await window(side, seconds, most)).rate);
  } finally {
    await Promise.all(both.map(({ server }) => server.stop()));
  }
  return [
    figure(`submit, ${stored} events stored`, [median(sides.full.costs), 'ms/action'], {
      limit: { value: median(sides.empty.costs), of: 'empty database' },
      target: { of: 'ratio', most: MOST_RATIO },
    }),
  ];
};
