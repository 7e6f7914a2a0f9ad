import type { ElectionResult } from '#contract/wire/election-result.ts';
import { facts, h, list, paragraph } from '../dom.ts';
import { words } from '../words.ts';
import { table } from './table.ts';

/** Of an open vote: everything that was cast beside what counted, the rule that told them apart, and what it proves. */
export const openPart = ({ candidates, limits, result }: ElectionResult): Node[] => {
  const { raw, quarantined } = result;
  if (raw === undefined || quarantined === undefined) return [];
  const { entry, open } = words().results;
  const rows = candidates.map(({ id, title }) => [title, raw.votes[id] ?? 0, result.votes[id] ?? 0]);
  const rules = limits.map(({ per, window, max }) => {
    const apart = quarantined.reasons[`${per}-${window}`] ?? 0;
    return open.rule({ per: open.per[per] ?? per, window: open.window[window] ?? window, max, apart });
  });
  return [
    h('h2', {}, open.title),
    paragraph(open.what),
    facts([
      [open.raw, String(raw.ballots)],
      [open.apart, String(quarantined.count)],
      [open.cleaned, String(result.ballots)],
      [words().results.blank, String(result.blank)],
    ]),
    rules.length === 0 ? paragraph(open.noRules) : list(rules),
    table(open.title, [entry, open.rawVotes, open.cleanedVotes], rows),
  ];
};
