import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../../server/engine/case.ts';
import type { Command, Person } from '../../../server/engine/command.ts';
import { type RecordedDeed, type RecordedSeries, replay } from '../../../server/engine/simulation/replay.ts';
import { forecast } from '../../../server/engine/simulation/forecast.ts';
import { ANNA, BERT, SHIPS, TOWER, aCase, act, at, lighthouse, moved } from '../lighthouse.ts';

const OLD = lighthouse();
const BEGUN = at('2024-03-20T09:00');

interface Done {
  when: string;
  by: Person;
  actor: string;
  command: Command;
  data?: Record<string, unknown>;
}

/** What really happened under the old rules, as the history has it. */
const recorded = (...all: Done[]): RecordedSeries => {
  let current: Case = aCase(OLD, BEGUN);
  const deeds = all.map(({ when, by, actor, command, data }): RecordedDeed => {
    current = moved(OLD, current, command, { by, when, facts: data === undefined ? {} : { data } }).case;
    const due = current.deadlines.length === 0 ? null : Math.min(...current.deadlines.map((one) => one.due));
    const then = { state: current.state, due };
    return { period: null, at: at(when), actor, person: by.id, command, data: data ?? null, then };
  });
  return { organisation: TOWER, begun: BEGUN, deeds };
};

const SENT: Done = { when: '2024-03-28T10:00', by: ANNA, actor: 'keeper', command: act('submit'), data: SHIPS };
const APPROVED: Done = { when: '2024-04-02T10:00', by: BERT, actor: 'checker', command: act('approve') };
const fine = (): [] => [];

describe('what happened, played through other rules', () => {
  it('comes to the same under the same rules', () => {
    expect(replay(OLD, recorded(SENT, APPROVED), fine)).toBeNull();
  });

  it('tells the first deed that would be refused, and why', () => {
    const strict = lighthouse(
      "{states: {open: {on: {submit: {require: [{expr: 'form.ships.size() >= 2', message: Two}]}}}}}",
    );
    expect(replay(strict, recorded(SENT, APPROVED), fine)).toMatchObject({
      kind: 'refused',
      reason: 'guard-failed',
      messages: ['Two'],
      deed: { command: { action: 'submit' } },
    });
    const issue = { pointer: '/keeper', message: 'too short', severity: 'error' as const };
    expect(replay(OLD, recorded(SENT), () => [issue])).toMatchObject({ kind: 'refused', reason: 'form-invalid' });
  });

  it('tells where it would have come to another state, or another date', () => {
    const longer = lighthouse(`{states: {
      open: {on: {submit: {to: county}}},
      county: {title: County, deadline: check, on: {pass: {kind: approve, title: Pass, by: [checker], to: sent}}}}}`);
    expect(replay(longer, recorded(SENT, APPROVED), fine)).toMatchObject({ kind: 'other-state', state: 'county' });
    const later = lighthouse('{deadlines: {check: {within: P12D}}}');
    expect(replay(later, recorded(SENT, APPROVED), fine)).toMatchObject({
      kind: 'other-due',
      due: at('2024-04-10T00:00'),
    });
  });

  it('follows what the clock does by the new rules meanwhile', () => {
    const closing = lighthouse("{deadlines: {check: {within: P2D}}, states: {sent: {on: {'@due.check': {to: open}}}}}");
    const series = recorded(SENT, APPROVED);
    const dates = series.deeds.map((deed, n) =>
      n === 0 ? { ...deed, then: { ...deed.then, due: at('2024-03-31T00:00') } } : deed,
    );
    expect(replay(closing, { ...series, deeds: dates }, fine)).toMatchObject({
      kind: 'refused',
      reason: 'not-in-this-state',
      deed: { command: { action: 'approve' } },
    });
  });
});

describe('what will happen', () => {
  const standing = [{ case: aCase(OLD, BEGUN), data: {}, extensions: [] }];
  const span = { now: BEGUN, until: at('2024-04-20T00:00') };

  it('where nobody acts is reminders, escalations, and a case that is late', () => {
    const { days, overdue } = forecast(OLD, standing, { ...span, behaviour: 'nobody' });
    expect(days.map(({ day, reminders, escalations, passed }) => [day, reminders, escalations, passed])).toEqual([
      ['2024-03-25', 1, 0, 0],
      ['2024-03-31', 1, 0, 0],
      ['2024-04-01', 0, 0, 1],
      ['2024-04-02', 0, 1, 0],
      ['2024-04-08', 0, 1, 0],
    ]);
    expect(overdue).toEqual(['case']);
  });

  it('where everybody acts at the last moment is a case that ends in time', () => {
    const filled = standing.map((one) => ({ ...one, data: SHIPS }));
    const { days, overdue } = forecast(OLD, filled, { ...span, behaviour: 'everybody' });
    expect(overdue).toEqual([]);
    expect(days.filter(({ actions }) => actions > 0).map(({ day }) => day)).toEqual(['2024-03-31', '2024-04-06']);
    expect(days.every(({ passed }) => passed === 0)).toBe(true);
  });

  it('ends where a workflow goes in a circle, or cannot go on', () => {
    const circle = lighthouse(`{states: {sent: {on: {approve: {to: open}}}}}`);
    const { overdue } = forecast(circle, standing, { ...span, behaviour: 'everybody' });
    expect(overdue.length).toBeLessThanOrEqual(1);
    const shut = lighthouse("{states: {open: {on: {submit: {require: [{expr: 'false', message: No}]}}}}}");
    expect(forecast(shut, standing, { ...span, behaviour: 'everybody' }).overdue).toEqual(['case']);
  });
});
