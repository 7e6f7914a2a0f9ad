import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseSummary } from '../../../server/contract/wire/case.ts';
import type { Browser } from '../../support/app.ts';
import { act, berths, type Harbour, harbour, send, view } from '../../support/harbour.ts';

interface Page {
  rows: CaseSummary[];
  total: number;
}

describe('what somebody sees of the cases', () => {
  let system: Harbour;
  let nora: Browser;
  let milo: Browser;
  let sara: Browser;
  let ines: Browser;
  let north: string;
  let south: string;
  let shares: string;

  beforeAll(async () => {
    system = await harbour();
    [nora, milo, sara, ines] = (await Promise.all(['nora', 'milo', 'sara', 'ines'].map((name) => system.as(name)))) as [
      Browser,
      Browser,
      Browser,
      Browser,
    ];
    north = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    south = await system.caseOf({ workflow: 'berth_list', organisation: 'south' });
    shares = await system.caseOf({ workflow: 'share_out', organisation: null });
    await send(sara, south);
  });

  afterAll(() => system.close());

  const list = async (browser: Browser, query = ''): Promise<Page> =>
    (await browser.get<Page>(`/api/cases${query}`)).body;
  const ids = async (browser: Browser, query = ''): Promise<string[]> =>
    (await list(browser, query)).rows.map(({ id }) => id);

  it('is of one’s own organisation, for its clerks', async () => {
    const { rows, total } = await list(nora);
    expect(total).toBe(rows.length);
    expect(new Set(rows.map(({ organisation }) => organisation?.code ?? null))).toEqual(new Set(['north', null]));
    expect(await ids(nora)).not.toContain(south);
  });

  it('is of those workflows in which one has a part', async () => {
    expect(await ids(milo)).toEqual([north]);
  });

  it('is all of the programme, for its inspectors', async () => {
    const { rows } = await list(ines, '?size=200');
    expect(new Set(rows.map(({ organisation }) => organisation?.code ?? null))).toEqual(
      new Set(['north', 'south', null]),
    );
  });

  it('is in the list of what one owes only where one sends it', async () => {
    const mine = await list(nora, '?for=mine&size=200');
    expect(mine.rows.every(({ organisation }) => organisation?.code === 'north')).toBe(true);
    expect(mine.rows.find(({ id }) => id === north)?.next).toBe('fill');
    expect(mine.rows.filter(({ status }) => status === 'upcoming').every(({ next }) => next === 'later')).toBe(true);
    expect(await ids(ines, '?for=mine')).toEqual([shares]);
  });

  it('is in the list to review only where one decides now', async () => {
    expect(await ids(ines, '?for=review')).toEqual([south]);
    expect(await ids(nora, '?for=review')).toEqual([]);
    expect((await list(ines, '?for=review')).rows[0]).toMatchObject({ next: 'review', claimedBy: null });
  });

  it('can be narrowed, sorted and turned over by page', async () => {
    expect(await ids(ines, '?workflow=berth_list&sort=organisation')).toEqual([north, south]);
    expect(await ids(ines, '?workflow=berth_list&state=sent')).toEqual([south]);
    expect(await ids(ines, '?workflow=berth_list&q=outh')).toEqual([south]);
    expect(await ids(ines, '?workflow=berth_list&q=%25')).toEqual([]);
    expect(await ids(ines, `?organisation=${system.organisations['north']}&workflow=berth_list`)).toEqual([north]);
    expect(await ids(ines, '?workflow=nothing_known')).toEqual([]);
    expect((await list(ines, '?workflow=monthly_log&period=2025-02')).total).toBe(2);
    const [first, second] = [
      await ids(ines, '?sort=updated&size=1&page=1'),
      await ids(ines, '?sort=updated&size=1&page=2'),
    ];
    expect(first).toEqual([south]);
    expect(second).not.toEqual(first);
    expect(await ines.get('/api/cases?sort=due%3Bdrop')).toMatchObject({ status: 400 });
  });

  it.each([
    ['GET', ''],
    ['PUT', '/draft'],
    ['POST', '/actions'],
    ['POST', '/tasks/check/claim'],
    ['POST', '/extension'],
    ['POST', '/exemption'],
    ['POST', '/reveal'],
    ['POST', '/queries'],
    ['GET', '/events'],
    ['GET', '/submissions'],
    ['GET', '/submissions/1'],
    ['GET', '/difference?from=1&to=1'],
  ])('of another organisation is as if it did not exist: %s %s', async (method, path) => {
    const bodies: Record<string, unknown> = {
      '/draft': { rev: 0, data: {} },
      '/actions': { action: 'take_back', lockVersion: 1 },
      '/extension': { deadline: 'check', to: '2025-03-01', reason: 'x' },
      '/exemption': { reason: 'x' },
      '/reveal': { reason: 'curious' },
      '/queries': { address: { field: 'keeper' }, text: 'x' },
    };
    const ask = {
      headers: { 'idempotency-key': '7b0c8a52-2f60-4d1c-9a71-1f0d8a8b7c11' },
      ...(method === 'GET' ? {} : { body: bodies[path] ?? {} }),
    };
    const foreign = await nora.ask(method, `/api/cases/${south}${path}`, ask);
    const unknown = await nora.ask(method, `/api/cases/0190a5a6-0000-7000-8000-000000000000${path}`, ask);
    expect(foreign.status).toBe(404);
    expect({ ...foreign.body, instance: '' }).toEqual({ ...unknown.body, instance: '' });
  });

  it('of a case for the whole programme is one’s own rows, once they are granted', async () => {
    const rows = [
      { _id: '00000000-0000-4000-8000-000000000001', quay: 'north', amount: 40 },
      { _id: '00000000-0000-4000-8000-000000000002', quay: 'south', amount: 60 },
    ];
    await act(ines, shares, { action: 'propose', data: { shares: rows } });
    expect(await view(nora, shares)).toMatchObject({ read: 'none', data: {}, stateTitle: 'Proposed' });
    await act(await system.as('marta'), shares, { action: 'grant', lockVersion: 1 });
    expect((await view(nora, shares)).data).toEqual({ shares: [rows[0]] });
    expect((await view(sara, shares)).data).toEqual({ shares: [rows[1]] });
    expect((await nora.get(`/api/cases/${shares}/submissions/1`)).body['data']).toEqual({ shares: [rows[0]] });
  });

  it('does not depend on what stands in fields that one may not read', async () => {
    const before = await nora.get(`/api/cases/${shares}`);
    await act(await system.as('marta'), shares, { action: 'grant', lockVersion: 99 });
    const after = await nora.get(`/api/cases/${shares}`);
    expect(after.text).toBe(before.text);
    expect(before.text).not.toContain('"amount":60');
  });

  it('is told by the clock of the database', async () => {
    const log = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-01' });
    expect(await view(nora, log)).toMatchObject({ overdue: true, due: '2025-01-29T00:00:00.000Z' });
    expect(await act(nora, log, { action: 'send', data: { landings: 5 } })).toMatchObject({ body: { late: true } });
    expect(await act(nora, north, { action: 'send', data: berths() })).toMatchObject({
      body: { late: false, inGrace: false },
    });
  });
});
