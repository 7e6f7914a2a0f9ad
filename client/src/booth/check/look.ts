import type { CheckpointView, ElectionView } from '#contract/wire/ballot.ts';
import { type Answer, fetchBallots, fetchCheckpoints, fetchManifest, fetchPage } from '../election-api.ts';
import type { Claim } from '../receipt-text.ts';
import { sha256 } from '../sha256.ts';
import { checkSignature, type SignatureVerdict } from '../signature.ts';
import { type ChainVerdict, fitsReceipt, judgeChain, publishedIn, revealedBallot } from './chain.ts';

/** Everything that is public of an election at this moment. */
export interface PublicRecord {
  view: ElectionView;
  manifest: string;
  checkpoints: CheckpointView[];
  /** `ballots.jsonl`; null before there is a count. */
  ballots: string | null;
  /** SHA-256 of the booth's page as it is served now; null where it was not reached. */
  page: string | null;
}

export interface Finding {
  chain: ChainVerdict;
  /** Null where the tracker is in none. */
  checkpoint: number | null;
  /** Null where no signature was brought. */
  signature: SignatureVerdict | null;
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
  const page = await fetchPage(view.id);
  return {
    ...manifest,
    body: {
      view,
      manifest: manifest.body,
      checkpoints: checkpoints.body,
      ballots: revealed,
      page: page.ok ? sha256(page.body) : null,
    },
  };
};

/** By the key that was sealed, not by what the page says now. */
const signatureOf = async ({ view, manifest }: PublicRecord, { tracker, signature }: Claim) => {
  if (signature === null) return null;
  const { receiptKey: key } = JSON.parse(manifest) as Pick<ElectionView, 'receiptKey'>;
  return checkSignature({ election: view.id, tracker, signature, key });
};

export const look = async (record: PublicRecord, claim: Claim | null): Promise<Finding> => {
  const { view, manifest, checkpoints, ballots } = record;
  const chain = judgeChain({ election: view.id, head0: view.head0, manifest, checkpoints });
  if (claim === null) return { chain, checkpoint: null, signature: null, ballot: null };
  const ballot = ballots === null ? null : revealedBallot(ballots, claim.tracker);
  return {
    chain,
    signature: await signatureOf(record, claim),
    checkpoint: publishedIn(checkpoints, claim.tracker),
    ballot: ballot === null ? null : { choice: ballot.choice, fits: fitsReceipt(view.id, ballot, claim.nonce) },
  };
};
