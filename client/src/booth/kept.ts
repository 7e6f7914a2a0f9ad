import type { BallotReceipt, CastBallot } from '#contract/wire/ballot.ts';
import type { SignatureVerdict } from './signature.ts';

/** What a receipt proves, and what it needs to be read once ballots are revealed. */
export interface Receipt extends Omit<BallotReceipt, 'state'> {
  nonce: string;
  isRepeated: boolean;
  signed: SignatureVerdict;
}

/** How far somebody has come; kept with the tab, so that a reload or a lost network costs nothing. */
export interface Progress {
  code: string;
  /** Ids of entries as they stand on this page. */
  order: string[];
  choice: string[];
  /** On its way to the box; the same ballot is sent until it is answered. */
  ballot?: CastBallot;
  receipt?: Receipt;
}

const nameOf = (election: string): string => `booth.${election}`;

/** A browser that keeps nothing works as well, as long as the page stays open. */
export const keep = (election: string, progress: Progress): void => {
  try {
    sessionStorage.setItem(nameOf(election), JSON.stringify(progress));
  } catch {
    // Nothing to do: the page still holds it.
  }
};

export const kept = (election: string): Progress | null => {
  try {
    return JSON.parse(sessionStorage.getItem(nameOf(election)) ?? 'null') as Progress | null;
  } catch {
    return null;
  }
};

export const forget = (election: string): void => {
  try {
    sessionStorage.removeItem(nameOf(election));
  } catch {
    // Nothing was kept.
  }
};
