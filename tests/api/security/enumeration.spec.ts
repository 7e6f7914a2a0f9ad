import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashPassword } from '../../../server/modules/sessions/password-hash.ts';
import { app, type TestApp } from '../../support/app.ts';
import { aPerson } from '../../support/people.ts';

const SAMPLES = 60;

const median = (values: number[]): number => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;

describe('who has an account', () => {
  let system: TestApp;

  beforeAll(async () => {
    system = await app({ trustProxy: 1 });
    for (let n = 0; n < SAMPLES / 4; n += 1) await aPerson(system.sql, `known${n}`);
  });

  afterAll(() => system.close());

  const time = async (account: string, n: number): Promise<number> => {
    const start = performance.now();
    const headers = { 'x-forwarded-for': `10.${n}.${account.length}.1` };
    const { status } = await system
      .browser()
      .post('/api/session', { account, password: 'Wrong-Guess-77' }, { headers });
    expect(status).toBe(401);
    return performance.now() - start;
  };

  const hashing = async (): Promise<number> => {
    const start = performance.now();
    await hashPassword('Wrong-Guess-77');
    return performance.now() - start;
  };

  it('cannot be told by the time that a refusal takes', async () => {
    const [known, unknown, hashes]: [number[], number[], number[]] = [[], [], []];
    await time('known0', 250);
    await time('warmup', 251);
    for (let n = 0; n < SAMPLES; n += 1) {
      known.push(await time(`known${n % (SAMPLES / 4)}`, n));
      unknown.push(await time(`other${n % (SAMPLES / 4)}`, n));
      hashes.push(await hashing());
    }
    // Leaving the hash out for strangers would show as its whole time; the machine's other work is the same for all.
    expect(Math.abs(median(known) - median(unknown))).toBeLessThan(median(hashes) / 2);
  });
});
