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
  postgres: BenchPostgres;
  stage: Stage;
  cases: FreshCases;
  server: Program;
  windows: Measured[];
}

const sideOn = async (postgres: BenchPostgres, stage: Stage): Promise<Side> => ({
  postgres,
  stage,
  cases: await FreshCases.of(stage, ABOVE),
  server: await runProduct(stage.url, { settings: { WORKER: '0' } }),
  windows: [],
});

const window = (side: Side, seconds: number, most: number): Promise<Measured> =>
  submitFor({ ...side, clients: CLIENTS, seconds, most });

/** Milliseconds of the whole machine for one submission, with many stored events and with hardly any. */
export const historyFigures = async (postgres: BenchPostgres, order: Order): Promise<Figure[]> => {
  const { seconds, rounds, events } = order;
  const empty = await setUpStage(postgres, 'history_empty', CLIENTS);
  const full = await copyStage(postgres, empty, 'history_full');
  const stored = await storeHistory(full, events, SHEET);
  const sides = { full: await sideOn(postgres, full), empty: await sideOn(postgres, empty) };
  const both = [sides.full, sides.empty];
  try {
    let most = MOST_AT_FIRST;
    for (const side of both) most = ROOM * (await window(side, Math.min(1, seconds), MOST_AT_FIRST)).rate;
    for (let round = 0; round < rounds; round += 1)
      for (const side of round % 2 === 0 ? both : [...both].reverse())
        side.windows.push(await window(side, seconds, most));
  } finally {
    await Promise.all(both.map(({ server }) => server.stop()));
  }
  const cost = (of: (one: Measured) => number, unit: string): Figure =>
    figure(`submit, ${stored} events stored`, [median(sides.full.windows.map(of)), unit], {
      limit: { value: median(sides.empty.windows.map(of)), of: 'empty database' },
      target: { of: 'ratio', most: MOST_RATIO },
    });
  return [
    cost(({ rate }) => 1000 / rate, 'ms'),
    cost(({ serverTime, databaseTime }) => serverTime + databaseTime, 'ms of CPU'),
  ];
};
