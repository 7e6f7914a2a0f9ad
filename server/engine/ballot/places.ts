import { amount, plus, type Ratio, times, whole, ZERO } from './ratio.ts';
import type { Ranking } from './rank.ts';
import type { PlaceRule } from './rules.ts';
import type { TieBreaker } from './tie.ts';

export interface Award {
  place: string;
  entry: string;
}

/** So many of a place's seats stayed empty; `group` where the place is cut by group. */
export interface Vacancy {
  place: string;
  group: string | null;
  count: number;
}

export interface Filling {
  awards: Award[];
  vacant: Vacancy[];
  /** Ties that had to be broken, each in the order it was broken to. */
  broken: string[][];
  /** The tie that waits for a decision; the places after it are not filled. */
  open: { place: string; entries: string[]; seats: number } | null;
}

export interface FillingRules {
  places: readonly PlaceRule[];
  unfilled: 'stay' | 'move';
  groupOf: (entry: string, kind: string) => string;
  breakTie: TieBreaker;
}

type Taking = Pick<Filling, 'broken' | 'open'> & { taken: string[] };

/** Takes the best so many; a tie across the boundary is broken, so that there is never one more. */
const take = (
  ranking: Ranking,
  place: PlaceRule,
  { seats, breakTie }: { seats: number; breakTie: TieBreaker },
): Taking => {
  const taken: string[] = [];
  for (const tied of ranking) {
    const left = seats - taken.length;
    if (left <= 0) break;
    if (tied.length <= left) {
      taken.push(...tied);
      continue;
    }
    const order = breakTie(tied);
    if (order === null) return { taken, broken: [], open: { place: place.key, entries: [...tied], seats: left } };
    return { taken: [...taken, ...order.slice(0, left)], broken: [order], open: null };
  }
  return { taken, broken: [], open: null };
};

const only = (ranking: Ranking, keep: (entry: string) => boolean): Ranking =>
  ranking.map((tied) => tied.filter(keep)).filter((tied) => tied.length > 0);

const fillPlace = (ranking: Ranking, place: PlaceRule, rules: FillingRules): Filling => {
  const { by } = place;
  const groupOf = (entry: string): string => (by === undefined ? '' : rules.groupOf(entry, by));
  const groups = by === undefined ? [''] : [...new Set(ranking.flat().map(groupOf))].sort();
  const filling: Filling = { awards: [], vacant: [], broken: [], open: null };
  const add = (taking: Taking): void => {
    filling.awards.push(...taking.taken.map((entry) => ({ place: place.key, entry })));
    filling.broken.push(...taking.broken);
    filling.open = taking.open;
  };
  for (const group of groups) {
    const own = only(ranking, (entry) => groupOf(entry) === group);
    const taking = take(own, place, { seats: place.count, breakTie: rules.breakTie });
    add(taking);
    if (filling.open !== null) return filling;
    const count = place.count - taking.taken.length;
    if (count > 0) filling.vacant.push({ place: place.key, group: by === undefined ? null : group, count });
  }
  if (by === undefined || rules.unfilled === 'stay') return filling;
  const seats = filling.vacant.reduce((sum, { count }) => sum + count, 0);
  const rest = only(ranking, (entry) => !filling.awards.some((award) => award.entry === entry));
  const moved = take(rest, place, { seats, breakTie: rules.breakTie });
  add(moved);
  const left = seats - moved.taken.length;
  return { ...filling, vacant: left > 0 ? [{ place: place.key, group: null, count: left }] : [] };
};

/**
 * Fills places from a ranking, in their order; an entry gets one place of a cut. A place with `from` is a later cut: it
 * considers those who got that place. Seats of a group with too few entries stay empty, or move to the best of the rest.
 */
export const fillPlaces = (ranking: Ranking, rules: FillingRules): Filling => {
  const whole: Filling = { awards: [], vacant: [], broken: [], open: null };
  const cutOf = new Map(rules.places.map(({ key, from }) => [key, from ?? '']));
  for (const place of rules.places) {
    const cut = place.from ?? '';
    const inCut = new Set(whole.awards.filter((award) => cutOf.get(award.place) === cut).map(({ entry }) => entry));
    const earlier = new Set(whole.awards.filter((award) => award.place === cut).map(({ entry }) => entry));
    const pool = only(ranking, (entry) => !inCut.has(entry) && (cut === '' || earlier.has(entry)));
    const { awards, vacant, broken, open } = fillPlace(pool, place, rules);
    whole.awards.push(...awards);
    whole.vacant.push(...vacant);
    whole.broken.push(...broken);
    if (open !== null) return { ...whole, open };
  }
  return whole;
};

/** What the given awards cost together. */
export const costOf = (awards: readonly Award[], places: readonly PlaceRule[]): Ratio =>
  awards.map(({ place }) => amount(places.find(({ key }) => key === place)?.value ?? '0')).reduce(plus, ZERO);

/** What all seats cost together, with `groups` telling how many groups of a kind there are. */
export const costOfAllSeats = (places: readonly PlaceRule[], groups: (kind: string) => number): Ratio =>
  places
    .map(({ count, value, by }) => times(amount(value ?? '0'), whole(count * (by === undefined ? 1 : groups(by)))))
    .reduce(plus, ZERO);
