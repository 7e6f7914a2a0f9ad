import type { Submitter } from '../database/stage.ts';

const SORTS = ['apple', 'pear', 'plum'];

const rowId = (n: number): string => `0198f000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

/** What is submitted: 2 KB of JSON, valid for the form of the measurements. */
export const SHEET = {
  counted_by: 'Agnes Waldner',
  phone: '+43 664 1234567',
  counted_on: '2024-01-01',
  weather: 'dry',
  trees: Array.from({ length: 16 }, (_, n) => ({
    _id: rowId(n),
    tree: `row ${n % 4} no ${n}`,
    sort: SORTS[n % SORTS.length],
    fruits: 100 + n,
    ...(n % 2 === 0 && { note: 'frost on the lower branches' }),
  })),
};

/** The request line and headers of a submission by this person; `key` is a UUID of its own. */
export const submitHead = (path: string, { cookie, csrf }: Submitter, key: string): string =>
  [
    `POST ${path} HTTP/1.1`,
    'host: 127.0.0.1',
    'content-type: application/json',
    'accept-language: en',
    `cookie: formflow=${cookie}`,
    `x-csrf-token: ${csrf}`,
    `idempotency-key: ${key}`,
  ].join('\r\n');

export const submitBody = (lockVersion: number): string => JSON.stringify({ action: 'send', lockVersion, data: SHEET });
