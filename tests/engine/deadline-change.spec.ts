import { describe, expect, it } from '@jest/globals';
import { type Workflow, Workflow as Shape } from '../../server/contract/definition/workflow.ts';
import type { MoveDeadline } from '../../server/contract/wire/deadline.ts';
import { Scenario } from '../../server/contract/definition/scenario.ts';
import { boundEdits } from '../../server/engine/deadline-binding.ts';
import { datedAnew, withoutDates } from '../../server/engine/scenario-dates.ts';
import { deadlineEdits, movedPeriods } from '../../server/engine/deadline-change.ts';

/** A workflow with these deadlines and periods; the rest does not matter here. */
const workflow = (deadlines: Workflow['deadlines'], periods?: Workflow['periods']): Workflow =>
  Shape.parse({
    apiVersion: 'formflow/v1',
    kind: 'Workflow',
    key: 'tide_table',
    title: 'Tide table',
    subject: { form: 'tide_table', per: periods === undefined ? ['organisation'] : ['organisation', 'period'] },
    actors: { clerk: { role: 'clerk', scope: 'own' } },
    ...(periods === undefined ? {} : { periods }),
    deadlines,
    initial: 'open',
    states: { open: { title: 'Open' } },
  });

type Wanted = Pick<MoveDeadline, 'period' | 'to'>;

const edits = (of: Workflow, wanted: Wanted, kind: string | null = null): unknown => {
  const result = deadlineEdits({ workflow: of, calendar: null }, { deadline: 'send', ...wanted }, kind);
  return result.ok ? result.edits.map(({ path, value }) => [path.join('.'), value]) : result.why.en;
};

const LIST: Workflow['periods'] = {
  list: [
    { key: 'spring', from: '2025-01-01', to: '2025-03-31', due: '2025-04-05' },
    { key: 'autumn', from: '2025-04-01', to: '2025-09-30', due: '2025-10-05' },
  ],
};
const MONTHS: Workflow['periods'] = { every: 'month', day: 28, from: '2025-01-01', to: '2025-03-31' };

describe('moving a deadline that is a day', () => {
  const day = workflow({ send: { on: '2025-02-28' } });
  const byKind = workflow({ send: { for: { quay: { on: '2025-02-28' } }, default: { on: '2025-03-10' } } });

  it('changes the day for everybody, each rule by the same number of days', () => {
    expect(edits(day, { to: { due: '2025-03-05' } })).toEqual([['deadlines.send.on', '2025-03-05']]);
    expect(edits(byKind, { to: { days: 5 } })).toEqual([
      ['deadlines.send.for.quay.on', '2025-03-05'],
      ['deadlines.send.default.on', '2025-03-15'],
    ]);
  });

  it('gives a kind a rule of its own and leaves the others theirs', () => {
    expect(edits(day, { to: { due: '2025-03-05' } }, 'pier')).toEqual([
      ['deadlines.send.for', { pier: { on: '2025-03-05' } }],
      ['deadlines.send.default', { on: '2025-02-28' }],
      ['deadlines.send.on', undefined],
    ]);
    expect(edits(byKind, { to: { days: -1 } }, 'pier')).toEqual([['deadlines.send.for.pier', { on: '2025-03-09' }]]);
    expect(edits(byKind, { to: { days: -1 } }, 'quay')).toEqual([['deadlines.send.for.quay.on', '2025-02-27']]);
  });
});

