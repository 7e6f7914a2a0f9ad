import type { Checksum } from '../../contract/definition/field.ts';

/**
 * `x-checksum`: the last character of a number is made from those before it. The weighted sum of their values, divided by
 * `mod`, leaves a remainder r, and the last character must be the r-th of `alphabet` (counted from 0). A digit has its
 * value; a letter has its place in the sorted alphabet where that has several letters, else A = 10 to Z = 35.
 * Weights that are fewer than the characters repeat from the right, and products are then summed digit by digit
 * (as bank cards want it). Published definitions:
 * resident identity number: weights 7 9 10 5 8 4 2 1 6 3 7 9 10 5 8 4 2, mod 11, alphabet 10X98765432;
 * unified social credit code: weights 1 3 9 27 19 26 16 17 20 29 25 13 8 24 10 30 28, mod 31, alphabet 0YXWUTRQPNMLKJHGFEDCBA987654321;
 * bank card: weights 2 1, mod 10, alphabet 0987654321.
 */

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

const valueOf = (character: string, alphabet: string): number => {
  if (/^\d$/.test(character)) return Number(character);
  const sorted = Array.from(alphabet).sort();
  const hasLetters = sorted.filter((one) => /[A-Z]/.test(one)).length > 1;
  if (hasLetters) return sorted.indexOf(character);
  const place = LETTERS.indexOf(character);
  return place < 0 ? -1 : place + 10;
};

const digitSum = (value: number): number => Array.from(String(value)).reduce((sum, digit) => sum + Number(digit), 0);

const weighted = (values: readonly number[], weights: readonly number[]): number | null => {
  if (values.length === weights.length) return values.reduce((sum, value, i) => sum + value * (weights[i] ?? 0), 0);
  if (values.length < weights.length) return null;
  return [...values].reverse().reduce((sum, value, i) => sum + digitSum(value * (weights[i % weights.length] ?? 0)), 0);
};

/** Whether the check character is right. Small letters count as capitals. */
export const hasRightChecksum = (text: string, { weights, mod, alphabet }: Checksum): boolean => {
  const characters = Array.from(text.toUpperCase());
  const last = characters.pop();
  const values = characters.map((character) => valueOf(character, alphabet));
  const sum = values.includes(-1) ? null : weighted(values, weights);
  return sum !== null && last !== undefined && alphabet.toUpperCase()[((sum % mod) + mod) % mod] === last;
};
