import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { MoveDeadline } from '../../../server/contract/wire/deadline.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, harbour, view } from '../../support/harbour.ts';
import { change, deadlines, preview } from './moving-deadlines.ts';

describe('more time for one organisation', () => {
  let system: Harbour;
  let master: Browser;

  const wanted = (code: string, due: string): MoveDeadline => ({
    workflow: 'berth_list',
    deadline: 'list',
    scope: { organisation: system.organisations[code] ?? '' },
    to: { due },
  });

  beforeAll(async () => {
    system = await harbour({}, '2025-03-03T09:00:00Z');
    master = await system.as('marta');
  });
  afterAll(() => system.close());

  it('is told before it is granted: from which day to which, and that the organisation is no more overdue', async () => {
    const told = await preview(master, wanted('north', '2025-03-05'));
    expect(told.rows).toMatchObject([
      { title: 'The north', before: '2025-03-01T00:00:00.000Z', after: '2025-03-06T00:00:00.000Z', turns: 'on-time' },
    ]);
    expect(told.counts).toMatchObject({ moved: 1, onTime: 1, overdue: 0 });
  });

  it('moves its date and its timers and leaves those of the others where they were', async () => {
    const { token } = await preview(master, wanted('north', '2025-03-05'));
    const { status, body } = await change(master, wanted('north', '2025-03-05'), { token });
    expect([status, body]).toEqual([200, { version: null, moved: 1 }]);
    const due = async (code: string): Promise<string | undefined> =>
      (await view(master, await system.caseOf({ workflow: 'berth_list', organisation: code }))).deadlines[0]?.due;
    expect(await due('north')).toBe('2025-03-06T00:00:00.000Z');
    expect(await due('south')).toBe('2025-03-01T00:00:00.000Z');
    const timers = await system.rows<{ fireAt: Date }>(
      `SELECT t.fire_at AS "fireAt" FROM timer t WHERE ENTERED AND t.case_id = $7 AND t.kind = 'due' AND t.status = 'pending'`,
      [await system.caseOf({ workflow: 'berth_list', organisation: 'north' })],
    );
    expect(timers.map(({ fireAt }) => fireAt.toISOString())).toEqual(['2025-03-06T00:00:00.000Z']);
  });

  it('stands among the extensions with its reason and whoever granted it', async () => {
    const { extensions, dates } = await deadlines(master);
    expect(extensions).toMatchObject([
      { title: 'The north', deadline: 'list', reason: 'The storm closed the quays', by: 'Person marta' },
    ]);
    const extended = dates.find(({ due }) => due === '2025-03-06T00:00:00.000Z');
    expect(extended?.cases).toMatchObject([{ title: 'The north', isExtended: true }]);
  });

  it('ends where the definition says, and that is told in the preview and refused when done', async () => {
    const late = wanted('south', '2025-03-21');
    const { refusals, rows, token } = await preview(master, late);
    expect(refusals).toEqual([{ title: 'The south', message: 'The extension is longer than allowed' }]);
    expect(rows).toEqual([]);
    expect((await change<{ code: string }>(master, late, { token })).body.code).toBe('refused');
  });

  it('is not granted on what has changed since it was looked at', async () => {
    const { token } = await preview(master, wanted('south', '2025-03-05'));
    const other = await preview(master, wanted('south', '2025-03-04'));
    await change(master, wanted('south', '2025-03-04'), { token: other.token });
    const { status, body } = await change<{ code: string }>(master, wanted('south', '2025-03-05'), { token });
    expect([status, body.code]).toEqual([409, 'stale']);
  });

  it('needs a reason', async () => {
    const { token } = await preview(master, wanted('south', '2025-03-10'));
    expect((await change(master, wanted('south', '2025-03-10'), { token, reason: ' ' })).status).toBe(422);
  });

  it('is taken back with a reason: the rule counts again, timers with it, and the case tells of it', async () => {
    const [extension] = (await deadlines(master)).extensions.filter(({ title }) => title === 'The north');
    const path = `/api/programmes/harbour_log/deadlines/extensions/${extension?.id ?? ''}/revoke`;
    expect((await master.post(path, { reason: ' ' })).status).toBe(422);
    expect((await (await system.as('nora')).post(path, { reason: 'The quays are open again' })).status).toBe(403);
    expect((await master.post(path, { reason: 'The quays are open again' })).body).toEqual({ version: null, moved: 1 });
    const north = await system.caseOf({ workflow: 'berth_list', organisation: 'north' });
    expect((await view(master, north)).deadlines[0]?.due).toBe('2025-03-01T00:00:00.000Z');
    expect((await deadlines(master)).extensions.map(({ title }) => title)).toEqual(['The south']);
    const { body } = await (
      await system.as('ines')
    ).get<{ type: string; comment: string | null }[]>(`/api/cases/${north}/events`);
    expect(body).toContainEqual(
      expect.objectContaining({ type: 'extension-revoked', comment: 'The quays are open again' }),
    );
    const timers = await system.rows<{ fireAt: Date }>(
      `SELECT t.fire_at AS "fireAt" FROM timer t WHERE ENTERED AND t.case_id = $7 AND t.kind = 'due' AND t.status = 'pending'`,
      [north],
    );
    expect(timers.map(({ fireAt }) => fireAt.toISOString())).toEqual(['2025-03-01T00:00:00.000Z']);
    expect((await master.post(path, { reason: 'Once more' })).status).toBe(404);
  });
});
