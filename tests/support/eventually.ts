import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Asks again until the answer is the wanted one, which may be a matcher of parts; where it does not come within the given
 * seconds, the last answer is told beside it. For what follows from something else a moment later, however slow the machine.
 */
export const eventually = async (ask: () => unknown, wanted: unknown, seconds = 20): Promise<void> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    try {
      expect(answer).toEqual(wanted);
      return;
    } catch (difference) {
      if (Date.now() > end) throw difference;
      await pause(50);
    }
  }
};
