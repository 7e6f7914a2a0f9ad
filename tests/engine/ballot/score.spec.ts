import { describe, expect, it } from '@jest/globals';
import { amount, ratioText } from '../../../server/engine/ballot/ratio.ts';
import type { ScoreRule } from '../../../server/engine/ballot/rules.ts';
import { scores } from '../../../server/engine/ballot/score.ts';
import { tree } from './orchard.ts';

const FOUR = [tree('t-1', 'north'), tree('t-2', 'north'), tree('t-3', 'south'), tree('t-4', 'south')];
const given = (values: Record<string, string>) =>
  new Map(Object.entries(values).map(([id, text]) => [id, amount(text)]));
const SOURCES = new Map([
  ['ballots.neighbours', given({ 't-1': '30', 't-2': '10', 't-3': '10', 't-4': '0' })],
  ['marks.jury', given({ 't-1': '80', 't-2': '95', 't-3': '62.5' })],
]);

const scored = (...rules: ScoreRule[]): Record<string, string> =>
  Object.fromEntries([...scores(FOUR, rules, SOURCES)].map(([id, score]) => [id, ratioText(score)]));
const votes = { source: 'ballots.neighbours', weight: '1' } as const;

describe('a score', () => {
  it('is the number of votes', () => {
    expect(scored({ ...votes, scale: 'votes' })).toEqual({ 't-1': '30', 't-2': '10', 't-3': '10', 't-4': '0' });
  });

  it('is the share of the best, or of all', () => {
    expect(scored({ ...votes, scale: 'share_of_max' })).toEqual({ 't-1': '1', 't-2': '1/3', 't-3': '1/3', 't-4': '0' });
    expect(scored({ ...votes, scale: 'share_of_total' })['t-1']).toBe('3/5');
  });

  it('is counted within a group, each by itself', () => {
    expect(scored({ ...votes, scale: 'share_of_max', within: 'village' })).toEqual({
      't-1': '1',
      't-2': '1/3',
      't-3': '1',
      't-4': '0',
    });
  });

  it('gives points by rank, equal values sharing the better rank and nothing earning nothing', () => {
    const bands = [
      { to: 1, points: '10' },
      { to: 2, points: '6' },
      { to: 9, points: '1' },
    ];
    expect(scored({ ...votes, scale: 'rank_bands', bands })).toEqual({
      't-1': '10',
      't-2': '6',
      't-3': '6',
      't-4': '0',
    });
  });

  it('weighs sources together exactly, rounding only where the rules say so', () => {
    const both: ScoreRule[] = [
      { ...votes, scale: 'share_of_max', weight: '0.4' },
      { source: 'marks.jury', scale: 'share_of_max', weight: '0.6' },
    ];
    expect(scored(...both)['t-2']).toBe('11/15');
    expect(scored(...both.map((rule) => ({ ...rule, round: 2 })))['t-2']).toBe('183/250');
    expect(scored(...both)['t-4']).toBe('0');
  });

  it('is nothing, not an error, where nobody voted', () => {
    const empty = new Map([['ballots.neighbours', given({})]]);
    for (const scale of ['votes', 'share_of_max', 'share_of_total', 'rank_bands'] as const)
      expect([...scores(FOUR, [{ ...votes, scale }], empty).values()].map(ratioText)).toEqual(['0', '0', '0', '0']);
  });
});
