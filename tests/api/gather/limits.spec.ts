import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { act, view } from '../../support/harbour.ts';
import { doing, libraries, type Libraries, propose } from '../../support/school-libraries.ts';

const CONNECTIONS = 4;

/** One batch a ward, and only while the whole district stays within its number of batches. */
const LIMITED = `quotas:
  ya_wilaya: {count: true, by: [programme], max: 1, message: Wilaya imepokea kundi lake}
initial: kukusanya`;

describe('a batch that is received within a limit', () => {
  let system: Libraries;

  beforeAll(async () => {
    system = await libraries({ databasePool: CONNECTIONS }, (text) =>
      text.includes('key: kundi_la_kata') ? text.replace('initial: kukusanya', LIMITED) : text,
    );
  });
  afterAll(() => system.close());

  it('moves its members on the connection that holds the limit: a crowd beyond the pool does not stand still', async () => {
    const member = await propose(system, ['asha', 'mwembe']);
    const eliza = await system.as('eliza');
    const batch = await system.caseOf('kundi_la_kata', 'mashariki');
    const { lockVersion } = await view(eliza, batch);
    const answers = await Promise.all(
      Array.from({ length: CONNECTIONS * 4 }, () => act(eliza, batch, { action: 'peleka', lockVersion, data: {} })),
    );
    const statuses = answers.map(({ status }) => status);
    expect(statuses.filter((status) => status === 200).length).toBe(1);
    expect(statuses.filter((status) => status !== 200 && status !== 409)).toEqual([]);
    expect(await view(eliza, member)).toMatchObject({ state: 'wilayani' });
  });

  it('and is refused with its members where they were when the limit is reached', async () => {
    const member = await propose(system, ['daudi', 'mnazi']);
    const faraja = await system.as('faraja');
    const batch = await system.caseOf('kundi_la_kata', 'magharibi');
    const refused = await doing(faraja, batch, { action: 'peleka', data: {} });
    expect(refused.status).toBe(422);
    expect(refused.text).toContain('Wilaya imepokea kundi lake');
    expect(await view(faraja, member)).toMatchObject({ state: 'katani' });
  });
});
