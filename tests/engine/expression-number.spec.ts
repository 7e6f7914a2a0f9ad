import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  add,
  compare,
  divide,
  multiply,
  numberOf,
  quantity,
  quantityOf,
  quantityText,
  subtract,
} from '../../server/engine/expression-number.ts';

const cents = fc.integer({ min: -1_000_000_000_00, max: 1_000_000_000_00 });
const money = (amount: number): number => amount / 100;

describe('Numbers of expressions are exact', () => {
  it('sums of money equal the sum of their cents, in any order', () => {
    fc.assert(
      fc.property(fc.array(cents, { maxLength: 200 }), (amounts) => {
        const sum = amounts.map((amount) => quantity(money(amount))).reduce(add, 0);
        const backwards = [...amounts]
          .reverse()
          .map((amount) => quantity(money(amount)))
          .reduce(add, 0);
        const total = amounts.reduce((whole, amount) => whole + BigInt(amount), 0n);
        expect(compare(multiply(sum, 100), quantityOf(String(total)) ?? NaN)).toBe(0);
        expect(backwards).toEqual(sum);
      }),
    );
  });

  it('subtraction takes back what addition gave', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), cents, (a, b) => {
        const [x, y] = [quantity(a), quantity(money(b))];
        expect(compare(subtract(add(x, y), y), x)).toBe(0);
      }),
    );
  });

  it('a number becomes itself again, and is written as people write it', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        expect(numberOf(quantity(number))).toBe(number + 0);
        expect(quantityText(quantity(number))).toMatch(/^-?\d+(\.\d+)?$/);
      }),
    );
  });

  it('division is right to twenty decimals, half to even', () => {
    expect(quantityText(divide(1, 3) ?? 0)).toBe('0.33333333333333333333');
    expect(quantityText(divide(2, 3) ?? 0)).toBe('0.66666666666666666667');
    expect(quantityText(divide(-2, 3) ?? 0)).toBe('-0.66666666666666666667');
    const halfUnit = quantityOf('0.00000000000000000001') ?? 0;
    expect(quantityText(divide(halfUnit, 2) ?? 1)).toBe('0');
    expect(quantityText(divide(multiply(halfUnit, 3), 2) ?? 1)).toBe('0.00000000000000000002');
    expect(divide(1, 0)).toBeNull();
  });
});
