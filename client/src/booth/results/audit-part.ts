import type { ElectionResult } from '#contract/wire/election-result.ts';
import { h, paragraph } from '../dom.ts';
import { words } from '../words.ts';
import { chanceToFind } from './spot-check.ts';
import { table } from './table.ts';

const CALLS = [30, 60] as const;

/** Shares of the used codes that somebody may have stolen. */
const STOLEN = [0.05, 0.02, 0.01] as const;

export const batchPart = ({ batches }: ElectionResult): Node[] => {
  const { results } = words();
  const rows = batches.map(({ batch, issued, used }) => [batch === '' ? results.others : batch, issued, used]);
  return [
    h('h2', {}, results.batches),
    table(results.batches, [results.batch, results.issued, results.used], rows),
    paragraph(results.fewBatches, 'quiet'),
  ];
};

/** What a marked roll is worth against an insider who votes with codes of others. */
export const spotCheckPart = ({ result }: ElectionResult): Node[] => {
  const { results } = words();
  const used = result.ballots;
  if (used === 0) return [];
  const stolen = [...new Set(STOLEN.map((share) => Math.max(1, Math.round(used * share))))];
  const rows = stolen.map((codes) => [
    codes,
    ...CALLS.map((calls) => `${Math.round(chanceToFind({ used, stolen: codes, calls }) * 100)}%`),
  ]);
  return [
    h('h2', {}, results.spot),
    paragraph(results.spotText(used)),
    table(results.spot, [results.spotStolen, ...CALLS.map(results.spotCalls)], rows),
  ];
};
