import { type Json, type Mutation, onLines, onObject, otherDigit, plusOne, swapped, without } from './changing.ts';

const FILE = 'quarantine.txt';

/** What somebody might do to the votes that an open vote set apart. */
export const OPEN_MUTATIONS: Mutation[] = [
  { what: 'a vote set apart is let in again', code: 27, change: onLines(FILE, (lines, at) => without(lines, at)) },
  {
    what: 'another vote is set apart than was',
    code: 27,
    change: onLines(FILE, (lines, at, n) => lines.with(at, otherDigit(lines[at] ?? '', n))),
  },
  {
    what: 'a vote is set apart twice',
    code: 27,
    change: onLines(FILE, (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  },
  {
    what: 'a vote is set apart for what was never a limit',
    code: 27,
    change: onLines(FILE, (lines, at) => lines.with(at, (lines[at] ?? '').replace(/ .*/, ' person-total'))),
  },
  {
    what: 'a vote is set apart for another limit',
    code: 27,
    change: onLines(FILE, (lines, at) =>
      lines.with(
        at,
        (lines[at] ?? '').replace(/ .*/, (reason) => (reason === ' device-day' ? ' address-total' : ' device-day')),
      ),
    ),
  },
  {
    what: 'a line of what was set apart is torn',
    code: 27,
    change: onLines(FILE, (lines, at) => lines.with(at, (lines[at] ?? '').slice(0, 40))),
  },
  { what: 'what was set apart is reordered', code: 27, change: onLines(FILE, (lines, at) => swapped(lines, at)) },
  {
    what: 'the result tells of fewer votes set apart',
    code: 27,
    change: onObject('result.json', (one) => ({
      ...one,
      quarantined: { ...(one['quarantined'] as Json), count: 0 },
    })),
  },
  {
    what: 'the list of what was set apart is missing',
    code: 2,
    change: (files) => new Map([...files].filter(([name]) => name !== FILE)),
  },
  {
    what: 'the raw count has one ballot more',
    code: 20,
    change: onObject('result.json', (one) => ({ ...one, raw: plusOne('ballots')(one['raw'] as Json, 0) })),
  },
  { what: 'the cleaned count has one ballot more', code: 20, change: onObject('result.json', plusOne('ballots')) },
];
