import { hash, verify } from '@node-rs/argon2';
import { normalizePassword } from './password-policy.ts';

/** OWASP’s first choice for argon2id (the default of the library): 19 MiB, two passes, one lane; about 50 ms of one core. */
const OPTIONS = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** argon2id of the normalised password, with its own salt, as one text. */
export const hashPassword = (password: string): Promise<string> => hash(normalizePassword(password), OPTIONS);

/** Stands in for the hash of accounts that do not exist, so that they cannot be told by the time the answer takes. */
let stranger: Promise<string> | undefined;

/** Whether the password fits the stored hash; takes the same time where there is none. */
export const isPassword = async (password: string, stored: string | null): Promise<boolean> => {
  stranger ??= hashPassword('nobody');
  const fits = await verify(stored ?? (await stranger), normalizePassword(password));
  return fits && stored !== null;
};
