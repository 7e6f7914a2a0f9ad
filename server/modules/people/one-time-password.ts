import { randomInt } from 'node:crypto';

/** Letters and digits that nobody mistakes for one another on a printed slip. */
const UPPER = 'ABCDEFGHJKLMNPQRSTUVWXYZ';
const LOWER = 'abcdefghijkmnpqrstuvwxyz';
const DIGITS = '23456789';

const pick = (letters: string): string => letters.charAt(randomInt(letters.length));

const group = (): string => pick(UPPER) + pick(LOWER) + pick(DIGITS) + pick(UPPER + LOWER + DIGITS);

/** A password for one sign-in, easy to read out: four groups, about 70 bits, and good under every policy. */
export const oneTimePassword = (): string => [group(), group(), group(), group()].join('-');
