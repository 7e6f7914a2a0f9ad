import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MattersView } from '../../../server/contract/wire/matter.ts';
import { STRANGERS } from '../../../server/modules/judging/stranger-throttle.ts';
import { countAll, deed, mark, type SeedBank, seedBank, seedIds, send } from './seed-bank.ts';

const OBJECTION = { name: 'Maddi Etxeberria', contact: '600112233', text: 'Piperra ez zen bertakoa.' };

describe('side records of a case', () => {
  let bank: SeedBank;
  let receipt = '';
  const path = (rest: string): string => `/api/cases/${bank.caseId}/${rest}`;
  const publicPath = (): string => `/api/public/matters/${bank.caseId}/kexa`;
  const view = async (browser = bank.isa): Promise<MattersView> =>
    (await browser.get<MattersView>(path('matters'))).body;

  beforeAll(async () => {
    bank = await seedBank();
    await send(bank);
  });
  afterAll(() => bank.close());

  it('are opened by those whom the workflow names, and answered by others', async () => {
    const asked = await bank.ane.post<{ id: string }>(path('matters'), { kind: 'galdera', text: 'Noiz arte?' });
    expect(asked.status).toBe(201);
    const refused = await bank.isa.post<{ reason: string }>(path('matters'), { kind: 'galdera', text: 'Ni?' });
    expect([refused.status, refused.body.reason]).toEqual([422, 'not-your-role']);
    const own = await bank.ane.post(path(`matters/${asked.body.id}/close`), { answer: 'Bihar' });
    expect(own.status).toBe(422);
    expect((await bank.isa.post(path(`matters/${asked.body.id}/close`), { answer: 'Bihar arte' })).status).toBe(200);
    expect((await bank.isa.post(path(`matters/${asked.body.id}/close`), { answer: 'Edo ez' })).status).toBe(409);
    expect((await view(bank.ane)).matters).toMatchObject([
      { status: 'closed', answer: 'Bihar arte', by: 'Person ane' },
    ]);
    const { rows } = await bank.owner.query(`SELECT type FROM event WHERE type LIKE 'matter%' ORDER BY seq`);
    expect(rows).toEqual([{ type: 'matter-opened' }, { type: 'matter-closed' }]);
  });

  it('are closed to the public until the state that opens them', async () => {
    const stranger = bank.system.browser();
    expect((await stranger.get(publicPath())).status).toBe(404);
    expect((await stranger.post(publicPath(), OBJECTION)).status).toBe(404);
    expect((await stranger.post(`/api/public/matters/${bank.caseId}/galdera`, OBJECTION)).status).toBe(404);
  });

  it('of a stranger give a receipt, hide who it was, and hold the publicity period open until they are answered', async () => {
    const seeds = await seedIds(bank);
    for (const seed of seeds)
      for (const judge of [bank.ane, bank.benat, bank.kattalin]) await mark(judge, bank, seed, [5, 5]);
    await countAll(bank);
    for (const judge of [bank.ane, bank.benat]) await deed(judge, path('tasks/onartu/finish'), { outcome: 'bai' });
    const stranger = bank.system.browser();
    expect((await stranger.get(publicPath())).body).toMatchObject({ title: 'Kexa', about: 'Urteko hazirik ederrena' });
    const opened = await stranger.post<{ receipt: string }>(publicPath(), OBJECTION);
    ({ receipt } = opened.body);
    expect([opened.status, /^([0-9A-F]{4}-){4}[0-9A-F]{4}$/.test(receipt)]).toEqual([201, true]);
    const { matters, links } = await view();
    const objection = matters.find(({ kind }) => kind === 'kexa');
    expect(objection).toMatchObject({ isPublic: true, by: 'M***', text: OBJECTION.text, mayClose: true });
    expect(JSON.stringify(matters)).not.toMatch(/Etxeberria|600112233/);
    expect(links).toEqual([{ kind: 'kexa', title: 'Kexa', path: `/objections/${bank.caseId}/kexa` }]);
    const { body } = await bank.isa.get<{ lockVersion: number }>(`/api/cases/${bank.caseId}`);
    const end = { action: 'itxi', lockVersion: body.lockVersion };
    const held = await deed(bank.isa, path('actions'), end);
    expect([held.status, held.body.reason]).toEqual([422, 'guard-failed']);
    const before = await stranger.get(`/api/public/matters/receipts/${receipt}`);
    expect(before.body).toMatchObject({ status: 'open', answer: null });
    await bank.isa.post(path(`matters/${objection?.id ?? ''}/close`), { answer: 'Bertakoa da, egiaztatu dugu.' });
    expect((await deed(bank.isa, path('actions'), end)).body.state).toBe('amaitua');
    const after = await stranger.get(`/api/public/matters/receipts/${receipt.toLowerCase().replaceAll('-', ' ')}`);
    expect(after.body).toMatchObject({ status: 'closed', answer: 'Bertakoa da, egiaztatu dugu.' });
  });

  it('keep the receipt nowhere, and tell the secretary', async () => {
    const { rows } = await bank.owner.query<{ kept: string }>(
      `SELECT concat_ws(' ', m.receipt, o.payload::text) AS kept FROM matter m, outbox o WHERE m.receipt IS NOT NULL`,
    );
    expect(rows.length).toBeGreaterThan(0);
    for (const { kept } of rows) expect(kept).not.toContain(receipt);
    const told = await bank.owner.query(`SELECT 1 FROM outbox WHERE payload ->> 'about' = 'matter-opened'`);
    expect(told.rows).toHaveLength(2);
  });

  it('of strangers are slowed down', async () => {
    const stranger = bank.system.browser();
    const tries = Array.from({ length: STRANGERS.network + 1 }, () =>
      stranger.get('/api/public/matters/receipts/0000-0000-0000-0000-0000'),
    );
    const statuses = (await Promise.all(tries)).map(({ status }) => status);
    expect(statuses).toContain(429);
  });
});
