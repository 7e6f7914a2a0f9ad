import type { ElectionResult } from '#contract/wire/election-result.ts';
import { facts, h } from '../dom.ts';
import { moment, words } from '../words.ts';

export const turnoutPart = ({ drawn, result }: ElectionResult): Node[] => {
  const { turnout, electorate, drawn: drew, used, blank, counted, quorum, extended } = words().results;
  const { electorate: codes, ballots, extendedTo } = result;
  const share = codes === 0 ? 0 : Math.round((ballots / codes) * 1000) / 10;
  const votes = Object.values(result.votes).reduce((sum, count) => sum + count, 0);
  return [
    h('h2', {}, turnout),
    facts([
      [electorate, String(codes)],
      ...(drawn === null ? [] : [[drew, String(drawn)] as const]),
      [used, `${ballots} (${share}%)`],
      [blank, String(result.blank)],
      [counted, String(votes)],
      [quorum.label, result.quorum ? quorum.met : quorum.missed],
      ...(extendedTo === null ? [] : [[extended, moment(extendedTo)] as const]),
    ]),
  ];
};
