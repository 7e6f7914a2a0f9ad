import { createHash } from 'node:crypto';
import { plainText } from './source.ts';

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex');

/** SHA-256 (hex) of a definition's text; byte order mark, line ends and empty lines at the end do not count, everything else does. */
export const fingerprint = (text: string): string => sha256(plainText(text).trimEnd());

/** SHA-256 (hex) of a value as JSON, in the order of its keys. */
export const valueFingerprint = (value: unknown): string => sha256(JSON.stringify(value));
