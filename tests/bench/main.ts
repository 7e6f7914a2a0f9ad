/** `npm run bench`: figures of speed beside their limits, measured in the same run on the same PostgreSQL. */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { type FigureName, type Order, readOrder } from './arguments.ts';
import { type BenchPostgres, startPostgres } from './database/postgres.ts';
import { type Figure, lineOf } from './figure.ts';
import { ballotFigures } from './figures/ballots.ts';
import { boothFigures } from './figures/booth.ts';
import { followFigures } from './figures/follow.ts';
import { historyFigures } from './figures/history.ts';
import { lintFigures } from './figures/lint.ts';
import { memoryFigures } from './figures/memory.ts';
import { publishingFigures } from './figures/publishing.ts';
import { startFigures } from './figures/start.ts';
import { submitFigures } from './figures/submit.ts';
import { validatorFigures } from './figures/validators.ts';

type Measuring = (postgres: BenchPostgres, order: Order) => Promise<Figure[]>;

const MEASURED: Record<FigureName, Measuring> = {
  submit: submitFigures,
  history: historyFigures,
  start: startFigures,
  memory: memoryFigures,
  validators: validatorFigures,
  follow: followFigures,
  ballots: ballotFigures,
  booth: boothFigures,
  lint: lintFigures,
  publishing: publishingFigures,
};

const order = readOrder(process.argv.slice(2));
const postgres = await startPostgres();
const figures: Figure[] = [];
try {
  for (const name of order.only) {
    const found = await MEASURED[name](postgres, order);
    for (const one of found) process.stdout.write(`${lineOf(one)}\n`);
    figures.push(...found);
  }
} finally {
  await postgres.stop();
}
if (order.json !== undefined) writeFileSync(order.json, `${JSON.stringify(figures, null, 2)}\n`);
