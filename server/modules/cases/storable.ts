import { DomainError } from '../domain-error.ts';

/** Halves of a character, and the character that PostgreSQL cannot hold, as JSON writes them. */
const UNSTORABLE = /\\u0000|\\ud[89a-f][0-9a-f]{2}/i;

/** Refuses data with characters that cannot be stored, which would come back as others than were sent. */
export const refuseUnstorable = (data: unknown): void => {
  const text = JSON.stringify(data);
  // Only what has to be escaped by its number is looked at closely, and hardly any text has that.
  if (!text.includes('\\u')) return;
  // An escaped backslash before `u0000` is harmless text.
  if (!UNSTORABLE.test(text) || !UNSTORABLE.test(text.replaceAll('\\\\', ''))) return;
  throw new DomainError('bad-request', {
    zh: '文本中有不允许的字符',
    en: 'The text holds a character that cannot be stored',
  });
};
