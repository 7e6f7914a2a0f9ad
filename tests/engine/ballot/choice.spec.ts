import { describe, expect, it } from '@jest/globals';
import { judgeChoice } from '../../../server/engine/ballot/choice.ts';
import { RULES, TREES } from './orchard.ts';

const judge = (given: unknown, more = {}) => judgeChoice(given, { ...RULES.choose, ...more }, TREES);
const invalid = (problem: string) => ({ kind: 'invalid', problem });

describe('a choice', () => {
  it('is put into ascending order', () => {
    expect(judge(['t-7', 't-1', 't-3'])).toEqual({ kind: 'valid', choice: ['t-1', 't-3', 't-7'] });
  });

  it('may be blank only where the rules say so', () => {
    expect(judge([])).toEqual({ kind: 'valid', choice: [] });
    expect(judge([], { blank: false })).toEqual(invalid('blank-not-allowed'));
  });

  it('names neither too few nor too many entries', () => {
    expect(judge(['t-1'])).toEqual(invalid('too-few'));
    expect(judge(['t-1', 't-3', 't-5', 't-7'])).toEqual(invalid('too-many'));
  });

  it('names entries of as many groups as the rules ask for', () => {
    expect(judge(['t-1', 't-2'])).toEqual(invalid('too-few-groups'));
    expect(judge(['t-1', 't-2'], { spread: { by: 'region', min: 2 } })).toEqual(invalid('too-few-groups'));
    expect(judge(['t-1', 't-2', 't-3'])).toEqual({ kind: 'valid', choice: ['t-1', 't-2', 't-3'] });
  });

  it('names no entry twice and none that does not stand', () => {
    expect(judge(['t-1', 't-1', 't-3'])).toEqual(invalid('named-twice'));
    expect(judge(['t-1', 't-99'])).toEqual(invalid('unknown-entry'));
    expect(judge(['constructor', 't-1'])).toEqual(invalid('unknown-entry'));
  });

  it.each([
    [null],
    ['t-1,t-3'],
    [{ 0: 't-1', length: 1 }],
    [['__proto__', 't-1']],
    [['t-1', 3]],
    [['T-1', 't-3']],
    [['t-1\0', 't-3']],
    [['t-1,t-2', 't-3']],
    [['x'.repeat(10_000)]],
    [Array.from({ length: 5000 }, () => 't-1')],
  ])('is well formed, which %j is not', (given) => {
    expect(judge(given)).toEqual(invalid('malformed'));
  });
});
