import { describe, expect, it } from '@jest/globals';
import { turnoutByBatch } from '../../../server/engine/ballot/turnout.ts';

const batch = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, n) => `${name}${String(n)} ${name}`);

describe('the turnout of batches', () => {
  it('counts a code that took the place of another in the batch of the other', () => {
    const given = {
      credentials: batch('pier', 12),
      used: ['pier0', 'new2'],
      revoked: ['pier1 new1', 'new1 new2', 'pier3'],
    };
    expect(turnoutByBatch(given)).toEqual([{ batch: 'pier', issued: 12, used: 2 }]);
  });

  it('tells batches of fewer than ten together', () => {
    const credentials = [...batch('pier', 12), ...batch('hill', 4), ...batch('dune', 7)];
    expect(turnoutByBatch({ credentials, used: ['hill0', 'dune0'], revoked: [] })).toEqual([
      { batch: 'pier', issued: 12, used: 0 },
      { batch: '', issued: 11, used: 2 },
    ]);
  });

  it('puts a few people with the smallest of the large batches, so that they are not told apart', () => {
    const credentials = [...batch('pier', 20), ...batch('dune', 12), ...batch('hill', 4)];
    expect(turnoutByBatch({ credentials, used: ['hill0'], revoked: [] })).toEqual([
      { batch: 'pier', issued: 20, used: 0 },
      { batch: '', issued: 16, used: 1 },
    ]);
  });
});
