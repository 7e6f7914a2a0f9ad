import { canonicalText } from '../../../server/engine/ballot/canonical.ts';
import { nextCheckpoint } from '../../../server/engine/ballot/checkpoint.ts';
import { listDigest } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { ballotFor, type Given, published } from './election.ts';

/** Everything that somebody with the database or the files in hand might do, each with the exit code that tells it. */

export type Files = Map<string, string>;

/** What is done to the files of a bundle; `n` picks the place. Undefined where there is no such place. */
type Change = (files: Files, n: number) => Files | undefined;

export interface Mutation {
  what: string;
  code: number;
  change: Change;
}

type Json = Record<string, unknown>;

const linesIn = (files: Files, name: string): string[] => (files.get(name) ?? '').split('\n').slice(0, -1);
const withLines = (files: Files, name: string, lines: readonly string[]): Files =>
  new Map(files).set(name, lines.map((line) => `${line}\n`).join(''));

/** Another hex digit at place `n` of a text that begins with a digest. */
const otherDigit = (text: string, n: number): string => {
  const place = n % 64;
  const digit = ((Number.parseInt(text.charAt(place), 16) + 1 + (n % 15)) % 16).toString(16);
  return text.slice(0, place) + digit + text.slice(place + 1);
};

const onLines =
  (name: string, change: (lines: string[], at: number, n: number) => readonly string[] | undefined): Change =>
  (files, n) => {
    const lines = linesIn(files, name);
    if (lines.length === 0) return undefined;
    const changed = change(lines, n % lines.length, n);
    return changed === undefined ? undefined : withLines(files, name, changed);
  };

const onLine = (name: string, change: (line: Json, n: number) => Json | undefined, from = 0): Change =>
  onLines(name, (lines, at, n) => {
    if (at < from) return undefined;
    const line = change(JSON.parse(lines[at] ?? '') as Json, n);
    return line === undefined ? undefined : lines.with(at, canonicalText(line as never));
  });

const onObject = (name: string, change: (object: Json, n: number) => Json | undefined): Change => onLine(name, change);

const without = <Item>(list: readonly Item[], at: number): Item[] => list.filter((_, n) => n !== at);
const swapped = <Item>(list: readonly Item[], at: number): Item[] | undefined => {
  const [one, other] = [list[at], list[at + 1]];
  return one === undefined || other === undefined || one === other ? undefined : list.toSpliced(at, 2, other, one);
};
const text = (value: unknown): string => String(value);
const strings = (value: unknown): string[] => value as string[];
const entriesOf = (value: unknown): [string, unknown][] => Object.entries(value as Json);

/** Puts the digests of the lists into the result, as somebody would who forges consistently. */
const redigested = (files: Files): Files => {
  const result = JSON.parse(linesIn(files, 'result.json')[0] ?? '') as Json;
  const election = text(result['election']);
  for (const name of ['used', 'revoked'] as const) {
    const lines = linesIn(files, `${name}.txt`);
    result[name] = { count: lines.length, digest: listDigest(DIGESTS, { election, name, lines }) };
  }
  return withLines(files, 'result.json', [canonicalText(result as never)]);
};

const consistently =
  (change: Change): Change =>
  (files, n) => {
    const changed = change(files, n);
    return changed === undefined ? undefined : redigested(changed);
  };

const firstWords = (files: Files, name: string): string[] => linesIn(files, name).map((line) => line.slice(0, 64));

const unusedCode = (files: Files, n: number): string | undefined => {
  const gone = new Set([...linesIn(files, 'used.txt'), ...firstWords(files, 'revoked.txt')]);
  const left = firstWords(files, 'credentials.txt').filter((one) => !gone.has(one));
  return left[n % Math.max(left.length, 1)];
};

const plusOne = (key: string, inner?: (n: number, object: Json) => string | undefined) => (object: Json, n: number) => {
  if (inner === undefined) return { ...object, [key]: Number(object[key]) + 1 + (n % 3) };
  const values = object[key] as Json;
  const name = inner(n, values);
  return name === undefined ? undefined : { ...object, [key]: { ...values, [name]: Number(values[name]) + 1 } };
};
const anyKey = (n: number, object: Json): string | undefined =>
  Object.keys(object)[n % Math.max(1, Object.keys(object).length)];

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

export const MUTATIONS: Mutation[] = [
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

/** What a forger would publish who has everything but the key: the whole election, without its last ballots. */
export const truncated = (given: Given): Files => {
  const checkpoints = given.checkpoints.slice(0, -1);
  const kept = new Set(checkpoints.flatMap(({ trackers }) => trackers));
  const ballots = given.ballots.filter(({ tracker }) => kept.has(tracker));
  const forged = published(
    { ...given, checkpoints, ballots, used: given.used.slice(0, ballots.length) },
    'ee'.repeat(32),
  );
  return forged.files;
};

/** An election into which a ballot was let that breaks the rules, with everything after it made to fit. */
export const forged = (given: Given, choice: readonly string[]): Files => {
  const { election } = given.manifest;
  const bad = ballotFor(election, 'bad', [...choice].sort());
  const first = given.checkpoints.slice(0, -1);
  const lastTrackers = given.checkpoints.at(-1)?.trackers.slice(1) ?? [];
  const dropped = given.checkpoints.at(-1)?.trackers[0];
  const link = nextCheckpoint(DIGESTS, {
    election,
    last: first.at(-1) ?? { i: 0, head: given.head0 },
    intake: [...lastTrackers, bad.tracker],
    published: new Set(),
    isLast: true,
  });
  const ballots = [...given.ballots.filter(({ tracker }) => tracker !== dropped), bad];
  return published({ ...given, ballots, checkpoints: link === null ? first : [...first, link] }).files;
};
