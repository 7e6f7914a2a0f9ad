import { describe, expect, it } from '@jest/globals';
import { nextCheckpoint } from '../../../server/engine/ballot/checkpoint.ts';
import { checkpointHead } from '../../../server/engine/ballot/commitment.ts';
import { DIGESTS } from '../../../server/modules/ballots/digests.ts';

const trackers = (count: number): string[] => Array.from({ length: count }, (_, n) => DIGESTS.sha256(`ballot ${n}`));
const wish = {
  election: 'orchard',
  last: { i: 4, head: 'ab'.repeat(32) },
  published: new Set<string>(),
  isLast: false,
};

describe('a checkpoint', () => {
  it('waits for ten new ballots while voting is open', () => {
    expect(nextCheckpoint(DIGESTS, { ...wish, intake: trackers(9) })).toBeNull();
    expect(nextCheckpoint(DIGESTS, { ...wish, intake: trackers(10) })?.trackers).toHaveLength(10);
  });

  it('takes whatever is left when it is the last, and is not made for nothing', () => {
    expect(nextCheckpoint(DIGESTS, { ...wish, intake: trackers(1), isLast: true })?.trackers).toHaveLength(1);
    expect(nextCheckpoint(DIGESTS, { ...wish, intake: [], isLast: true })).toBeNull();
  });

  it('publishes what was not published, in an order that says nothing of arrival', () => {
    const box = trackers(30);
    const link = nextCheckpoint(DIGESTS, { ...wish, intake: [...box].reverse(), published: new Set(box.slice(0, 12)) });
    expect(link?.trackers).toEqual(box.slice(12).sort());
    expect(link).toMatchObject({ i: 5, prev: wish.last.head });
    expect(link?.head).toBe(
      checkpointHead(DIGESTS, { election: 'orchard', i: 5, prev: wish.last.head, trackers: box.slice(12) }),
    );
  });
});
