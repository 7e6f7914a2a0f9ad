import { createHash, randomUUID } from 'node:crypto';
import { DomainError } from '../domain-error.ts';
import { canonicalJson } from './history-chain.ts';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The command key of a person's request, from the header `idempotency-key`: a UUID made once for the deed. */
export const personKey = (person: string, header: string | undefined): string => {
  if (header === undefined || !UUID.test(header))
    throw new DomainError('bad-request', {
      zh: '缺少操作标识（请求头 idempotency-key，应为 UUID）',
      en: 'The header idempotency-key is missing or is not a UUID',
    });
  return `u:${person}:${header.toLowerCase()}`;
};

/** The same where the header may be left out, because doing it twice comes to the same: then a key of its own. */
export const keyOrOwn = (header: string | undefined): string => header ?? randomUUID();

/** Tells requests with the same key apart. */
export const requestHash = (caseId: string, request: unknown): string =>
  createHash('sha256')
    .update(canonicalJson([caseId, request]))
    .digest('hex');
