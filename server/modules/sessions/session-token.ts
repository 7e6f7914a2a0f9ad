import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

const digest = (purpose: string, text: string): Buffer => createHash('sha256').update(`${purpose}:${text}`).digest();

/** A new secret of 256 bits for a session's cookie or a one-time link. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** What is stored of a secret: who reads the database cannot sign in with it. */
export const tokenHash = (token: string): string => createHash('sha256').update(token).digest('hex');

/** Whether a header's value is the secret that was expected, in constant time. */
export const isSame = (given: string | string[] | undefined, expected: string): boolean =>
  typeof given === 'string' && timingSafeEqual(digest('compare', given), digest('compare', expected));
