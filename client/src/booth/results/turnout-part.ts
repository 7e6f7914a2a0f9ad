import type { ElectionResult } from '#contract/wire/election-result.ts';
import { facts, h } from '../dom.ts';
import { moment, words } from '../words.ts';

export const turnoutPart = ({ result }: ElectionResult): Node[] => {
  const { turnout, electorate, used, blank, quorum, extended } = words().results;
  const { electorate: codes, ballots, extendedTo } = result;
  const share = codes === 0 ? 0 : Math.round((ballots / codes) * 1000) / 10;
  return [
    h('h2', {}, turnout),
    facts([
      [electorate, String(codes)],
      [used, `${ballots} (${share}%)`],
      [blank, String(result.blank)],
      [quorum.label, result.quorum ? quorum.met : quorum.missed],
      ...(extendedTo === null ? [] : [[extended, moment(extendedTo)] as const]),
    ]),
  ];
};
