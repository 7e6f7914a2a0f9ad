import { type Digests, digestOf, keyedDigestOf } from './digest.ts';

/** Every hash of the protocol, version 1. Each begins with a word of its own, so that no value can pass for another kind. */

type Sha256 = Pick<Digests, 'sha256'>;

/** What is stored of a one-time code; the code itself is not. */
export const codeCommitment = (digests: Sha256, election: string, code: string): string =>
  digestOf(digests, 'vote/v1/code', election, code);

/** A choice as it is hashed: the ids in ascending order, parted by commas; empty for a blank ballot. */
const choiceText = (choice: readonly string[]): string => [...choice].sort().join(',');

/** Binds a ballot to its choice and hides it as long as the nonce is unknown. */
export const trackerOf = (
  digests: Sha256,
  ballot: { election: string; nonce: string; choice: readonly string[] },
): string => digestOf(digests, 'vote/v1/tracker', ballot.election, ballot.nonce, choiceText(ballot.choice));

/** The head of the chain before the first checkpoint: everything that was frozen. */
export const manifestHead = (digests: Sha256, election: string, manifest: string): string =>
  digestOf(digests, 'vote/v1/manifest', election, manifest);

export const checkpointHead = (
  digests: Sha256,
  { election, i, prev, trackers }: { election: string; i: number; prev: string; trackers: readonly string[] },
): string => digestOf(digests, 'vote/v1/checkpoint', election, i, prev, [...trackers].sort().join('\n'));

/** Published before voting begins, so that the half of the lot's seed that the organiser holds is fixed. */
export const tieCommitment = (digests: Sha256, election: string, secretSeed: string): string =>
  digestOf(digests, 'vote/v1/tie-commit', election, secretSeed);

/** What the signature on a voter's receipt is made over. */
export const receiptMessage = (digests: Sha256, election: string, tracker: string): string =>
  digestOf(digests, 'vote/v1/receipt', election, tracker);

/** What the signature on a head of the chain is made over. */
export const headMessage = (digests: Sha256, election: string, i: number, head: string): string =>
  digestOf(digests, 'vote/v1/head', election, i, head);

/** What the signature on a result is made over. */
export const resultMessage = (digests: Sha256, election: string, result: string): string =>
  digestOf(digests, 'vote/v1/result', election, result);

export type ListName = 'credentials' | 'used' | 'revoked' | 'quarantine';

/** Stands for a whole list, whose lines are in ascending order. */
export const listDigest = (
  digests: Sha256,
  { election, name, lines }: { election: string; name: ListName; lines: readonly string[] },
): string => digestOf(digests, `vote/v1/${name}`, election, [...lines].sort().join('\n'));

/** An entry's ticket in the lot: the smallest wins. Nobody knew both halves of the seed while one could still be chosen. */
export const lotKey = (
  digests: Pick<Digests, 'hmacSha256'>,
  lot: { election: string; secretSeed: string; publicSeed: string },
  entry: string,
): string => keyedDigestOf(digests, { hex: lot.secretSeed, text: lot.publicSeed }, lot.election, entry);
