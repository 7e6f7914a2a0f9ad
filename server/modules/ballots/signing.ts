import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';

/** What PKCS #8 and SPKI write before the 32 bytes of an Ed25519 key (RFC 8410). */
const PRIVATE_HEAD = '302e020100300506032b657004220420';

const rawHex = (key: KeyObject, type: 'pkcs8' | 'spki'): string =>
  key.export({ format: 'der', type }).subarray(-32).toString('hex');

/** A fresh Ed25519 key pair, both halves as 32 bytes of hex. */
export const newSigningKey = (): { secret: string; key: string } => {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  return { secret: rawHex(privateKey, 'pkcs8'), key: rawHex(publicKey, 'spki') };
};

const privateKeyOf = (secret: string): KeyObject =>
  createPrivateKey({ key: Buffer.from(PRIVATE_HEAD + secret, 'hex'), format: 'der', type: 'pkcs8' });

/** The public half of a secret key. */
export const publicKeyOf = (secret: string): string => rawHex(createPublicKey(privateKeyOf(secret)), 'spki');

/** Signs messages, which are texts of ASCII, with a secret key; answers hex. */
export const signer = (secret: string): ((message: string) => string) => {
  const key = privateKeyOf(secret);
  return (message) => sign(null, Buffer.from(message, 'ascii'), key).toString('hex');
};
