import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Clock } from '../../../server/modules/clock.ts';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { Obligations } from '../../../server/modules/obligations.ts';
import { act, type Harbour, harbour, send, view } from '../../support/harbour.ts';
import { anOrganisation } from '../../support/people.ts';

describe('what organisations owe', () => {
  let system: Harbour;

  beforeAll(async () => {
    system = await harbour();
  });

  afterAll(() => system.close());

  const ensure = () => system.server.get(Obligations, { strict: false }).ensure();
  const fire = async (at: string): Promise<number> => {
    await system.server.get(Clock, { strict: false }).forward(new Date(at));
    return system.server.get(DueTimers, { strict: false }).fire();
  };
  const owed = (organisation: string) =>
    system.rows<{ workflow: string; period: string | null; status: string }>(
      `SELECT d.key AS workflow, c.period_key AS period, c.status FROM case_ c JOIN definition d ON d.id = c.workflow_id
        WHERE ENTERED AND c.organisation_id = $7 ORDER BY d.key, c.period_key`,
      [organisation],
    );

  it('is a row for each report and period of its audience, those to come waiting', async () => {
    expect(await owed(system.organisations['north'] ?? '')).toEqual([
      { workflow: 'berth_list', period: null, status: 'open' },
      { workflow: 'monthly_log', period: '2025-01', status: 'open' },
      { workflow: 'monthly_log', period: '2025-02', status: 'open' },
      { workflow: 'monthly_log', period: '2025-03', status: 'upcoming' },
      { workflow: 'monthly_log', period: '2025-04', status: 'upcoming' },
    ]);
    expect(await owed(system.organisations['commission'] ?? '')).toEqual([]);
  });

  it('is made once, however often and by how many at once it is asked for', async () => {
    const reports = await Promise.all([ensure(), ensure(), ensure()]);
    expect(reports).toEqual(reports.map(() => ({ created: 0, cancelled: 0 })));
  });

  it('of a quay that joins later does not reach back', async () => {
    const east = await anOrganisation(system.sql, 'east', { kinds: ['quay'] });
    const reports = await Promise.all([ensure(), ensure()]);
    expect(reports.reduce((sum, { created }) => sum + created, 0)).toBe(4);
    expect((await owed(east)).map(({ period }) => period)).toEqual([null, '2025-02', '2025-03', '2025-04']);
  });

  it('of a quay that leaves is cancelled, except for what was handed in', async () => {
    const sara = await system.as('sara');
    await send(sara, await system.caseOf({ workflow: 'berth_list', organisation: 'south' }));
    await system.sql.query(`UPDATE organisation_kind SET valid_to = '2025-01-01' WHERE organisation_id = $1`, [
      system.organisations['south'],
    ]);
    expect(await ensure()).toEqual({ created: 0, cancelled: 4 });
    expect((await owed(system.organisations['south'] ?? '')).map(({ status }) => status)).toEqual([
      'open',
      'cancelled',
      'cancelled',
      'cancelled',
      'cancelled',
    ]);
    expect(await ensure()).toEqual({ created: 0, cancelled: 0 });
  });

  it('opens when its window does', async () => {
    const nora = await system.as('nora');
    const march = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-03' });
    const early = await act(nora, march, { action: 'send', data: { landings: 2 } });
    expect(early).toMatchObject({ status: 422, body: { reason: 'window-not-open' } });
    expect(await fire('2025-03-01T08:00:00Z')).toBe(0);
    expect(await view(nora, march)).toMatchObject({ status: 'open', next: 'fill', write: 'all' });
  });

  it('is judged over the whole series once the last of it was due, and again when the series changes', async () => {
    const nora = await system.as('nora');
    const last = await system.caseOf({ workflow: 'monthly_log', organisation: 'north', period: '2025-04' });
    expect(await fire('2025-05-10T08:00:00Z')).toBe(0);
    expect(await view(nora, last)).toMatchObject({ marks: ['idle_quay'] });
    const april = await view(nora, last);
    expect(
      await act(nora, last, { action: 'send', lockVersion: april.lockVersion, data: { landings: 12 } }),
    ).toMatchObject({
      status: 200,
      body: { late: true },
    });
    expect(await fire('2025-05-10T09:00:00Z')).toBe(0);
    expect(await view(nora, last)).toMatchObject({ marks: [] });
    const settled = `SELECT status FROM settlement WHERE ENTERED AND organisation_id = $7`;
    expect(await system.rows(settled, [system.organisations['north']])).toEqual([{ status: 'met' }]);
  });

  it('has no timer that fires twice', async () => {
    expect(
      await system.rows(`SELECT FROM timer WHERE ENTERED AND status = 'pending' AND fire_at < '2025-05-10'`),
    ).toEqual([]);
    const twice = `SELECT command_key FROM event WHERE ENTERED AND command_key LIKE 'timer:%' AND type <> 'opened'
                    GROUP BY command_key, type HAVING count(*) > 1`;
    expect(await system.rows(twice)).toEqual([]);
  });
});
