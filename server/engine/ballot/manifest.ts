import { type Canonical, canonicalText } from './canonical.ts';
import type { Candidate, ElectionRules } from './rules.ts';

/** What is frozen when two people seal an election; everything that was published later can be checked against its hash. */
export interface Manifest {
  protocol: 'vote/v1';
  election: string;
  title: string;
  /** How people come to vote; `jury` where nobody votes and judges' marks alone decide. */
  channel: 'codes' | 'accounts' | 'open' | 'jury';
  /** Instants in UTC, `2024-05-24T01:00:00Z`. */
  opens: string;
  closes: string;
  candidates: readonly Candidate[];
  rules: ElectionRules;
  /** How many codes there are, and the digest of the list `commitment batch`. */
  credentials: { count: number; digest: string };
  tieCommitment: string;
  /** The Ed25519 key that signs receipts, heads and results: 32 bytes as hex. */
  receiptKey: string;
  /** SHA-256 of the files of the booth, as hex, by their path. The page names the digests of all that it loads. */
  booth?: Readonly<Record<string, string>>;
}

/** Names the members of a record of known shape as plain JSON. */
const plain = (value: object): Canonical => JSON.parse(JSON.stringify(value)) as Canonical;

export const manifestText = (manifest: Manifest): string => canonicalText(plain(manifest));

export const rulesText = (rules: ElectionRules): string => canonicalText(plain(rules));

/** A line of the list of codes. */
export const credentialLine = (commitment: string, batch: string): string => `${commitment} ${batch}`;

/** A line of the list of revoked codes, with the one that replaced it. */
export const revokedLine = (commitment: string, replacement: string | null): string =>
  replacement === null ? commitment : `${commitment} ${replacement}`;
