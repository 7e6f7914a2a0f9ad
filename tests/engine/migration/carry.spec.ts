import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Case } from '../../../server/engine/case.ts';
import { carry, type Carried, type ToCarry } from '../../../server/engine/migration/carry.ts';
import { type Mapping, SAME_NAMES } from '../../../server/engine/migration/mapping.ts';
import { restore, snapshotOf } from '../../../server/engine/migration/restore.ts';
import type { Model } from '../../../server/engine/model.ts';
import {
  ANNA,
  BERT,
  SHIPS,
  aCase,
  act,
  at,
  deepFreeze,
  effectsOf,
  facts,
  lighthouse,
  linesOf,
  moved,
  toldOf,
} from '../lighthouse.ts';

const VERSIONS = { from: 'one', to: 'two' };

/** The county looks before the office does. */
const COUNTY = lighthouse(`{states: {
  county: {title: County, deadline: check, tasks: {look: {actors: [checker], claim: true}},
           on: {pass: {kind: approve, title: Pass, by: [checker], to: sent}}}}}`);

/** `sent` under another name, without its task. */
const RENAMED = lighthouse(`{states: {
  sent: ~,
  open: {on: {submit: {to: posted}, zero: {to: posted}}},
  posted: {title: Posted, deadline: check, on: {approve: {kind: approve, title: Approve, by: [checker], to: kept}}}}}`);

const OLD = lighthouse();
const MODELS: Model[] = [
  OLD,
  COUNTY,
  RENAMED,
  lighthouse('{deadlines: {report: {on: 2024-04-15, remind: [P3D]}, check: {within: P9D}}}'),
  lighthouse('{deadlines: {report: {on: 2024-03-22, grace: ~, escalate: ~}}}'),
  lighthouse("{metrics: {tons: 'sum(form.ships.map(s, s.tons))', ships: ~}}"),
].map(deepFreeze);

const toCarry = (current: Case, after: Model, more: Partial<ToCarry> & { when?: string } = {}): ToCarry => ({
  before: OLD,
  situation: {
    model: after,
    case: current,
    facts: facts(null, { data: SHIPS }),
    now: at(more.when ?? '2024-03-29T10:00'),
  },
  held: { draft: null, latest: current.submission > 0 ? SHIPS : null },
  mapping: SAME_NAMES,
  versions: VERSIONS,
  ...more,
});

const carried = (wanted: ToCarry): Carried => {
  const outcome = carry(wanted);
  if (outcome.kind === 'stranded') throw new Error(`stranded in ${outcome.state}`);
  return outcome;
};

const sent = (when = '2024-03-28T10:00'): Case => moved(OLD, aCase(OLD), act('submit'), { by: ANNA, when }).case;
const claimed = (): Case =>
  moved(OLD, sent(), { type: 'claim', task: 'check' }, { by: BERT, when: '2024-03-28T12:00' }).case;

