import { canonicalText } from './canonical.ts';
import type { Checkpoint } from './checkpoint.ts';
import { listDigest } from './commitment.ts';
import type { Digests } from './digest.ts';
import { type Manifest, manifestText, rulesText } from './manifest.ts';
import { type Ratio, ratioText } from './ratio.ts';
import { openCounts } from './quarantine.ts';
import type { Result } from './result.ts';
import type { Values } from './score.ts';
import { hasQuorum, type Tally } from './tally.ts';

/** A ballot as it is revealed after closing. */
export interface RevealedBallot {
  tracker: string;
  nonce: string;
  /** In ascending order. */
  choice: readonly string[];
}

/** Everything that a count was made from, and what came of it. */
export interface Evidence {
  manifest: Manifest;
  /** The frozen manifest, hashed. */
  head0: string;
  /** Lines `commitment batch`. */
  credentials: readonly string[];
  /** Commitments. */
  used: readonly string[];
  /** Lines `commitment` or `commitment replacement`. */
  revoked: readonly string[];
  checkpoints: readonly Checkpoint[];
  ballots: readonly RevealedBallot[];
  /** Of an open vote: lines `tracker reason`. */
  quarantined?: readonly string[];
  /** The end that counted, where it was moved; an instant. */
  extendedTo: string | null;
  seed: { secretSeed: string; publicSeed: string };
  sources: ReadonlyMap<string, Values>;
  withdrawn: readonly string[];
  decisions: readonly (readonly string[])[];
  tally: Tally;
  result: Result;
}

const lines = (texts: readonly string[]): string => texts.map((text) => `${text}\n`).join('');

const record = <Value, Shown>(values: ReadonlyMap<string, Value>, shown: (value: Value) => Shown) =>
  Object.fromEntries([...values].map(([key, value]) => [key, shown(value)]));

const ratios = (values: ReadonlyMap<string, Ratio>): Record<string, string> => record(values, ratioText);

/** The result as it is published and signed, one line. */
export const resultText = (digests: Pick<Digests, 'sha256'>, evidence: Evidence): string => {
  const { manifest, tally, result, used, revoked } = evidence;
  const { election } = manifest;
  const electorate = manifest.credentials.count;
  return canonicalText({
    protocol: manifest.protocol,
    election,
    status: result.status,
    votes: record(tally.votes, (count) => count),
    ballots: tally.ballots,
    blank: tally.blank,
    electorate,
    quorum: hasQuorum(manifest.rules.quorum, { used: tally.ballots, electorate }),
    sources: record(evidence.sources, ratios),
    scores: ratios(result.scores),
    ranking: result.ranking,
    extendedTo: evidence.extendedTo,
    publicSeed: evidence.seed.publicSeed,
    lots: result.broken,
    decisions: evidence.decisions,
    withdrawn: [...evidence.withdrawn].sort(),
    awards: result.awards.map(({ entry, place }) => ({ entry, place })),
    vacant: result.vacant.map(({ place, group, count }) => ({ place, group, count })),
    open: result.open === null ? null : { ...result.open },
    used: { count: used.length, digest: listDigest(digests, { election, name: 'used', lines: used }) },
    revoked: { count: revoked.length, digest: listDigest(digests, { election, name: 'revoked', lines: revoked }) },
    ...openCounts(digests, evidence),
  });
};

/** Signatures as hex, by what they are made over (`headMessage`, `resultMessage`). */
export interface Signatures {
  head0: string;
  /** Of the last checkpoint; the same as `head0` where there is none. */
  head: string;
  result: string;
}

const checkpointLine = ({ i, prev, head, trackers }: Checkpoint): string => canonicalText({ i, prev, head, trackers });

/**
 * The files that anybody can check, by name and in this order. Every list is in ascending order and every object in
 * canonical text, so that the same election always gives the same bytes.
 */
export const bundleFiles = (
  evidence: Evidence,
  { result, signatures }: { result: string; signatures: Signatures },
): Map<string, string> => {
  const { manifest, head0 } = evidence;
  const start: Checkpoint = { i: 0, prev: '', head: head0, trackers: [] };
  const ballots = [...evidence.ballots].sort((a, b) => (a.tracker < b.tracker ? -1 : 1));
  return new Map([
    ['manifest.json', lines([manifestText(manifest)])],
    ['rules.json', lines([rulesText(manifest.rules)])],
    ['credentials.txt', lines([...evidence.credentials].sort())],
    ['used.txt', lines([...evidence.used].sort())],
    ['revoked.txt', lines([...evidence.revoked].sort())],
    ...(manifest.channel === 'open'
      ? ([['quarantine.txt', lines([...(evidence.quarantined ?? [])].sort())]] as const)
      : []),
    ['checkpoints.jsonl', lines([start, ...evidence.checkpoints].map(checkpointLine))],
    [
      'ballots.jsonl',
      lines(ballots.map(({ tracker, nonce, choice }) => canonicalText({ tracker, nonce, choice: [...choice].sort() }))),
    ],
    ['tie.json', lines([canonicalText({ ...evidence.seed })])],
    ['result.json', lines([result])],
    ['signatures.json', lines([canonicalText({ ...signatures })])],
  ]);
};
