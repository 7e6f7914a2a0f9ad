import {
  type Json,
  type Mutation,
  onObject,
  without,
  swapped,
  text,
  entriesOf,
  plusOne,
  anyKey,
  otherDigit,
} from './changing.ts';

/** The count, the lot, the places and the signatures. */
export const RESULT_MUTATIONS: Mutation[] = [
  { what: 'an entry has one vote more', code: 20, change: onObject('result.json', plusOne('votes', anyKey)) },
  { what: 'there are more ballots', code: 20, change: onObject('result.json', plusOne('ballots')) },
  { what: 'there are more blank ballots', code: 20, change: onObject('result.json', plusOne('blank')) },
  { what: 'more people could vote', code: 20, change: onObject('result.json', plusOne('electorate')) },
  {
    what: 'it is the result of another election',
    code: 20,
    change: onObject('result.json', (one, n) => ({ ...one, election: `lights-${n}` })),
  },
  {
    what: 'the quorum is turned round',
    code: 21,
    change: onObject('result.json', (one) => ({ ...one, quorum: one['quorum'] !== true })),
  },
  {
    what: 'the secret half of the seed is exchanged',
    code: 22,
    change: onObject('tie.json', (one, n) => ({ ...one, secretSeed: otherDigit(text(one['secretSeed']), n) })),
  },
  {
    what: 'the public half of the seed is exchanged',
    code: 22,
    change: onObject('tie.json', (one, n) => ({ ...one, publicSeed: `${text(one['publicSeed'])}${n}` })),
  },
  {
    what: 'a score is edited',
    code: 23,
    change: onObject('result.json', (one, n) => ({
      ...one,
      scores: Object.fromEntries(
        entriesOf(one['scores']).map(([id, score], at) => [id, at === n % 9 ? `${n + 1000}` : score]),
      ),
    })),
  },
  {
    what: 'the ranking is edited',
    code: 23,
    change: onObject('result.json', (one, n) => {
      const ranking = swapped(one['ranking'] as string[][], n % (one['ranking'] as string[][]).length);
      return ranking === undefined ? undefined : { ...one, ranking };
    }),
  },
  {
    what: 'a source is put in',
    code: 23,
    change: onObject('result.json', (one) => ({ ...one, sources: { 'ballots.keepers': {} } })),
  },
  {
    what: 'the lot is turned round',
    code: 24,
    change: onObject('result.json', (one, n) => {
      const lots = one['lots'] as string[][];
      const at = n % Math.max(1, lots.length);
      const lot = lots[at];
      return lot === undefined ? undefined : { ...one, lots: lots.with(at, lot.toReversed()) };
    }),
  },
  {
    what: 'a lot is made up',
    code: 24,
    change: onObject('result.json', (one, n) => ({
      ...one,
      lots: [...(one['lots'] as string[][]), [`light-${(n % 9) + 1}`]],
    })),
  },
  {
    what: 'one place is given more',
    code: 25,
    change: onObject('result.json', (one, n) => ({
      ...one,
      awards: [...(one['awards'] as Json[]), { entry: `light-${(n % 9) + 1}`, place: 'first' }],
    })),
  },
  {
    what: 'two winners change places',
    code: 25,
    change: onObject('result.json', (one, n) => {
      const awards = swapped(one['awards'] as Json[], n % Math.max(1, (one['awards'] as Json[]).length));
      return awards === undefined ? undefined : { ...one, awards };
    }),
  },
  {
    what: 'a winner is struck off',
    code: 25,
    change: onObject('result.json', (one, n) => {
      const awards = one['awards'] as Json[];
      return awards.length === 0 ? undefined : { ...one, awards: without(awards, n % awards.length) };
    }),
  },
  {
    what: 'a place stays empty',
    code: 25,
    change: onObject('result.json', (one, n) => ({
      ...one,
      vacant: [...(one['vacant'] as Json[]), { count: 1 + n, group: null, place: 'third' }],
    })),
  },
  {
    what: 'it ended otherwise',
    code: 25,
    change: onObject('result.json', (one) => ({ ...one, status: one['status'] === 'done' ? 'empty' : 'done' })),
  },
  {
    what: 'somebody unknown withdrew',
    code: 25,
    change: onObject('result.json', (one, n) => ({ ...one, withdrawn: [`light-${n + 10}`] })),
  },
  {
    what: 'a decision is put in that decides nothing',
    code: 26,
    change: onObject('result.json', (one, n) => ({
      ...one,
      decisions: [...(one['decisions'] as string[][]), [`light-${n}`]],
    })),
  },
  {
    what: 'a signature is edited',
    code: 26,
    change: onObject('signatures.json', (one, n) => {
      const name = ['head', 'head0', 'result'][n % 3] ?? '';
      return { ...one, [name]: otherDigit(text(one[name]), n) };
    }),
  },
  {
    what: 'signatures change places',
    code: 26,
    change: onObject('signatures.json', (one) =>
      one['head'] === one['result'] ? undefined : { ...one, head: one['result'], result: one['head'] },
    ),
  },
];
