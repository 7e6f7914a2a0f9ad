import type { Receipt } from './kept.ts';

/** What somebody brings back to look a ballot up. */
export interface Claim {
  tracker: string;
  /** Null where only the tracker was kept: the ballot is found, but not compared. */
  nonce: string | null;
  /** Null where it was not brought: the QR code has none. */
  signature: string | null;
}

/** The address that the QR code of a receipt opens; what follows the `#` never leaves the phone. */
export const receiptLink = (origin: string, { election, tracker, nonce }: Receipt): string =>
  `${origin}/vote/${election}/check#${tracker}.${nonce}`;

/** The receipt as lines of `name: value`, whatever the language. */
export const receiptText = (origin: string, title: string, receipt: Receipt): string =>
  [
    title,
    'vote/v1 receipt',
    `election: ${receipt.election}`,
    `tracker: ${receipt.tracker}`,
    `nonce: ${receipt.nonce}`,
    `signature: ${receipt.signature}`,
    receiptLink(origin, receipt),
  ].join('\n');

/** Digits of a tracker or a nonce, and of a signature. */
const [LENGTH, SIGNATURE] = [64, 128];

/** Reads a receipt, the content of its QR code, or a tracker alone. The tracker comes first wherever both stand. */
export const readClaim = (text: string): Claim | null => {
  const digits = text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^0-9a-f]+/);
  const [tracker, nonce = null] = digits.filter(({ length }) => length === LENGTH);
  const signature = digits.find(({ length }) => length === SIGNATURE) ?? null;
  return tracker === undefined ? null : { tracker, nonce, signature };
};
