import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { canonicalText } from '../../../server/engine/ballot/canonical.ts';
import {
  type Json,
  type Mutation,
  onLines,
  onLine,
  onObject,
  without,
  swapped,
  text,
  strings,
  plusOne,
  otherDigit,
} from './changing.ts';

const FILE_NAMES = [
  'manifest.json',
  'rules.json',
  'credentials.txt',
  'used.txt',
  'revoked.txt',
  'checkpoints.jsonl',
  'ballots.jsonl',
  'tie.json',
  'result.json',
  'signatures.json',
];
const JSON_NAMES = FILE_NAMES.filter((name) => name.includes('.json'));

/** What was sealed, and the chain of checkpoints. */
export const SEALED_MUTATIONS: Mutation[] = [
  {
    what: 'a file is taken out',
    code: 2,
    change: (files, n) => {
      const left = new Map(files);
      left.delete(FILE_NAMES[n % FILE_NAMES.length] ?? '');
      return left;
    },
  },
  {
    what: 'JSON is cut off',
    code: 2,
    change: (files, n) => {
      const name = JSON_NAMES[n % JSON_NAMES.length] ?? '';
      const content = files.get(name) ?? '';
      return content.length < 9 ? undefined : new Map(files).set(name, content.slice(0, -3 - (n % 5)));
    },
  },
  {
    what: 'JSON is written otherwise',
    code: 2,
    change: (files, n) => {
      const name = JSON_NAMES[n % JSON_NAMES.length] ?? '';
      const content = files.get(name) ?? '';
      return content.includes(':')
        ? new Map(files).set(name, content.replace(':', n % 2 === 0 ? ': ' : ' :'))
        : undefined;
    },
  },
  { what: 'a ballot says more', code: 2, change: onLine('ballots.jsonl', (line) => ({ ...line, voter: 'x' })) },
  {
    what: 'the title is edited',
    code: 10,
    change: onObject('manifest.json', (one, n) => ({ ...one, title: `Light ${n}` })),
  },
  {
    what: 'voting ends later',
    code: 10,
    change: onObject('manifest.json', (one, n) => ({ ...one, closes: `2024-06-0${(n % 9) + 1}T10:00:00Z` })),
  },
  {
    what: 'a candidate is edited',
    code: 10,
    change: onObject('manifest.json', (one, n) => {
      const candidates = one['candidates'] as Json[];
      const at = n % candidates.length;
      return { ...one, candidates: candidates.with(at, { ...candidates[at], criteria: [`${n}`] }) };
    }),
  },
  {
    what: 'a rule is edited in the manifest',
    code: 10,
    change: onObject('manifest.json', (one, n) => {
      const rules = one['rules'] as Json;
      return { ...one, rules: { ...rules, quorum: { used: 50 + n } } };
    }),
  },
  {
    what: 'the commitment to the seed is edited',
    code: 10,
    change: onObject('manifest.json', (one, n) => ({
      ...one,
      tieCommitment: otherDigit(text(one['tieCommitment']), n),
    })),
  },
  {
    what: 'the start of the chain is edited',
    code: 10,
    change: onLines('checkpoints.jsonl', (lines, _, n) => {
      const start = JSON.parse(lines[0] ?? '') as Json;
      return lines.with(0, canonicalText({ ...start, head: otherDigit(text(start['head']), n) }));
    }),
  },
  {
    what: 'the rules are edited beside the manifest',
    code: 11,
    change: onObject('rules.json', (one, n) => ({ ...one, budget: `${5000 + n}` })),
  },
  {
    what: 'a code is added to those sealed',
    code: 12,
    change: onLines('credentials.txt', (lines, _, n) => [...lines, `${DIGESTS.sha256(`new ${n}`)} east`].sort()),
  },
  {
    what: 'a code is dropped from those sealed',
    code: 12,
    change: onLines('credentials.txt', (lines, at) => without(lines, at)),
  },
  {
    what: 'a sealed code is exchanged',
    code: 12,
    change: onLines('credentials.txt', (lines, at, n) => lines.with(at, otherDigit(lines[at] ?? '', n))),
  },
  {
    what: 'the batch of a code is edited',
    code: 12,
    change: onLines('credentials.txt', (lines, at) => lines.with(at, `${lines[at] ?? ''}x`)),
  },
  {
    what: 'the list of codes is reordered',
    code: 12,
    change: onLines('credentials.txt', (lines, at) => swapped(lines, at)),
  },
  {
    what: 'the head of a checkpoint is edited',
    code: 13,
    change: onLine('checkpoints.jsonl', (one, n) => ({ ...one, head: otherDigit(text(one['head']), n) }), 1),
  },
  {
    what: 'the link of a checkpoint is edited',
    code: 13,
    change: onLine('checkpoints.jsonl', (one, n) => ({ ...one, prev: otherDigit(text(one['prev']), n) }), 1),
  },
  { what: 'a checkpoint is counted otherwise', code: 13, change: onLine('checkpoints.jsonl', plusOne('i'), 1) },
  {
    what: 'a tracker is edited in its checkpoint',
    code: 13,
    change: onLine(
      'checkpoints.jsonl',
      (one, n) => {
        const trackers = strings(one['trackers']);
        const at = n % trackers.length;
        return { ...one, trackers: trackers.with(at, otherDigit(trackers[at] ?? '', n)) };
      },
      1,
    ),
  },
  {
    what: 'a tracker is dropped from its checkpoint',
    code: 13,
    change: onLine(
      'checkpoints.jsonl',
      (one, n) => ({ ...one, trackers: without(strings(one['trackers']), n % strings(one['trackers']).length) }),
      1,
    ),
  },
  {
    what: 'the trackers of a checkpoint are reordered',
    code: 13,
    change: onLine(
      'checkpoints.jsonl',
      (one, n) => {
        const trackers = swapped(strings(one['trackers']), n % strings(one['trackers']).length);
        return trackers === undefined ? undefined : { ...one, trackers };
      },
      1,
    ),
  },
  {
    what: 'checkpoints are reordered',
    code: 13,
    change: onLines('checkpoints.jsonl', (lines, at) => (at === 0 ? undefined : swapped(lines, at))),
  },
  {
    what: 'a checkpoint in the middle is dropped',
    code: 13,
    change: onLines('checkpoints.jsonl', (lines, at) =>
      at === 0 || at === lines.length - 1 ? undefined : without(lines, at),
    ),
  },
  {
    what: 'the last checkpoint is dropped',
    code: 14,
    change: onLines('checkpoints.jsonl', (lines) => (lines.length < 2 ? undefined : lines.slice(0, -1))),
  },
];
