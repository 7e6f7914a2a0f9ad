import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

describe('a draft', () => {
  let system: Harbour;
  let nora: Browser;
  let noel: Browser;
  let ines: Browser;
  let marta: Browser;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, noel, ines, marta] = (await Promise.all(
      ['nora', 'noel', 'ines', 'marta'].map((name) => system.as(name)),
    )) as [Browser, Browser, Browser, Browser];
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
  });

  afterAll(() => system.close());

  const save = (browser: Browser, rev: number, data: unknown, id = caseId) =>
    browser.ask('PUT', `/api/cases/${id}/draft`, { body: { rev, data } });
  const rev = async (browser: Browser): Promise<number> => (await view(browser, caseId)).draft?.rev ?? 0;

  it('begins with what the form gives before anybody wrote', async () => {
    expect(await view(nora, caseId)).toMatchObject({
      dataFrom: 'defaults',
      data: { keeper: 'Person nora' },
      draft: null,
      write: 'all',
    });
  });

  it('is kept as it is typed, complete or not', async () => {
    expect(await save(nora, 0, { keeper: 'No' })).toMatchObject({ status: 200, body: { rev: 1 } });
    expect(await save(nora, 1, { keeper: 'Nora N', phone: 'not yet' })).toMatchObject({ body: { rev: 2 } });
    expect(await view(noel, caseId)).toMatchObject({
      dataFrom: 'draft',
      data: { keeper: 'Nora N', phone: 'not yet' },
      draft: { rev: 2, savedBy: 'Person nora' },
    });
  });

  it('of one tab does not overwrite that of another: the second hears which one is newest', async () => {
    const start = await rev(nora);
    expect(await save(noel, start, { keeper: 'Noel' })).toMatchObject({ status: 200 });
    const late = await save(nora, start, { keeper: 'Nora again' });
    expect(late).toMatchObject({ status: 409, body: { code: 'stale', rev: start + 1 } });
    expect((await view(nora, caseId)).data).toEqual({ keeper: 'Noel' });
    expect(await save(nora, start + 1, { keeper: 'Nora again' })).toMatchObject({ status: 200 });
  });

  it('saved by a hundred tabs at once is saved by one of them', async () => {
    const start = await rev(nora);
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => save(nora, start, { keeper: `Tab ${n}` })));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(answers.filter(({ status }) => status === 409)).toHaveLength(99);
    expect(await rev(nora)).toBe(start + 1);
  });

  it('gives rows that have none an identity of their own', async () => {
    await save(nora, await rev(nora), { boats: [{ name: 'Gull' }, { name: 'Tern' }] });
    const { data } = await view(nora, caseId);
    const ids = (data['boats'] as { _id: string }[]).map(({ _id }) => _id);
    expect(new Set(ids).size).toBe(2);
  });

  it('is not for whoever only reads, and not found by whoever does not reach the case', async () => {
    expect(await save(await system.as('milo'), 0, {})).toMatchObject({ status: 403, body: { code: 'not-allowed' } });
    expect(await save(await system.as('sara'), 0, {})).toMatchObject({ status: 404 });
  });

  it('is what is sent where nothing else is', async () => {
    await save(nora, await rev(nora), berths(3));
    const { lockVersion } = await view(nora, caseId);
    expect(await act(nora, caseId, { action: 'send', lockVersion })).toMatchObject({
      status: 200,
      body: { submission: 1 },
    });
    expect(await view(nora, caseId)).toMatchObject({ dataFrom: 'submission', draft: null });
  });

  it('cannot be saved any more once the list is sent, from whichever tab', async () => {
    expect(await save(noel, 0, berths())).toMatchObject({ status: 403 });
    expect(await save(noel, 7, berths())).toMatchObject({ status: 403 });
  });

  describe('after a return', () => {
    beforeEach(async () => {
      const { lockVersion, state } = await view(marta, caseId);
      if (state === 'sent')
        await act(marta, caseId, { action: 'mend', lockVersion, comment: 'Please look', reasons: ['unclear'] });
    });

    it('begins with the version that was sent; an old tab does not bring its own draft back', async () => {
      const seen = await view(nora, caseId);
      expect(seen).toMatchObject({ dataFrom: 'submission', write: 'all', next: 'mend' });
      expect(seen.data['boats']).toHaveLength(3);
      expect(await save(noel, 7, { keeper: 'Old tab' })).toMatchObject({ status: 409, body: { rev: 0 } });
      expect(await save(nora, 0, berths(2))).toMatchObject({ status: 200, body: { rev: 1 } });
    });

    it('does not hide a zero report, and is there again when that is taken back', async () => {
      const log = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-02' });
      await save(nora, 0, { landings: 9 }, log);
      await act(nora, log, { action: 'none', comment: 'Storm all month' });
      expect(await view(ines, log)).toMatchObject({ zero: true, dataFrom: 'submission', data: {} });
      await act(ines, log, { action: 'reopen', lockVersion: 1, comment: 'There were some' });
      expect(await view(nora, log)).toMatchObject({ dataFrom: 'draft', data: { landings: 9 } });
    });
  });

  it('reaches as far as its writer may write, and refuses the rest by name', async () => {
    const shares = await system.caseOf({ workflow: 'share_out', organisation: null });
    const rows = [{ _id: '00000000-0000-4000-8000-000000000001', quay: 'north', amount: 40 }];
    await act(ines, shares, { action: 'propose', data: { shares: rows } });
    expect(await save(marta, 0, { shares: [{ ...rows[0], amount: 41 }], decision: 'yes' }, shares)).toMatchObject({
      status: 422,
      body: { code: 'invalid', errors: [{ pointer: '/shares' }] },
    });
    expect(await save(marta, 0, { shares: rows, decision: 'yes' }, shares)).toMatchObject({ status: 200 });
    expect(await act(marta, shares, { action: 'grant', lockVersion: 1 })).toMatchObject({
      status: 200,
      body: { state: 'granted', submission: 2 },
    });
    expect(await view(ines, shares)).toMatchObject({ data: { decision: 'yes' }, dataFrom: 'submission' });
  });

  it('of 200 boats is kept whole', async () => {
    const south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const sara = await system.as('sara');
    await save(sara, 0, berths(200), south);
    expect((await view(sara, south)).data['boats']).toHaveLength(200);
    expect(await send(sara, south, berths(200))).toMatchObject({ state: 'sent' });
  });
});
