import { createHash, createHmac } from 'node:crypto';
import type { Digests } from '../../engine/ballot/digest.ts';

/** The hash functions of the protocol, as Node has them. */
export const DIGESTS: Digests = {
  sha256: (text) => createHash('sha256').update(text, 'utf8').digest('hex'),
  hmacSha256: ({ hex, text }, message) =>
    createHmac('sha256', Buffer.concat([Buffer.from(hex, 'hex'), Buffer.from(text, 'utf8')]))
      .update(message, 'utf8')
      .digest('hex'),
};
