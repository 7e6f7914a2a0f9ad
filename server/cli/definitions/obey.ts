import type { Finding } from '../../contract/finding.ts';
import { hasErrors } from '../../registry/inspect.ts';
import { type Order, readOrder } from './arguments.ts';
import type { Terms } from './by-programme.ts';
import { examine, examineWithScenarios } from './examine.ts';
import { coverageLine, findingLine, summaryLine } from './report.ts';

/** The commands, each from an order to what is to be said. */

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

const termsOf = async ({ dates, plans }: Order): Promise<Terms> => {
  const { readPlans } = await import('./by-programme.ts');
  return { dates, plans: await readPlans(plans) };
};

/** Reads and lints first: what cannot be published is told without a database. */
const plan = async (order: Order): Promise<Outcome> => {
  const { findings, folder, organisations } = await examine(order.folder);
  const definitions = folder.sources.length;
  if (hasErrors(findings)) return { findings, definitions, lines: [] };
  const published = await import('./published.ts');
  const told = await import('./report-lines.ts');
  const terms = await termsOf(order);
  const planned = await published.plan({ sources: folder.sources, organisations, lists: folder.organisations, terms });
  const { tongue } = order;
  const lines = [
    ...told.changeLines(planned.changes, tongue),
    ...planned.looked.flatMap((one) => told.previewLines(one, tongue)),
    ...told.takenLines(planned.taken, tongue),
    ...told.owedLines(planned.owed, tongue),
  ];
  return { findings: planned.findings, definitions, lines };
};

const apply = async (order: Order): Promise<Outcome> => {
  const { findings, folder, organisations } = await examine(order.folder);
  const definitions = folder.sources.length;
  if (hasErrors(findings)) return { findings, definitions, lines: [] };
  const published = await import('./published.ts');
  const told = await import('./report-lines.ts');
  const { note, besideDrafts, as, tongue } = order;
  const given = { sources: folder.sources, organisations, lists: folder.organisations, terms: await termsOf(order) };
  const done = await published.apply({ ...given, note, besideDrafts, as });
  const changes = told.changeLines(done.changes, tongue);
  const lines = [...changes, ...told.takenLines(done.taken, tongue), ...told.outcomeLines(done, tongue)];
  return { findings: done.findings, definitions, lines: hasErrors(done.findings) ? [] : lines };
};

const pull = async ({ folder, tongue, drafts }: Order): Promise<Outcome> => {
  const published = await import('./published.ts');
  const written = await published.pull(folder, drafts);
  const none = tongue === 'en' ? 'all files are as published' : '文件与已发布的一致';
  return { findings: [], definitions: 0, lines: written.length === 0 ? [none] : written };
};

const DEEDS = { lint, test, plan, apply, pull };

/** Where the output goes. */
export interface Mouth {
  say(text: string): void;
  complain(text: string): void;
}

const linesOf = ({ findings, definitions, lines }: Outcome, { tongue, json, command }: Order): string[] => {
  if (json) return [JSON.stringify({ findings, definitions, lines }, null, 2)];
  const summary = command === 'pull' ? [] : [summaryLine(findings, definitions, tongue)];
  return [...findings.map((finding) => findingLine(finding, tongue)), ...lines, ...summary];
};

/** Carries out what the command line asks for; answers the exit code: 1 where there is an error, 2 where it was not understood. */
export const obey = async (words: readonly string[], mouth: Mouth): Promise<number> => {
  const order = readOrder(words);
  if ('usage' in order) {
    mouth.complain(`${order.usage}\n`);
    return 2;
  }
  const outcome = await DEEDS[order.command](order);
  mouth.say(
    linesOf(outcome, order)
      .map((line) => `${line}\n`)
      .join(''),
  );
  return hasErrors(outcome.findings) ? 1 : 0;
};