describe('a case that goes over to other rules', () => {
  it('stays where it is where nothing about it changes, without a line and without a new lock', () => {
    const current = aCase(OLD);
    const after = carried(toCarry(current, lighthouse('{title: Other words}')));
    expect([after.effects, after.case]).toEqual([[], current]);
  });

  it('has its dates moved with a line and one notice, and its lock left alone', () => {
    const current = aCase(OLD);
    const after = carried(toCarry(current, lighthouse('{deadlines: {report: {on: 2024-04-15}}}')));
    expect(linesOf(after)).toEqual(['deadline-changed']);
    expect(toldOf(after)).toEqual({ '@changed.report': ['keeper'] });
    expect(after.case.deadlines[0]?.due).toBe(at('2024-04-16T00:00'));
    expect(after.case.lockVersion).toBe(current.lockVersion);
  });

  it('keeps its dates where that is asked, and follows new reminders', () => {
    const current = aCase(OLD);
    const mapping: Mapping = { ...SAME_NAMES, dates: 'keep' };
    const other = lighthouse('{deadlines: {report: {on: 2024-04-15, remind: [P2D]}}}');
    const after = carried(toCarry(current, other, { mapping, when: '2024-03-21T09:00' }));
    expect(after.case).toEqual(current);
    const [timers] = effectsOf(after, 'timers');
    expect(timers?.wishes.filter(({ kind }) => kind === 'remind')).toMatchObject([{ at: at('2024-03-30T00:00') }]);
  });

  it('enters the state to which a plan leads, with the task and the person who had taken it', () => {
    const mapping: Mapping = {
      ...SAME_NAMES,
      states: { sent: 'county' },
      tasks: { check: { state: 'county', task: 'look', keepAssignee: true } },
    };
    const current = claimed();
    const after = carried(toCarry(current, COUNTY, { mapping }));
    expect(after.case).toMatchObject({
      state: 'county',
      visit: current.visit + 1,
      lockVersion: current.lockVersion + 1,
    });
    expect(after.case.tasks).toMatchObject([{ key: 'look', assignee: 'bert', status: 'open' }]);
    expect(linesOf(after)).toContain('migrated');
    expect(toldOf(after)).toEqual({ '@enter.county': ['checker'] });
  });

  it('is stranded where no way leads from its state', () => {
    expect(carry(toCarry(sent(), RENAMED))).toEqual({ kind: 'stranded', state: 'sent' });
  });

  it('loses a task that its state has no more, and gets those that are new', () => {
    const other = lighthouse('{states: {sent: {tasks: {check: ~, weigh: {actors: [master]}}}}}');
    const after = carried(toCarry(claimed(), other));
    const [tasks] = effectsOf(after, 'tasks');
    expect(tasks?.tasks.map(({ key, status }) => `${key} ${status}`)).toEqual(['check cancelled', 'weigh open']);
    expect(after.case.state).toBe('sent');
  });

  it('has the numbers that the new rules publish', () => {
    const other = lighthouse("{metrics: {tons: 'sum(form.ships.map(s, s.tons))', ships: ~}}");
    expect(carried(toCarry(sent(), other)).case.metrics).toEqual({ tons: 7 });
    expect(carried(toCarry(aCase(OLD), other)).case.metrics).toEqual({ tons: 0 });
  });

  it('has moved values frozen as a version of their own', () => {
    const mapping: Mapping = { ...SAME_NAMES, moves: [{ from: ['ships', 'tons'], to: ['ships', 'weight'] }] };
    const after = carried(toCarry(sent(), OLD, { mapping }));
    expect(effectsOf(after, 'freeze')).toMatchObject([{ data: { ships: [{ name: 'Seeadler', weight: 7 }] } }]);
    expect(after.case).toMatchObject({ submission: 2, receipt: 1 });
    expect(after.draft).toBeUndefined();
  });
});

const anyCase = fc
  .constantFrom(
    () => aCase(OLD),
    () => aCase(OLD, at('2024-04-20T09:00')),
    () => sent(),
    () => sent('2024-04-25T10:00'),
    claimed,
    () =>
      moved(OLD, sent(), act('return', { comment: 'x', reasons: ['other'] }), { by: BERT, when: '2024-03-30T10:00' })
        .case,
  )
  .map((make) => deepFreeze(make()));

const anyMapping: fc.Arbitrary<Mapping> = fc.record({
  states: fc.constantFrom<Record<string, string>>(
    {},
    { sent: 'county' },
    { sent: 'posted' },
    { open: 'sent', sent: 'open' },
  ),
  tasks: fc.constantFrom<Mapping['tasks']>({}, { check: { state: 'county', task: 'look', keepAssignee: true } }),
  moves: fc.constantFrom<Mapping['moves']>([], [{ from: ['keeper'], to: ['watchman'] }]),
  dates: fc.constantFrom<Mapping['dates']>('move', 'keep'),
});
const anyTime = fc.integer({ min: 0, max: 60 * 24 }).map((hours) => at('2024-03-20T09:00') + hours * 3_600_000);

