import { nextCheckpoint } from '../../../server/engine/ballot/checkpoint.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';
import { BALLOT_MUTATIONS } from './ballot-mutations.ts';
import type { Files, Mutation } from './changing.ts';
import { ballotFor, type Given, published } from './election.ts';
import { RESULT_MUTATIONS } from './result-mutations.ts';
import { SEALED_MUTATIONS } from './sealed-mutations.ts';

/** Everything that somebody with the database or the files in hand might do, each with the exit code that tells it. */
export const MUTATIONS: Mutation[] = [...SEALED_MUTATIONS, ...BALLOT_MUTATIONS, ...RESULT_MUTATIONS];

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
