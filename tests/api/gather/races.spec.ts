import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, view } from '../../support/harbour.ts';
import { libraries, type Libraries, propose } from '../../support/school-libraries.ts';

const ROUNDS = 25;

describe('a member that moves while the case that gathers it is submitted', () => {
  let system: Libraries;
  let eliza: Browser;
  let asha: Browser;
  let batch = '';
  let members: string[] = [];

  beforeAll(async () => {
    system = await libraries({ databasePool: 4 });
    [eliza, asha] = [await system.as('eliza'), await system.as('asha')];
    batch = await system.caseOf('kundi_la_kata', 'mashariki');
    members = [await propose(system, ['asha', 'mwembe']), await propose(system, ['baraka', 'mkuyu'])];
  });
  afterAll(() => system.close());

  /** All of it as it was before anybody acted. */
  const begin = async (): Promise<void> => {
    await system.rows(
      `UPDATE case_ SET state = 'katani', status = 'open', receipt = submission, lock_version = lock_version + 1
        WHERE ENTERED AND id = ANY ($7::uuid[])`,
      [members],
    );
    await system.rows(
      `UPDATE case_ SET state = 'kukusanya', status = 'open', lock_version = lock_version + 1 WHERE ENTERED AND id = $7`,
      [batch],
    );
  };

  const forwarded = (): Promise<{ id: string }[]> =>
    system.rows(`SELECT id FROM case_ WHERE ENTERED AND id = ANY ($7::uuid[]) AND state = 'wilayani'`, [members]);

  it('is in the batch and moved with it, or neither, in every round', async () => {
    const seen = new Set<number>();
    for (let round = 0; round < ROUNDS; round += 1) {
      await begin();
      const [{ lockVersion }, mine] = [await view(eliza, batch), await view(asha, members[0] ?? '')];
      const [sent, ...taken] = await Promise.all([
        act(eliza, batch, { action: 'peleka', lockVersion, data: {} }),
        ...[1, 2, 3].map(() => act(asha, members[0] ?? '', { action: 'ondoa', lockVersion: mine.lockVersion })),
      ]);
      const tookBack = taken.filter(({ status }) => status === 200).length;
      expect([sent.status, ...taken.map(({ status }) => status)].filter((status) => status >= 500)).toEqual([]);
      expect(sent.status).toBe(200);
      const [version] = await system.rows<{ gathered: { id: string }[] }>(
        'SELECT gathered FROM submission WHERE ENTERED AND case_id = $7 ORDER BY n DESC LIMIT 1',
        [batch],
      );
      const moved = (await forwarded()).map(({ id }) => id).sort();
      expect(version?.gathered.map(({ id }) => id).sort()).toEqual(moved);
      expect(moved.length).toBe(2 - tookBack);
      seen.add(tookBack);
    }
    expect([...seen].every((taken) => taken <= 1)).toBe(true);
  });

  it('leaves nothing behind of a batch that two people forward at once: it is done once', async () => {
    await begin();
    const { lockVersion } = await view(eliza, batch);
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => act(eliza, batch, { action: 'peleka', lockVersion, data: {} })),
    );
    expect(answers.filter(({ status }) => status === 200).length).toBe(1);
    expect(answers.filter(({ status }) => status >= 500)).toEqual([]);
    expect((await forwarded()).length).toBe(2);
  });
});