describe('moving a deadline of periods', () => {
  const send = { send: { at: 'period.due' } };

  it('writes the new day into a list of periods, one or all of them', () => {
    expect(edits(workflow(send, LIST), { period: 'spring', to: { due: '2025-04-12' } })).toEqual([
      ['periods.list.0.due', '2025-04-12'],
    ]);
    expect(edits(workflow(send, LIST), { to: { days: 7 } })).toEqual([
      ['periods.list.0.due', '2025-04-12'],
      ['periods.list.1.due', '2025-10-12'],
    ]);
  });

  it('says the exception beside periods that recur, and takes it back when it is none any more', () => {
    const at = 'period.key == "2025-02" ? date("2025-03-05") : period.due';
    expect(edits(workflow(send, MONTHS), { period: '2025-02', to: { due: '2025-03-05' } })).toEqual([
      ['deadlines.send.at', at],
    ]);
    expect(movedPeriods(at)).toEqual({ '2025-02': '2025-03-05' });
    expect(edits(workflow({ send: { at } }, MONTHS), { period: '2025-02', to: { due: '2025-02-28' } })).toEqual([
      ['deadlines.send.at', 'period.due'],
    ]);
  });

  it('counts a shift from the day that an exception says', () => {
    const at = 'period.key == "2025-02" ? date("2025-03-05") : period.due';
    expect(edits(workflow({ send: { at } }, MONTHS), { period: '2025-02', to: { days: 2 } })).toEqual([
      ['deadlines.send.at', 'period.key == "2025-02" ? date("2025-03-07") : period.due'],
    ]);
  });

  it('leaves the periods of everybody alone where one kind is meant', () => {
    expect(edits(workflow(send, LIST), { period: 'spring', to: { due: '2025-04-12' } }, 'pier')).toEqual([
      ['deadlines.send.for', { pier: { at: 'period.key == "spring" ? date("2025-04-12") : period.due' } }],
      ['deadlines.send.default', { at: 'period.due' }],
      ['deadlines.send.at', undefined],
    ]);
  });

  it('writes into the list of the kind that is meant where kinds have their own periods', () => {
    const split = workflow(send, { for: { quay: LIST, pier: MONTHS } });
    expect(edits(split, { period: 'spring', to: { due: '2025-04-12' } }, 'quay')).toEqual([
      ['periods.for.quay.list.0.due', '2025-04-12'],
    ]);
    expect(edits(split, { period: '2025-02', to: { due: '2025-03-05' } })).toEqual([
      ['deadlines.send.at', 'period.key == "2025-02" ? date("2025-03-05") : period.due'],
    ]);
  });

  it('asks which period is meant, and knows no other', () => {
    expect(edits(workflow(send, LIST), { to: { due: '2025-04-12' } })).toMatch(/choose one/);
    expect(edits(workflow(send, LIST), { period: 'winter', to: { due: '2025-04-12' } })).toMatch(/no such period/);
  });
});

describe('moving a deadline that is something else', () => {
  it('gives a length of time another length, and says so where a day is asked for', () => {
    const length = workflow({ send: { within: 'P5WD' } });
    expect(edits(length, { to: { within: 'P7WD' } })).toEqual([['deadlines.send.within', 'P7WD']]);
    expect(edits(length, { to: { due: '2025-03-05' } })).toMatch(/length of time/);
  });

  it('does not touch what an expression works out', () => {
    expect(edits(workflow({ send: { at: 'form.day' } }), { to: { days: 3 } })).toMatch(/expression/);
  });
});

describe('moving a deadline of a workflow that a programme binds', () => {
  const bound = workflow({ send: { on: '2025-02-28' }, check: { within: 'P5D' } });
  const line = (more: object) => ({ uses: [{ workflow: 'tides', as: 'tide_table', ...more }] });
  const edited = (more: object): unknown =>
    boundEdits(line(more), bound, [{ path: ['deadlines', 'send', 'on'], value: '2025-03-05' }])?.map(
      ({ path, value }) => [path.join('.'), value],
    );

  it('says the new day in the line that binds it, beside what that line says already', () => {
    expect(edited({})).toEqual([['uses.0.with', { deadlines: { send: { on: '2025-03-05' } } }]]);
    expect(edited({ with: { title: 'Tides' } })).toEqual([['uses.0.with.deadlines', { send: { on: '2025-03-05' } }]]);
    expect(edited({ with: { deadlines: { send: { on: '2025-02-28', grace: 'P3D' } } } })).toEqual([
      ['uses.0.with.deadlines.send', { on: '2025-03-05', grace: 'P3D' }],
    ]);
  });

  it('is told where the programme does not bind it', () => {
    expect(boundEdits({ uses: [] }, bound, [])).toBeNull();
  });
});

describe('a scenario whose deadline moves', () => {
  const scenario = Scenario.parse({
    kind: 'Scenario',
    key: 'late',
    workflow: 'tide_table',
    given: { now: '2025-02-20T09:00' },
    steps: [
      { advance_to: '2025-03-03T09:00' },
      { do: 'submit', as: 'clerk', expect: { late: true, due: '2025-02-28' } },
    ],
  });
  const move = { from: '2025-02-28', to: '2025-03-07' };

  it('is dated anew behind the old day first, as a whole next', () => {
    const ways = datedAnew(scenario, move).map((edits) => edits.map(({ path, value }) => [path.join('.'), value]));
    expect(ways).toEqual([
      [
        ['steps.0.advance_to', '2025-03-10T09:00'],
        ['steps.1.expect.due', '2025-03-07'],
      ],
      [
        ['given.now', '2025-02-27T09:00'],
        ['steps.0.advance_to', '2025-03-10T09:00'],
        ['steps.1.expect.due', '2025-03-07'],
      ],
    ]);
  });

  it('loses what it expects of dates only where nothing else fails', () => {
    const due = ['steps', 1, 'expect', 'due'];
    expect(withoutDates([due])).toEqual([{ path: due, value: undefined }]);
    expect(withoutDates([due, ['steps', 1, 'expect', 'state']])).toBeNull();
  });
});
