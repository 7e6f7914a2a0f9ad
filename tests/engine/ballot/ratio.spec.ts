import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { combineMarks } from '../../../server/engine/ballot/marks.ts';
import {
  amount,
  compare,
  decimal,
  over,
  plus,
  ratioText,
  rounded,
  times,
  whole,
} from '../../../server/engine/ballot/ratio.ts';

describe('exact amounts', () => {
  it('read decimals exactly and nothing else', () => {
    expect(ratioText(amount('0.3'))).toBe('3/10');
    expect(ratioText(plus(amount('0.1'), amount('0.2')))).toBe('3/10');
    expect(['1e3', '', '.5', '0x1', '1/2', ' 1'].map(decimal)).toEqual([null, null, null, null, null, null]);
  });

  it('obey the laws of arithmetic', () => {
    const any = fc.tuple(fc.integer(), fc.integer({ min: 1 })).map(([n, d]) => over(whole(n), whole(d)));
    fc.assert(
      fc.property(any, any, any, (a, b, c) => {
        expect(compare(plus(plus(a, b), c), plus(a, plus(b, c)))).toBe(0);
        expect(compare(times(a, plus(b, c)), plus(times(a, b), times(a, c)))).toBe(0);
      }),
    );
  });

  it('round the half up', () => {
    expect(['0.125', '0.135', '0.1349', '2'].map((text) => ratioText(rounded(amount(text), 2)))).toEqual([
      '13/100',
      '7/50',
      '13/100',
      '2',
    ]);
  });
});

describe('marks', () => {
  const marks = ['90', '80.5', '70', '100'].map(amount);

  it('are combined by mean, trimmed mean or sum', () => {
    expect(ratioText(combineMarks(marks, 'mean'))).toBe('681/8');
    expect(ratioText(combineMarks(marks, 'trimmed_mean'))).toBe('341/4');
    expect(ratioText(combineMarks(marks, 'sum'))).toBe('681/2');
  });

  it('are not trimmed away where there are few, and are nothing where there are none', () => {
    expect(ratioText(combineMarks(marks.slice(0, 2), 'trimmed_mean'))).toBe('341/4');
    expect(ratioText(combineMarks([], 'mean'))).toBe('0');
  });
});
