import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

describe('personal data', () => {
  let system: Harbour;
  let nora: Browser;
  let milo: Browser;
  let ines: Browser;
  let caseId: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, milo, ines] = (await Promise.all(['nora', 'milo', 'ines'].map((name) => system.as(name)))) as [
      Browser,
      Browser,
      Browser,
    ];
    caseId = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    await send(nora, caseId, berths(1));
  });

  afterAll(() => system.close());

  const reveal = (browser: Browser, reason: string) => browser.post(`/api/cases/${caseId}/reveal`, { reason });
  const revelations = () =>
    system.sql.query<{ person: string; detail: string }>(
      `SELECT person_id AS person, detail FROM audit WHERE type = 'personal-data.revealed' AND case_id = $1 ORDER BY seq`,
      [caseId],
    );

  it('is whole for those who fill it in as their own', async () => {
    expect(await view(nora, caseId)).toMatchObject({ masked: [], mayReveal: false, data: berths(1) });
  });

  it.each(['milo', 'ines', 'marta'])('is masked for %s, on the page, in versions and in differences', async (name) => {
    const somebody = await system.as(name);
    const page = await somebody.get(`/api/cases/${caseId}`);
    expect(page.body['masked']).toEqual(['/keeper', '/phone', '/boats/0/owner']);
    const version = await somebody.get(`/api/cases/${caseId}/submissions/1`);
    for (const { text } of [page, version]) expect(text).not.toMatch(/Nora Neves|912345678|Rui Rocha/);
  });

  it('is shown for a reason, to whoever reviews, and the record says so first', async () => {
    const answer = await reveal(ines, 'Called the keeper back');
    expect(answer).toMatchObject({ status: 200, body: { data: berths(1) } });
    expect(await revelations()).toEqual([{ person: system.persons['ines'], detail: 'Called the keeper back' }]);
  });

  it('is not shown without a reason, nor to whoever only reads', async () => {
    expect(await reveal(ines, ' ')).toMatchObject({ status: 422 });
    expect(await reveal(milo, 'I would like to know')).toMatchObject({ status: 403 });
    expect(await revelations()).toHaveLength(1);
  });

  it('is masked in what changed: that it changed can be seen, not how', async () => {
    await act(ines, caseId, { action: 'mend', lockVersion: 1, comment: 'New owner?', reasons: ['unclear'] });
    const [boat] = berths(1)['boats'] as Record<string, unknown>[];
    const other = { ...boat, owner: 'Telma Torres' };
    const added = { ...boat, _id: '00000000-0000-4000-8000-000000000077', owner: 'Xavier Xisto' };
    await send(nora, caseId, { ...berths(1), boats: [other, added] });
    const difference = (browser: Browser) => browser.get(`/api/cases/${caseId}/difference?from=1&to=2`);
    expect((await difference(nora)).text).toMatch(/Rui Rocha.*Telma Torres.*Xavier Xisto/);
    const masked = await difference(ines);
    expect(masked.body).toMatchObject([
      { address: { roster: 'boats', field: 'owner' }, kind: 'changed', before: 'R***', after: 'T***' },
      { kind: 'row-added', after: { name: 'Boat 1', owner: 'X***' } },
    ]);
    expect(masked.text).not.toMatch(/Rui Rocha|Telma|Xavier/);
  });

  it('is not overwritten by its mask when somebody who saw the mask saves', async () => {
    const south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    await (await system.as('sara')).ask('PUT', `/api/cases/${south}/draft`, { body: { rev: 0, data: berths(1) } });
    const seen = await view(ines, south);
    expect(seen).toMatchObject({ mayFillByProxy: true, write: 'all', data: { keeper: 'N***' } });
    const saved = await ines.ask('PUT', `/api/cases/${south}/draft`, {
      body: { rev: 1, data: { ...seen.data, remark: 'By telephone' } },
    });
    expect(saved.status).toBe(200);
    expect((await view(await system.as('sara'), south)).data).toEqual({ ...berths(1), remark: 'By telephone' });
  });

  it('stands nowhere in the log', () => {
    expect(system.log.join('\n')).not.toMatch(/Nora Neves|912345678|Rui Rocha/);
  });
});
