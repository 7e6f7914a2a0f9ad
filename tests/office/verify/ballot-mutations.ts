import { canonicalText } from '../../../server/engine/ballot/canonical.ts';
import {
  type Json,
  type Mutation,
  onLines,
  onLine,
  without,
  swapped,
  text,
  strings,
  consistently,
  unusedCode,
  otherDigit,
  linesIn,
} from './changing.ts';
import { ballotFor } from './election.ts';

/** Ballots, and the lists of codes. */
export const BALLOT_MUTATIONS: Mutation[] = [
  { what: 'a ballot is dropped', code: 14, change: onLines('ballots.jsonl', (lines, at) => without(lines, at)) },
  {
    what: 'a ballot stands twice',
    code: 14,
    change: onLines('ballots.jsonl', (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  },
  {
    what: 'a ballot is put in',
    code: 14,
    change: onLines('ballots.jsonl', (lines, _, n) =>
      [...lines, canonicalText({ ...ballotFor('lights-2024', `stuffed ${n}`) })].sort((a, b) =>
        ((JSON.parse(a) as Json)['tracker'] as string) < ((JSON.parse(b) as Json)['tracker'] as string) ? -1 : 1,
      ),
    ),
  },
  {
    what: 'a ballot gets another tracker',
    code: 14,
    change: onLine('ballots.jsonl', (one, n) => ({ ...one, tracker: otherDigit(text(one['tracker']), n) })),
  },
  { what: 'ballots are reordered', code: 14, change: onLines('ballots.jsonl', (lines, at) => swapped(lines, at)) },
  {
    what: 'the choice of a ballot is exchanged',
    code: 15,
    change: onLine('ballots.jsonl', (one, n) =>
      strings(one['choice']).length === 2
        ? undefined
        : { ...one, choice: [`light-${(n % 3) + 1}`, `light-${(n % 3) + 2}`] },
    ),
  },
  {
    what: 'a ballot is blanked',
    code: 15,
    change: onLine('ballots.jsonl', (one) =>
      strings(one['choice']).length === 0 ? undefined : { ...one, choice: [] },
    ),
  },
  {
    what: 'the nonce of a ballot is edited',
    code: 15,
    change: onLine('ballots.jsonl', (one, n) => ({ ...one, nonce: otherDigit(text(one['nonce']), n) })),
  },
  {
    what: 'a used code is edited',
    code: 17,
    change: onLines('used.txt', (lines, at, n) => lines.with(at, otherDigit(lines[at] ?? '', n)).sort()),
  },
  { what: 'a used code is dropped', code: 17, change: onLines('used.txt', (lines, at) => without(lines, at)) },
  {
    what: 'a used code stands twice',
    code: 17,
    change: onLines('used.txt', (lines, at) => lines.toSpliced(at, 0, lines[at] ?? '')),
  },
  { what: 'used codes are reordered', code: 17, change: onLines('used.txt', (lines, at) => swapped(lines, at)) },
  {
    what: 'a used code is exchanged for one that was not',
    code: 17,
    change: (files, n) =>
      onLines('used.txt', (lines, at) => lines.with(at, unusedCode(files, n) ?? '').sort())(files, n),
  },
  {
    what: 'a revoked code is edited',
    code: 18,
    change: onLines('revoked.txt', (lines, at, n) => lines.with(at, otherDigit(lines[at] ?? '', n)).sort()),
  },
  {
    what: 'a revocation is dropped',
    code: 18,
    change: onLines('revoked.txt', (lines, at) => (lines[at]?.includes(' ') === true ? undefined : without(lines, at))),
  },
  {
    what: 'a used code is revoked',
    code: 18,
    change: consistently((files, n) =>
      onLines('revoked.txt', (lines) =>
        [...lines, linesIn(files, 'used.txt')[n % linesIn(files, 'used.txt').length] ?? ''].sort(),
      )(files, n),
    ),
  },
  {
    what: 'a code is revoked afterwards',
    code: 18,
    change: (files, n) => onLines('revoked.txt', (lines) => [...lines, unusedCode(files, n) ?? ''].sort())(files, n),
  },
  {
    what: 'a used code is dropped, consistently',
    code: 19,
    change: consistently(onLines('used.txt', (lines, at) => without(lines, at))),
  },
  {
    what: 'a code is put in among those used, consistently',
    code: 19,
    change: consistently((files, n) =>
      onLines('used.txt', (lines) => [...lines, unusedCode(files, n) ?? ''].sort())(files, n),
    ),
  },
];
