import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { view } from '../../support/harbour.ts';
import { doing, libraries, type Libraries, propose } from '../../support/school-libraries.ts';

const stateOf = async (system: Libraries, caseId: string): Promise<string | undefined> =>
  (await system.rows<{ state: string }>('SELECT state FROM case_ WHERE ENTERED AND id = $7', [caseId]))[0]?.state;

describe('a chain of levels that gathers and forwards batches', () => {
  let system: Libraries;
  let eliza: Browser;
  let gaspar: Browser;
  const proposals: string[] = [];
  let batch = '';

  beforeAll(async () => {
    system = await libraries();
    eliza = await system.as('eliza');
    gaspar = await system.as('gaspar');
    batch = await system.caseOf('kundi_la_kata', 'mashariki');
  });
  afterAll(() => system.close());

  it('refuses a batch of nothing', async () => {
    const refused = await doing(eliza, batch, { action: 'peleka', data: {} });
    expect([refused.status, refused.text]).toEqual([422, expect.stringContaining('Hakuna pendekezo')]);
  });

  it('gathers what lies below the ward, and forwards all of it at once', async () => {
    proposals.push(
      await propose(system, ['asha', 'mwembe']),
      await propose(system, ['baraka', 'mkuyu'], { nakala: 3 }),
    );
    const beside = await propose(system, ['daudi', 'mnazi']);
    const sent = await doing(eliza, batch, { action: 'peleka', data: {} });
    expect([sent.status, sent.body.state]).toEqual([200, 'wilayani']);
    expect(await Promise.all(proposals.map((id) => stateOf(system, id)))).toEqual(['wilayani', 'wilayani']);
    expect(await stateOf(system, beside)).toBe('katani');
  });

  it('freezes what was gathered with the version that was submitted', async () => {
    const [row] = await system.rows<{ gathered: { id: string; state: string; org: { code: string } }[] }>(
      'SELECT gathered FROM submission WHERE ENTERED AND case_id = $7',
      [batch],
    );
    expect(row?.gathered.map(({ id, state, org }) => [id, state, org.code]).sort()).toEqual(
      [
        [proposals[0], 'katani', 'mwembe'],
        [proposals[1], 'katani', 'mkuyu'],
      ].sort(),
    );
    const { metrics } =
      (await system.rows<{ metrics: object }>('SELECT metrics FROM case_ WHERE ENTERED AND id = $7', [batch]))[0] ?? {};
    expect(metrics).toEqual({ idadi: 2, gharama: 65_000 });
  });

  it('keeps a batch within what the ward may forward', async () => {
    const chiku = await system.as('chiku');
    await propose(system, ['chiku', 'mbuyu']);
    expect((await view(chiku, await system.caseOf('pendekezo', 'mbuyu'))).state).toBe('katani');
  });

  it('shows whoever reads the batch what it holds, with a way in for whoever may see the case itself', async () => {
    const { gathered } = await view(eliza, batch);
    expect(gathered).toMatchObject({ title: 'Pendekezo la kitabu', frozen: true, total: 2 });
    const told = gathered?.cases.map(({ organisation, stateTitle, mayOpen }) => [organisation, stateTitle, mayOpen]);
    expect(told?.sort()).toEqual([
      ['The mkuyu', 'Iko wilayani', true],
      ['The mwembe', 'Iko wilayani', true],
    ]);
    const list = await view(gaspar, await system.caseOf('orodha_ya_wilaya'));
    expect(list.gathered).toMatchObject({ frozen: false, total: 1 });
    expect((await view(await system.as('asha'), proposals[0] ?? '')).gathered).toBeUndefined();
  });

  it('decides over batches of batches, all levels or none', async () => {
    const faraja = await system.as('faraja');
    const second = await system.caseOf('kundi_la_kata', 'magharibi');
    expect((await doing(faraja, second, { action: 'peleka', data: {} })).status).toBe(200);
    const list = await system.caseOf('orodha_ya_wilaya');
    expect((await doing(gaspar, list, { action: 'funga', data: { bajeti: 100_000 } })).text).toContain(
      'Gharama zimezidi bajeti',
    );
    expect((await doing(gaspar, list, { action: 'funga', data: { bajeti: 120_000 } })).status).toBe(200);
    const [first = ''] = proposals;
    expect((await doing(gaspar, first, { action: 'kataa', comment: 'Kitabu kipo' })).status).toBe(200);
    const refused = await doing(gaspar, list, { action: 'kubali' });
    expect([refused.status, refused.body]).toMatchObject([422, { reason: 'member-refused' }]);
    expect(refused.text).toContain('The mwembe');
    expect(await stateOf(system, batch)).toBe('wilayani');
    expect(await stateOf(system, proposals[1] ?? '')).toBe('wilayani');
    await system.rows(
      `UPDATE case_ SET state = 'wilayani', status = 'open', lock_version = lock_version + 1 WHERE ENTERED AND id = $7`,
      [first],
    );
    expect((await doing(gaspar, list, { action: 'kubali' })).status).toBe(200);
    const states = await Promise.all([list, batch, second, ...proposals].map((id) => stateOf(system, id)));
    expect(states).toEqual(['imekubaliwa', 'yamekubaliwa', 'yamekubaliwa', 'limekubaliwa', 'limekubaliwa']);
  });
});
