import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as newId } from 'uuid';
import type { MoveDeadline } from '../../../server/contract/wire/deadline.ts';
import type { Browser } from '../../support/app.ts';
import { type Harbour, harbour, send, view } from '../../support/harbour.ts';
import type { Work } from '../../../server/work/start-work.ts';
import { until } from '../work/hands.ts';
import { change, dueBy, move, preview, worker } from './moving-deadlines.ts';

const LIST = { workflow: 'berth_list', deadline: 'list' };
const all = (due: string): MoveDeadline => ({ ...LIST, scope: { all: true }, to: { due } });

/** North has sent its list, four days late; south has not sent any. */
const afterTheDay = async (): Promise<Harbour> => {
  const system = await harbour({}, '2025-03-05T09:00:00Z');
  await system.sql.query(`INSERT INTO organisation_kind (id, organisation_id, kind) VALUES ($1, $2, 'commission')`, [
    newId(),
    system.organisations['south'],
  ]);
  await send(await system.as('nora'), await system.caseOf({ workflow: 'berth_list', organisation: 'north' }));
  return system;
};

const textOf = async (system: Harbour, key: string): Promise<string> => {
  const [row] = await system.sql.query<{ source: string }>(
    `SELECT v.source FROM definition_version v JOIN definition d ON d.id = v.definition_id
      WHERE d.kind = 'Workflow' AND d.key = $1 AND v.status = 'published'`,
    [key],
  );
  return row?.source ?? '';
};

describe('moving a deadline for everybody', () => {
  let system: Harbour;
  let master: Browser;
  let work: Work;

  beforeAll(async () => {
    system = await afterTheDay();
    master = await system.as('marta');
    work = await worker(system);
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  it('is told first: who gets another day, who is no more overdue, and who was late and stays so', async () => {
    const { rows, counts, refusals } = await preview(master, all('2025-03-10'));
    expect(
      rows.map(({ title, before, after, turns }) => [title, before.slice(0, 10), after.slice(0, 10), turns]),
    ).toEqual([['The south', '2025-03-01', '2025-03-11', 'on-time']]);
    expect(counts).toEqual({ moved: 1, onTime: 1, overdue: 0, reported: 1, reportedLate: 1, extended: 0 });
    expect(refusals).toEqual([]);
    expect(await textOf(system, 'berth_list')).toContain('on: 2025-02-28');
  });

  it('is a new version of the workflow in which only the day is another, and running timers follow', async () => {
    const before = await textOf(system, 'berth_list');
    expect(await move(master, all('2025-03-10'))).toEqual({ version: 2, moved: 1 });
    expect(await textOf(system, 'berth_list')).toBe(before.replace('on: 2025-02-28', 'on: 2025-03-10'));
    await until(async () => (await dueBy(master, { deadline: 'list' }))['south'] === '2025-03-11');
    const timers = await system.rows<{ kind: string; day: string }>(
      `SELECT t.kind, to_char(t.fire_at, 'YYYY-MM-DD') AS day FROM timer t
        WHERE ENTERED AND t.case_id = $7 AND t.status = 'pending' AND t.kind IN ('due', 'grace_end') ORDER BY t.fire_at`,
      [await system.caseOf({ workflow: 'berth_list', organisation: 'south' })],
    );
    expect(timers).toEqual([
      { kind: 'due', day: '2025-03-11' },
      { kind: 'grace_end', day: '2025-03-14' },
    ]);
  });

  it('does not judge anew what was sent late', async () => {
    const found = await view(master, await system.caseOf({ workflow: 'berth_list', organisation: 'north' }));
    expect(found.late).toBe(true);
  });

  it('stands in the history with its reason, as the note of the version', async () => {
    const [version] = await system.sql.query<{ note: string; by: string }>(
      `SELECT v.note, p.name AS by FROM definition_version v JOIN definition d ON d.id = v.definition_id
         JOIN person p ON p.id = v.published_by WHERE d.key = 'berth_list' AND v.status = 'published'`,
    );
    expect(version).toEqual({ note: 'The storm closed the quays', by: 'Person marta' });
  });

  it('is refused where a case has moved since it was looked at, and nothing is published then', async () => {
    const { token } = await preview(master, all('2025-03-20'));
    await send(await system.as('sara'), await system.caseOf({ workflow: 'berth_list', organisation: 'south' }));
    const { status, body } = await change<{ code: string }>(master, all('2025-03-20'), { token });
    expect([status, body.code]).toEqual([409, 'stale']);
    expect(await textOf(system, 'berth_list')).toContain('on: 2025-03-10');
  });
});

describe('moving a deadline for one kind of organisation', () => {
  let system: Harbour;
  let master: Browser;
  let work: Work;

  const kind = (key: string, due: string): MoveDeadline => ({ ...LIST, scope: { kind: key }, to: { due } });

  beforeAll(async () => {
    system = await harbour();
    await system.sql.query(`INSERT INTO organisation_kind (id, organisation_id, kind) VALUES ($1, $2, 'commission')`, [
      newId(),
      system.organisations['south'],
    ]);
    master = await system.as('marta');
    work = await worker(system);
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  it('gives that kind a rule of its own; the others keep theirs', async () => {
    const { rows } = await preview(master, kind('commission', '2025-03-07'));
    expect(rows.map(({ title }) => title)).toEqual(['The south']);
    await move(master, kind('commission', '2025-03-07'));
    await until(async () => (await dueBy(master, { deadline: 'list' }))['south'] === '2025-03-08');
    expect(await dueBy(master, { deadline: 'list' })).toEqual({ north: '2025-03-01', south: '2025-03-08' });
    expect(await textOf(system, 'berth_list')).toMatch(
      /for: \{commission: \{on: 2025-03-07\}\}\n {4}default: \{on: 2025-02-28\}/,
    );
  });
});

describe('moving the deadline of a period', () => {
  let system: Harbour;
  let master: Browser;
  let work: Work;

  const log = { workflow: 'monthly_log', deadline: 'log', scope: { all: true as const } };

  beforeAll(async () => {
    system = await harbour();
    master = await system.as('marta');
    work = await worker(system);
  });
  afterAll(async () => {
    await work.stop();
    await system.close();
  });

  it('moves that period alone, for cases that run and for those whose window has yet to open', async () => {
    const due = (period: string): Promise<Record<string, string>> => dueBy(master, { deadline: 'log', period });
    const moved = async (period: string, day: string): Promise<void> => {
      await move(master, { ...log, period, to: { days: 3 } });
      // While cases still follow, a second look is stale at once.
      await until(async () => Object.values(await due(period)).every((found) => found === day));
    };
    await moved('2025-02', '2025-03-04');
    // Summer time begins on 30 March: the day ends an hour earlier by Greenwich.
    await moved('2025-03', '2025-03-31');
    expect(await due('2025-02')).toEqual({ north: '2025-03-04', south: '2025-03-04' });
    expect(await due('2025-04')).toEqual({ north: '2025-04-28', south: '2025-04-28' });
    expect(await textOf(system, 'monthly_log')).toContain(
      `'period.key == "2025-02" ? date("2025-03-03") : period.key == "2025-03" ? date("2025-03-31") : period.due'`,
    );
  });

  it('asks for the period where each is due on another day', async () => {
    const { status, body } = await master.post<{ detail: string }>('/api/programmes/harbour_log/deadlines/preview', {
      ...log,
      to: { due: '2025-03-03' },
    });
    expect([status, body.detail]).toEqual([422, 'The periods are due on different days; choose one of them']);
  });
});
