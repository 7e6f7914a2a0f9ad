import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

/** A code under a key of 32 bytes (hex), AES-256-GCM: nonce, tag and cipher as base64. */
export const lockCode = (code: string, key: string): string => {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', Buffer.from(key, 'hex'), nonce);
  const locked = Buffer.concat([cipher.update(code, 'ascii'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), locked]).toString('base64');
};

/** The code again; null under another key. */
export const unlockCode = (locked: string, key: string): string | null => {
  const bytes = Buffer.from(locked, 'base64');
  const cipher = createDecipheriv('aes-256-gcm', Buffer.from(key, 'hex'), bytes.subarray(0, 12));
  cipher.setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([cipher.update(bytes.subarray(28)), cipher.final()]).toString('ascii');
  } catch {
    return null;
  }
};
