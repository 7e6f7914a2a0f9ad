import { afterEach, describe, expect, it } from '@jest/globals';
import { until } from './hands.ts';
import { RIVER, withLine } from './river.ts';
import { stage, type Stage } from './stage.ts';

let open: Stage | undefined;

const fresh = async (casting = RIVER): Promise<Stage> => {
  open = await stage(casting);
  return open;
};

afterEach(async () => {
  await open?.close();
  open = undefined;
});

const EVENTS = `
  SELECT o.code AS organisation, c.period_key AS period, e.type, count(*)::int AS times
    FROM event e JOIN case_ c ON c.id = e.case_id JOIN organisation o ON o.id = c.organisation_id
   WHERE c.period_key = $1 GROUP BY 1, 2, 3 ORDER BY 1, 3`;

const PENDING = `SELECT count(*)::int AS n FROM timer WHERE status = 'pending' AND fire_at <= $1`;

describe('timers', () => {
  it('fire once while two workers run side by side', async () => {
    const on = await fresh();
    await on.sleepUntil('2025-04-11T09:00');
    await Promise.all([on.work(), on.work()]);
    await until(async () => (await on.all<{ n: number }>(PENDING, ['2025-04-11T08:00Z']))[0]?.n === 0, 30);
    expect(await on.all(EVENTS, ['2025-W14'])).toEqual(
      ['mill_weir', 'old_bridge'].flatMap((organisation) =>
        ['deadline-passed', 'escalated', 'opened', 'reminded'].map((type) => ({
          organisation,
          period: '2025-W14',
          type,
          times: 1,
        })),
      ),
    );
    expect(await on.all(`SELECT id FROM timer WHERE status = 'fired' AND fire_at > $1`, ['2025-04-11T08:00Z'])).toEqual(
      [],
    );
  });

  it('remind once after an outage that outlasted several reminders', async () => {
    const on = await fresh(withLine('remind: [P1D]', 'remind: [P5D, P3D, P1D]'));
    await on.sleepUntil('2025-04-08T12:00');
    expect(await on.fire()).toBe(0);
    const reminded = (await on.all<{ organisation: string; type: string; times: number }>(EVENTS, ['2025-W14'])).filter(
      ({ type }) => type === 'reminded',
    );
    expect(reminded.map(({ organisation, times }) => [organisation, times])).toEqual([
      ['mill_weir', 1],
      ['old_bridge', 1],
    ]);
  });

  it('open what is due and leave alone what is not', async () => {
    const on = await fresh();
    const statusOf = async (period: string): Promise<string[]> =>
      (await on.all<{ status: string }>(`SELECT DISTINCT status FROM case_ WHERE period_key = $1`, [period])).map(
        ({ status }) => status,
      );
    expect(await statusOf('2025-W15')).toEqual(['upcoming']);
    await on.sleepUntil('2025-04-06T23:59');
    await on.fire();
    expect(await statusOf('2025-W15')).toEqual(['upcoming']);
    await on.sleepUntil('2025-04-07T00:00');
    await on.fire();
    expect(await statusOf('2025-W15')).toEqual(['open']);
    expect(await statusOf('2025-W16')).toEqual(['upcoming']);
  });

  it('of which one fails are tried again, and hold up no other organisation', async () => {
    const on = await fresh();
    const [{ id, version } = { id: '', version: '' }] = await on.all<{ id: string; version: string }>(
      `SELECT c.id, c.workflow_version_id AS version FROM case_ c JOIN organisation o ON o.id = c.organisation_id
        WHERE o.code = 'mill_weir' AND c.period_key = '2025-W15'`,
    );
    // A case whose rules cannot be read: what no definition can cause stands for whatever may go wrong.
    const [{ form } = { form: '' }] = await on.all<{ form: string }>(
      `SELECT form_version_id AS form FROM case_ WHERE id = $1`,
      [id],
    );
    await on.all(`UPDATE case_ SET workflow_version_id = $2 WHERE id = $1`, [id, form]);
    await on.sleepUntil('2025-04-07T01:00');
    expect(await on.fire()).toBe(1);
    const opened = `SELECT o.code FROM case_ c JOIN organisation o ON o.id = c.organisation_id WHERE c.period_key = '2025-W15' AND c.status = 'open'`;
    expect(await on.all(opened)).toEqual([{ code: 'old_bridge' }]);
    await on.all(`UPDATE case_ SET workflow_version_id = $2 WHERE id = $1`, [id, version]);
    await until(async () => (await on.fire()) === 0);
    expect(await on.all(`${opened} ORDER BY 1`)).toEqual([{ code: 'mill_weir' }, { code: 'old_bridge' }]);
  });
});
