import type { ElectionResult } from '#contract/wire/election-result.ts';
import { h, list } from '../dom.ts';
import { words } from '../words.ts';
import { table } from './table.ts';

const SVG = 'http://www.w3.org/2000/svg';

/** `7/2` as `3.5`. */
const decimalOf = (fraction: string): string => {
  const [over = '0', under = '1'] = fraction.split('/');
  return String(Math.round((Number(over) / Number(under)) * 1e4) / 1e4);
};

interface Ranked {
  id: string;
  title: string;
  rank: number;
  votes: number;
  score: string;
}

/** Entries that nothing tells apart share the better rank; of these the one that a lot put first stands first. */
const ranked = ({ candidates, result }: ElectionResult): Ranked[] => {
  const awarded = result.awards.map(({ entry }) => entry);
  const place = (id: string): number => (awarded.includes(id) ? awarded.indexOf(id) : awarded.length);
  const titles = new Map(candidates.map(({ id, title }) => [id, title]));
  let before = 0;
  return result.ranking.flatMap((group) => {
    const rank = before + 1;
    before += group.length;
    return [...group]
      .sort((a, b) => place(a) - place(b))
      .map((id) => {
        const note = result.withdrawn.includes(id) ? words().results.withdrawn : '';
        const title = `${titles.get(id) ?? id}${note}`;
        return { id, title, rank, votes: result.votes[id] ?? 0, score: decimalOf(result.scores[id] ?? '0') };
      });
  });
};

/** Where nobody votes, judges or a lot decide. */
export const hasVote = ({ channel, result }: ElectionResult): boolean =>
  channel === 'open' || result.electorate > 0 || result.ballots > 0;

/** For the eye; the table beside it says the same to everybody. */
const bar = ({ title, value }: { title: string; value: number }, most: number): HTMLElement => {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('width', '100%');
  svg.setAttribute('height', '12');
  const filled = document.createElementNS(SVG, 'rect');
  filled.setAttribute('height', '12');
  filled.setAttribute('width', `${most === 0 ? 0 : (value / most) * 100}%`);
  svg.append(filled);
  return h('div', { class: 'bar-line' }, h('span', {}, `${title} · ${value}`), svg);
};

export const rankingPart = (given: ElectionResult): Node[] => {
  const { results } = words();
  const { result, places } = given;
  const rows = ranked(given);
  const isVoted = hasVote(given);
  const bars = rows.map(({ title, votes, score }) => ({ title, value: isVoted ? votes : Number(score) }));
  const most = Math.max(...bars.map(({ value }) => value));
  const placeOf = (id: string) => {
    const award = result.awards.find(({ entry }) => entry === id);
    return places.find(({ key }) => key === award?.place);
  };
  const hasValues = places.some(({ value }) => value !== null);
  const heads = [results.rank, results.entry, ...(isVoted ? [results.votes] : []), results.score, results.place];
  const cells = rows.map(({ id, rank, title, votes, score }) => {
    const place = placeOf(id);
    const value = place?.value ?? '';
    return [rank, title, ...(isVoted ? [votes] : []), score, place?.title ?? '', ...(hasValues ? [value] : [])];
  });
  const titleOf = (key: string): string => places.find((place) => place.key === key)?.title ?? key;
  const vacant = result.vacant.map(({ place, count }) => results.vacant(titleOf(place), count));
  return [
    h('h2', {}, results.ranking),
    h('div', { 'aria-hidden': 'true' }, ...bars.map((one) => bar(one, most))),
    table(results.ranking, [...heads, ...(hasValues ? [results.value] : [])], cells),
    ...(vacant.length === 0 ? [] : [list(vacant)]),
  ];
};
