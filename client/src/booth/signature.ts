import { receiptMessage } from '#engine/ballot/commitment.ts';
import { sha256 } from './sha256.ts';

/** What this browser found out about a receipt's signature; `unknown` where it cannot verify Ed25519, or not on this page. */
export type SignatureVerdict = 'holds' | 'broken' | 'unknown';

const bytesOf = (hex: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(hex.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));

interface Signed {
  election: string;
  tracker: string;
  signature: string;
  /** The election's, as it was sealed: hex. */
  key: string;
}

/** Whether the election signed that it took this ballot. Worked out here: nothing is sent. */
export const checkSignature = async ({ election, tracker, signature, key }: Signed): Promise<SignatureVerdict> => {
  if (!/^[0-9a-f]{128}$/.test(signature)) return 'broken';
  const message = new TextEncoder().encode(receiptMessage({ sha256 }, election, tracker));
  try {
    const known = await crypto.subtle.importKey('raw', bytesOf(key), 'Ed25519', false, ['verify']);
    return (await crypto.subtle.verify('Ed25519', known, bytesOf(signature), message)) ? 'holds' : 'broken';
  } catch {
    return 'unknown';
  }
};
