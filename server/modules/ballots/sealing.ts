import { createHash } from 'node:crypto';
import { listDigest, manifestHead, tieCommitment } from '../../engine/ballot/commitment.ts';
import { credentialLine, type Manifest, manifestText } from '../../engine/ballot/manifest.ts';
import type { Candidate } from '../../engine/ballot/rules.ts';
import { DIGESTS } from './digests.ts';
import type { Credential, Election } from './elections.repository.ts';
import { publicKeyOf } from './signing.ts';

/** An instant as the manifest writes it. */
const utc = (time: Date): string => time.toISOString().replace('.000Z', 'Z');

/** The lines that stand for the codes of the sealed list. */
export const sealedLines = (credentials: readonly Credential[]): string[] =>
  credentials.filter(({ isReplacement }) => !isReplacement).map(({ cc, batch }) => credentialLine(cc, batch));

/** What would be frozen if the election were sealed now, and the hash that both people look at. */
export const sealOf = (
  election: Election,
  given: {
    candidates: readonly Candidate[];
    credentials: readonly Credential[];
    secrets: { signingKey: string; tieSeed: string };
    booth: Readonly<Record<string, string>>;
  },
): { text: string; head0: string } => {
  const lines = sealedLines(given.credentials);
  const manifest: Manifest = {
    protocol: 'vote/v1',
    election: election.id,
    title: election.title,
    channel: election.channel,
    opens: utc(election.opensAt),
    closes: utc(election.closesAt),
    candidates: given.candidates,
    rules: election.rules,
    credentials: {
      count: lines.length,
      digest: listDigest(DIGESTS, { election: election.id, name: 'credentials', lines }),
    },
    tieCommitment: tieCommitment(DIGESTS, election.id, given.secrets.tieSeed),
    receiptKey: publicKeyOf(given.secrets.signingKey),
    ...(Object.keys(given.booth).length > 0 && { booth: given.booth }),
  };
  const text = manifestText(manifest);
  return { text, head0: manifestHead(DIGESTS, election.id, text) };
};

/** Stands for a result where two people confirm one. */
export const fingerprintOf = (text: string): string => createHash('sha256').update(text).digest('hex');