const always = (claim: string, holds: (wanted: ToCarry, after: Carried) => boolean): void => {
  it(claim, () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...MODELS), anyMapping, anyTime, (current, model, mapping, now) => {
        const wanted = toCarry(current, model, { mapping });
        const asked = { ...wanted, situation: { ...wanted.situation, now } };
        const outcome = carry(asked);
        return outcome.kind === 'stranded' || holds(asked, outcome);
      }),
      { numRuns: 400 },
    );
  });
};

describe('whatever goes over to whatever', () => {
  always('is in a state of the new rules', ({ situation }, { case: after }) =>
    Object.hasOwn(situation.model.workflow.states, after.state),
  );

  always('is not judged again', ({ situation }, { case: after }) => after.judged === situation.case.judged);

  always('has one open task a key, all of its visit', ({ situation }, { case: after }) => {
    const wanted = Object.keys(situation.model.workflow.states[after.state]?.tasks ?? {});
    const open = after.tasks.filter(({ status }) => status === 'open').map(({ key }) => key);
    return (
      new Set(open).size === open.length &&
      open.every((key) => wanted.includes(key)) &&
      after.tasks.every(({ visit }) => visit === after.visit)
    );
  });

  always('is told to people once at most', (_, after) => effectsOf(after, 'notice').length <= 1);

  always(
    'says in its history that it went to another state',
    ({ situation }, after) => after.case.state === situation.case.state || linesOf(after)[0] === 'migrated',
  );

  always(
    'changes its lock exactly where somebody would see another state, task or content',
    ({ situation }, after) =>
      (after.case.lockVersion === situation.case.lockVersion + 1) === linesOf(after).includes('migrated'),
  );

  always(
    'has an own number for each version that is frozen',
    ({ situation }, after) => after.case.submission === situation.case.submission + effectsOf(after, 'freeze').length,
  );

  always(
    'keeps every date of the same name where dates are kept',
    ({ situation, mapping }, { case: after }) =>
      mapping.dates === 'move' ||
      after.deadlines.every(({ key, due }) => {
        const before = situation.case.deadlines.find((one) => one.key === key);
        return before === undefined || before.due === due;
      }),
  );

  it('comes to the same a second time: who follows twice is where it was', () => {
    fc.assert(
      fc.property(anyCase, fc.constantFrom(...MODELS), anyTime, (current, model, now) => {
        const wanted = toCarry(current, model);
        const first = carry({ ...wanted, situation: { ...wanted.situation, now } });
        if (first.kind === 'stranded') return;
        const again = { ...wanted.situation, case: first.case, now };
        const second = carry({ ...wanted, before: model, situation: again });
        expect(second).toMatchObject({ kind: 'carried', case: first.case, effects: [] });
      }),
    );
  });

  it('stands again where it stood when it is taken back untouched', () => {
    fc.assert(
      fc.property(anyCase, anyMapping, anyTime, (current, mapping, now) => {
        const wanted = toCarry(current, COUNTY, { mapping: { ...mapping, moves: [] } });
        const there = carry({ ...wanted, situation: { ...wanted.situation, now } });
        if (there.kind === 'stranded' || there.case.state === current.state) return;
        const situation = { ...wanted.situation, model: OLD, case: there.case, now: now + 3_600_000 };
        const back = restore({ situation, snapshot: snapshotOf(current), carriedAt: now, versions: VERSIONS });
        expect({ ...snapshotOf(back.case), tasks: [] }).toEqual({ ...snapshotOf(current), tasks: [] });
        expect(back.case.tasks.map(({ key, assignee, status }) => ({ key, assignee, status }))).toEqual(
          current.tasks.map(({ key, assignee, status }) => ({ key, assignee, status })),
        );
        expect(back.case.judged).toBe(current.judged);
      }),
    );
  });
});
