import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DeadlinesView } from '../../../server/contract/wire/deadline.ts';
import { type Harbour, harbour, send } from '../../support/harbour.ts';

describe('the deadlines of a programme', () => {
  let system: Harbour;
  let view: DeadlinesView;

  beforeAll(async () => {
    system = await harbour();
    const clerk = await system.as('nora');
    await send(clerk, await system.caseOf({ workflow: 'berth_list', organisation: 'north' }));
    const master = await system.as('marta');
    ({ body: view } = await master.get<DeadlinesView>('/api/programmes/harbour_log/deadlines'));
  });
  afterAll(() => system.close());

  it('are told over all its workflows in their order, each with its rule', () => {
    expect(view.deadlines.map(({ workflow, key, rules }) => [workflow, key, rules.map(({ way }) => way)])).toEqual([
      ['berth_list', 'list', ['day']],
      ['berth_list', 'check', ['length']],
      ['monthly_log', 'log', ['period']],
      ['share_out', 'shares', ['day']],
    ]);
    expect(view.deadlines[0]).toMatchObject({
      rules: [{ kind: null, on: '2025-02-28' }],
      remind: ['P7D'],
      grace: 'P3D',
      extension: { max: 'P20D', reason: 'required' },
      kinds: [{ key: 'quay', title: 'Quay' }],
    });
  });

  it('come with the periods in which they recur', () => {
    const log = view.deadlines.find(({ key }) => key === 'log');
    expect(log?.periods.map(({ key, due }) => [key, due])).toEqual([
      ['2025-01', '2025-01-28'],
      ['2025-02', '2025-02-28'],
      ['2025-03', '2025-03-28'],
      ['2025-04', '2025-04-28'],
    ]);
  });

  it('are counted as cases are really due: one who has reported is not awaited any more', () => {
    const list = view.dates.find(({ deadline }) => deadline === 'list');
    expect(list).toMatchObject({ due: '2025-03-01T00:00:00.000Z', counts: { waiting: 1, reported: 1, overdue: 0 } });
    expect(list?.cases.map(({ title, standing }) => [title, standing])).toEqual([
      ['The north', 'reported'],
      ['The south', 'waiting'],
    ]);
  });

  it('show a date that is past without a report as overdue, and one whose window has not opened as to come', () => {
    const standing = (period: string): unknown => view.dates.find((date) => date.period === period)?.counts;
    expect(standing('2025-01')).toMatchObject({ overdue: 2, waiting: 0 });
    expect(standing('2025-03')).toMatchObject({ upcoming: 2 });
  });

  it('are for those who manage them alone', async () => {
    for (const account of ['nora', 'ines']) {
      const browser = await system.as(account);
      expect((await browser.get('/api/programmes/harbour_log/deadlines')).status).toBe(403);
    }
  });
});
