import type { ElectionResult } from '#contract/wire/election-result.ts';
import { facts, h, list, paragraph } from '../dom.ts';
import { words } from '../words.ts';
import { table } from './table.ts';

/** How entries were told apart where it mattered, with all that is needed to do it again. */
export const tiesPart = ({ candidates, result, lot }: ElectionResult): Node[] => {
  const { results } = words();
  const titleOf = (id: string): string => candidates.find((entry) => entry.id === id)?.title ?? id;
  const isDecided = (order: readonly string[]): boolean =>
    result.decisions.some((decision) => order.every((id) => decision.includes(id)));
  const drawn = result.lots.filter((order) => !isDecided(order));
  const inWords = (order: readonly string[]): string => order.map(titleOf).join(' > ');
  const sentences = result.lots.map((order) =>
    isDecided(order) ? results.committee(inWords(order)) : results.lot(inWords(order)),
  );
  const keys = drawn.flat().map((id) => [titleOf(id), h('code', {}, lot.keys[id] ?? '')] as const);
  return [
    h('h2', {}, results.ties),
    sentences.length === 0 ? paragraph(results.noTies) : list(sentences),
    ...(drawn.length === 0
      ? []
      : [paragraph(results.lotHow, 'quiet'), table(results.ties, [results.entry, results.key], keys)]),
    facts([
      [results.commitment, h('code', {}, lot.commitment)],
      [results.secretSeed, h('code', {}, lot.secretSeed)],
      [results.publicSeed, lot.publicSeed],
    ]),
  ];
};
