import type { CheckpointView, ElectionView } from '#contract/wire/ballot.ts';
import { type Answer, fetchBallots, fetchCheckpoints, fetchManifest } from '../election-api.ts';
import type { Claim } from '../receipt-text.ts';
import { type ChainVerdict, fitsReceipt, judgeChain, publishedIn, revealedBallot } from './chain.ts';

/** Everything that is public of an election at this moment. */
export interface PublicRecord {
  view: ElectionView;
  manifest: string;
  checkpoints: CheckpointView[];
  /** `ballots.jsonl`; null before there is a count. */
  ballots: string | null;
}

export interface Finding {
  chain: ChainVerdict;
  /** Null where the tracker is in none. */
  checkpoint: number | null;
  /** Null before ballots are revealed, and where the tracker is not among them. */
  ballot: { choice: string[]; fits: boolean } | null;
}

export const fetchRecord = async (view: ElectionView): Promise<Answer<PublicRecord>> => {
  const [manifest, checkpoints] = await Promise.all([fetchManifest(view.id), fetchCheckpoints(view.id)]);
  if (!manifest.ok) return manifest;
  if (!checkpoints.ok) return checkpoints;
  const isOver = view.status === 'closed' || view.status === 'certified';
  const ballots = isOver ? await fetchBallots(view.id) : null;
  if (ballots !== null && !ballots.ok && ballots.trouble.code !== 'not-found') return ballots;
  const revealed = ballots?.ok === true ? ballots.body : null;
  return {
    ...manifest,
    body: { view, manifest: manifest.body, checkpoints: checkpoints.body, ballots: revealed },
  };
};

export const look = ({ view, manifest, checkpoints, ballots }: PublicRecord, claim: Claim | null): Finding => {
  const chain = judgeChain({ election: view.id, head0: view.head0, manifest, checkpoints });
  if (claim === null) return { chain, checkpoint: null, ballot: null };
  const ballot = ballots === null ? null : revealedBallot(ballots, claim.tracker);
  return {
    chain,
    checkpoint: publishedIn(checkpoints, claim.tracker),
    ballot: ballot === null ? null : { choice: ballot.choice, fits: fitsReceipt(view.id, ballot, claim.nonce) },
  };
};
