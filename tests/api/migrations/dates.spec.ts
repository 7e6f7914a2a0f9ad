import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { DueTimers } from '../../../server/modules/due-timers.ts';
import { Clock } from '../../../server/modules/clock.ts';
import { act, berths, send, view } from '../../support/harbour.ts';
import { QUAYS, type Quays, quays } from './quays.ts';

const LIST = 'berth_list.yaml';
const due = (day: string) => (text: string) => text.replace('on: 2025-02-28', `on: ${day}`);

interface Timer {
  code: string;
  kind: string;
  key: string;
  n: number;
  at: Date;
  status: string;
}

describe('moving a deadline under running cases', () => {
  let port: Quays;

  const timers = (code: string): Promise<Timer[]> =>
    port.rows<Timer>(
      `SELECT o.code, t.kind, t.key, t.n, t.fire_at AS at, t.status FROM timer t
         JOIN case_ c ON c.id = t.case_id JOIN definition d ON d.id = c.workflow_id AND d.key = 'berth_list'
         JOIN organisation o ON o.id = c.organisation_id
        WHERE ENTERED AND o.code = $7 AND t.status = 'pending' ORDER BY t.fire_at, t.kind`,
      [code],
    );
  const lines = async (caseId: string): Promise<string[]> =>
    (
      await port.rows<{ type: string }>(`SELECT e.type FROM event e WHERE ENTERED AND e.case_id = $7 ORDER BY e.seq`, [
        caseId,
      ])
    ).map(({ type }) => type);

  beforeAll(async () => {
    port = await quays();
  });
  afterAll(() => port.close());

  it('plans the timers of every running case anew, writes a line each, and tells the clerks once', async () => {
    await port.work();
    const caseId = await port.caseOf({ workflow: 'berth_list', organisation: 'north' });
    const followed = await port.publish({ file: LIST, edit: due('2025-03-10') });
    expect(followed.total).toBe(QUAYS);
    await port.settled(followed);
    const progress = (await port.running.progress([followed.publication])).get(followed.publication);
    expect(progress).toEqual({ total: QUAYS, done: QUAYS, failed: [], isPaused: false });
    const times = (await timers('quay7')).map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`);
    expect(times).toEqual(['remind 2025-03-04', 'due 2025-03-11', 'grace_end 2025-03-14']);
    expect(await lines(caseId)).toEqual(['opened', 'deadline-changed']);
    const notices = await port.rows<{ n: number }>(
      `SELECT count(*)::int AS n FROM outbox o WHERE ENTERED AND o.payload ->> 'case' = $7 AND o.payload ->> 'about' = 'deadline-changed'`,
      [caseId],
    );
    expect(notices).toEqual([{ n: 1 }]);
  });

  it('does not refuse a person who had the page open before', async () => {
    const nora = await port.as('nora');
    const caseId = await port.caseOf({ workflow: 'berth_list', organisation: 'north' });
    const { lockVersion } = await view(nora, caseId);
    const followed = await port.publish({ file: LIST, edit: due('2025-03-12') });
    await port.settled(followed);
    const { status, body } = await act(nora, caseId, { action: 'send', lockVersion, data: berths() });
    expect([status, body.late]).toEqual([200, false]);
  });

  it('keeps the dates where that is asked, and lets the cases have the new version all the same', async () => {
    const sara = await port.as('sara');
    const caseId = await port.caseOf({ workflow: 'berth_list', organisation: 'south' });
    const before = await view(sara, caseId);
    const followed = await port.publish(
      { file: LIST, edit: (text) => due('2025-03-20')(text).replace('title: Being filled in', 'title: Being written') },
      { dates: 'keep' },
    );
    await port.settled(followed);
    const after = await view(sara, caseId);
    expect(after.due).toBe(before.due);
    expect(after.stateTitle).toBe('Being written');
    expect(await lines(caseId)).toEqual(['opened', 'deadline-changed', 'deadline-changed']);
  });

  it('leaves what was judged late as it was judged, and tells nobody twice that a day has passed', async () => {
    await port.server.get(Clock, { strict: false }).forward(new Date('2025-03-25T09:00:00Z'));
    await port.server.get(DueTimers, { strict: false }).fire();
    const sara = await port.as('sara');
    const caseId = await port.caseOf({ workflow: 'berth_list', organisation: 'south' });
    await send(sara, caseId);
    expect(await view(sara, caseId)).toMatchObject({ late: true, state: 'sent' });
    const followed = await port.publish({ file: LIST, edit: due('2025-04-30') });
    await port.settled(followed);
    expect(await view(sara, caseId)).toMatchObject({ late: true, state: 'sent' });
    const other = await port.caseOf({ workflow: 'berth_list', organisation: 'quay9' });
    const again = await port.publish({
      file: LIST,
      edit: (text) => due('2025-04-30')(text).replace('remind: [P7D]', 'remind: [P6D]'),
    });
    await port.settled(again);
    await port.server.get(DueTimers, { strict: false }).fire();
    const passed = (await lines(other)).filter((type) => type === 'deadline-passed');
    expect(passed).toHaveLength(1);
    const times = (await timers('quay9')).map(({ kind, at }) => `${kind} ${at.toISOString().slice(0, 10)}`);
    expect(times).toEqual(['remind 2025-04-24', 'due 2025-04-30', 'grace_end 2025-05-03']);
  });
});
