import { createHmac } from 'node:crypto';
import type { Data } from '../../engine/data.ts';

/** Receipt numbers and what tells one person from another: both are only ever stored under the installation's key. */

const LETTERS = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

const keyed = (key: string, purpose: string, text: string): Buffer =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(`${purpose}\u0000${text}`).digest();

/** The receipt of a request: the same whenever it is repeated, and guessed by nobody (60 bits). */
export const receiptFor = (key: string, commandKey: string): string => {
  const letters = [...keyed(key, 'receipt', commandKey).subarray(0, 12)].map((byte) => LETTERS[byte % 32] ?? '2');
  return [0, 4, 8].map((from) => letters.slice(from, from + 4).join('')).join('-');
};

export const receiptHash = (key: string, receipt: string): string =>
  keyed(key, 'receipt-hash', receipt.toUpperCase().replaceAll('-', '')).toString('hex');

/** What is the same for a person however it is typed: full-width and half-width, letter case, spaces, dashes, a country's prefix. */
const evened = (value: unknown): string =>
  (typeof value === 'string' || typeof value === 'number' ? String(value) : '')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\-()._]/g, '')
    .replace(/^(\+86|0086)(?=\d)/, '');

const valueAt = (data: Data, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (value as Data | undefined)?.[key], data);

/** Stands for a person within a workflow; null where nothing is asked that tells people apart. */
export const personHash = (
  key: string,
  workflowId: string,
  { once, data }: { once: readonly string[]; data: Data },
): string | null => {
  const parts = once.map((field) => evened(valueAt(data, field)));
  return parts.every((part) => part === '')
    ? null
    : keyed(key, 'person', JSON.stringify([workflowId, ...parts])).toString('hex');
};
