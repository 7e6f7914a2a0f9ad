import type { Finding } from '../contract/finding.ts';
import { hasErrors } from '../registry/inspect.ts';
import { type Order, readOrder } from './definitions/arguments.ts';
import { examine, examineWithScenarios } from './definitions/examine.ts';
import { coverageLine, findingLine, summaryLine } from './definitions/report.ts';

/** `npm run definitions -- lint | test | plan | apply | pull`. Exits with 1 where there is an error. */

interface Outcome {
  findings: Finding[];
  definitions: number;
  lines: string[];
}

const lint = async ({ folder }: Order): Promise<Outcome> => {
  const { findings, folder: read } = await examine(folder);
  return { findings, definitions: read.sources.length, lines: [] };
};

const test = async ({ folder, tongue }: Order): Promise<Outcome> => {
  const { findings, coverage, folder: read } = await examineWithScenarios(folder);
  return { findings, definitions: read.sources.length, lines: coverage.map((one) => coverageLine(one, tongue)) };
};

/** Reads and lints first: what cannot be published is told without a database. */
const plan = async (order: Order): Promise<Outcome> => {
  const { findings, folder, organisations } = await examine(order.folder);
  const definitions = folder.sources.length;
  if (hasErrors(findings)) return { findings, definitions, lines: [] };
  const published = await import('./definitions/published.ts');
  const planned = await published.plan({ sources: folder.sources, organisations });
  const owed = Object.entries(planned.owed).map(([workflow, count]) =>
    order.tongue === 'en'
      ? `${workflow}: ${String(count)} cases to make`
      : `${workflow}：将新建 ${String(count)} 个报送事项`,
  );
  const lines = [...published.changeLines(planned.changes, order.tongue), ...owed];
  return { findings: planned.findings, definitions, lines };
};

const apply = async (order: Order): Promise<Outcome> => {
  const { findings, folder, organisations } = await examine(order.folder);
  const definitions = folder.sources.length;
  if (hasErrors(findings)) return { findings, definitions, lines: [] };
  const published = await import('./definitions/published.ts');
  const done = await published.apply({ sources: folder.sources, organisations, note: order.note });
  const made =
    order.tongue === 'en' ? `${String(done.created)} cases made` : `已新建 ${String(done.created)} 个报送事项`;
  const lines = hasErrors(done.findings) ? [] : [...published.changeLines(done.changes, order.tongue), made];
  return { findings: done.findings, definitions, lines };
};

const pull = async ({ folder, tongue }: Order): Promise<Outcome> => {
  const published = await import('./definitions/published.ts');
  const written = await published.pull(folder);
  const none = tongue === 'en' ? 'all files are as published' : '文件与已发布的一致';
  return { findings: [], definitions: 0, lines: written.length === 0 ? [none] : written };
};

const DEEDS = { lint, test, plan, apply, pull };

const print = (lines: readonly string[]): void => {
  process.stdout.write(lines.map((line) => `${line}\n`).join(''));
};

const obey = async (order: Order): Promise<void> => {
  const { findings, definitions, lines } = await DEEDS[order.command](order);
  if (order.json) print([JSON.stringify({ findings, definitions, lines }, null, 2)]);
  else {
    print([...findings.map((finding) => findingLine(finding, order.tongue)), ...lines]);
    if (order.command !== 'pull') print([summaryLine(findings, definitions, order.tongue)]);
  }
  if (hasErrors(findings)) process.exitCode = 1;
};

const order = readOrder(process.argv.slice(2));
if ('usage' in order) {
  process.stderr.write(`${order.usage}\n`);
  process.exitCode = 2;
} else {
  try {
    await obey(order);
  } catch (error) {
    const { fail } = await import('../app/start-failure.ts');
    fail(error);
  }
}
