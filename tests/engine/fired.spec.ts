import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../server/engine/case.ts';
import type { Command } from '../../server/engine/command.ts';
import { ANNA, DORA, aCase, aSentCase, act, at, lighthouse, linesOf, moved, toldOf } from './lighthouse.ts';

const model = lighthouse();
const fires = (command: Command, when: string, current: Case = aCase(model), of = model) =>
  moved(of, current, command, { by: null, when });
const remind = (n: number, visit = 1): Command => ({ type: 'remind', deadline: 'report', n, visit });
const escalate = (n: number, visit = 1): Command => ({ type: 'escalate', deadline: 'report', n, visit });
const event = (name: string, visit = 1): Command => ({ type: 'event', name, visit });
const unchanged = (outcome: ReturnType<typeof fires>, current: Case): boolean =>
  outcome.effects.length === 0 && outcome.case === current;

describe('a reminder', () => {
  it('goes to those who are awaited in the state', () => {
    const outcome = fires(remind(0), '2024-03-25T00:00');
    expect(toldOf(outcome)).toEqual({ '@remind.report': ['keeper'] });
    expect(linesOf(outcome)).toEqual(['reminded']);
    expect(outcome.case).toMatchObject({ state: 'open', visit: 1, lockVersion: 1 });
  });

  it('does not go to who could only take a report back', () => {
    expect(
      toldOf(fires({ type: 'remind', deadline: 'check', n: 0, visit: 2 }, '2024-04-06T00:00', aSentCase(model))),
    ).toEqual({ '@remind.check': ['checker', 'master'] });
  });

  it('is one of several after an outage, the last', () => {
    const current = aCase(model);
    expect(unchanged(fires(remind(0), '2024-04-05T00:00', current), current)).toBe(true);
    expect(linesOf(fires(remind(1), '2024-04-05T00:00', current))).toEqual(['reminded']);
  });

  it('of a visit that is over, too early, of another deadline, or of none changes nothing', () => {
    const open = aCase(model);
    const sent = aSentCase(model);
    expect(unchanged(fires(remind(1), '2024-03-31T00:00', sent), sent)).toBe(true);
    expect(unchanged(fires(remind(1), '2024-03-30T00:00', open), open)).toBe(true);
    expect(unchanged(fires(remind(7), '2024-03-31T00:00', open), open)).toBe(true);
    expect(
      unchanged(fires({ type: 'remind', deadline: 'constructor', n: 0, visit: 1 }, '2024-03-31T00:00', open), open),
    ).toBe(true);
  });

  it('of an earlier visit to the same state changes nothing', () => {
    const back = moved(model, aSentCase(model, '2024-03-22T10:00'), act('withdraw'), {
      by: ANNA,
      when: '2024-03-23T10:00',
    }).case;
    expect(back).toMatchObject({ state: 'open', visit: 3 });
    for (const command of [remind(0), escalate(0), event('@due.report'), event('@late.report')]) {
      expect(fires(command, '2024-04-20T00:00', back).effects).toEqual([]);
    }
    expect(linesOf(fires(remind(0, 3), '2024-03-25T00:00', back))).toEqual(['reminded']);
  });

  it('waits where the date was extended', () => {
    const extended = moved(
      model,
      aCase(model),
      { type: 'extend', deadline: 'report', to: '2024-04-15', reason: 'ill' },
      { by: DORA, when: '2024-03-22T09:00' },
    ).case;
    expect(unchanged(fires(remind(0), '2024-03-25T00:00', extended), extended)).toBe(true);
    expect(linesOf(fires(remind(0), '2024-04-09T00:00', extended))).toEqual(['reminded']);
  });
});

describe('an escalation', () => {
  it('tells those whom the deadline names, at its time', () => {
    expect(toldOf(fires(escalate(0), '2024-04-02T00:00'))).toEqual({ '@escalate.report': ['keeper', 'checker'] });
    expect(toldOf(fires(escalate(1), '2024-04-08T00:00'))).toEqual({ '@escalate.report': ['master'] });
    expect(fires(escalate(1), '2024-04-07T23:59').effects).toEqual([]);
  });
});

describe('a date that passes', () => {
  it('is a line of the history, and so is the end of grace', () => {
    expect(linesOf(fires(event('@due.report'), '2024-04-01T00:00'))).toEqual(['deadline-passed']);
    expect(linesOf(fires(event('@late.report'), '2024-04-04T00:00'))).toEqual(['grace-ended']);
  });

  it('is none too early, for a report that was sent, or by a name that no deadline has', () => {
    for (const [name, when] of [
      ['@due.report', '2024-03-31T23:59'],
      ['@late.report', '2024-04-03T23:59'],
      ['@due.nothing', '2024-05-01T00:00'],
      ['@tasks.done', '2024-05-01T00:00'],
      ['nonsense', '2024-05-01T00:00'],
    ] as const) {
      expect(fires(event(name), when).effects).toEqual([]);
    }
    expect(fires(event('@due.report'), '2024-05-01T00:00', aSentCase(model)).effects).toEqual([]);
  });

  it('leads where the state says, tells those awaited there, and is no deed of anybody', () => {
    const reacting = lighthouse(`{states: {
      open: {on: {'@late.report': {to: missed}}},
      missed: {title: Missed, on: {note: {kind: act, title: Note, by: [master], to: missed}}}}}`);
    const outcome = fires(event('@late.report'), '2024-04-04T00:00', aCase(reacting), reacting);
    expect(outcome.case).toMatchObject({ state: 'missed', visit: 2, status: 'open', deeds: [], judged: null });
    expect(linesOf(outcome)).toEqual(['grace-ended', 'reacted']);
    expect(toldOf(outcome)).toEqual({ '@enter.missed': ['master'] });
  });

  it('chooses among several states, sets fields and asks for requirements', () => {
    const reacting = lighthouse(`{states: {open: {on: {'@due.report': {
      to: [{when: 'form.ships.size() >= 1', state: sent}, {state: kept}],
      require: [{expr: 'has(form.keeper)', message: nobody}],
      set: {note: 'event'}}}}}}`);
    const passes = (data: Record<string, unknown>) =>
      moved(reacting, aCase(reacting), event('@due.report'), { by: null, when: '2024-04-01T00:00', facts: { data } });
    const outcome = passes({ keeper: 'Anna', ships: [{ name: 'x' }] });
    expect(outcome.case.state).toBe('sent');
    expect(outcome.effects).toContainEqual({
      kind: 'write-draft',
      data: { keeper: 'Anna', ships: [{ name: 'x' }], note: '@due.report' },
    });
    expect(passes({ keeper: 'Anna' }).case.state).toBe('kept');
    expect(passes({}).case.state).toBe('open');
  });

  it('that sets a field of a report makes a new version of it, which counts', () => {
    const reacting = lighthouse(
      "{metrics: {note: 'form.note'}, states: {sent: {on: {'@due.check': {to: sent, set: {note: event}}}}}}",
    );
    const sent = aSentCase(reacting);
    const outcome = moved(reacting, sent, event('@due.check', 2), { by: null, when: '2024-04-20T00:00' });
    expect(outcome.case).toMatchObject({ state: 'sent', visit: 2, submission: 2, metrics: { note: '@due.check' } });
    expect(linesOf(outcome)).toEqual(['deadline-passed', 'reacted']);
  });

  it('leads nowhere out of a final state', () => {
    const reacting = lighthouse("{states: {kept: {deadline: check, on: {'@due.check': {to: open}}}}}");
    const kept = moved(reacting, aSentCase(reacting), act('approve'), { by: DORA, when: '2024-03-29T10:00' }).case;
    expect(kept.status).toBe('done');
    expect(fires(event('@due.check', kept.visit), '2024-06-01T00:00', kept, reacting).effects).toEqual([]);
  });

  it('finds the case with the person who acts at the same time, in either order', () => {
    const sentFirst = moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-04-01T00:00' }).case;
    expect(fires(event('@due.report'), '2024-04-01T00:00', sentFirst).effects).toEqual([]);
    const passedFirst = fires(event('@due.report'), '2024-04-01T00:00').case;
    expect(moved(model, passedFirst, act('submit'), { by: ANNA, when: '2024-04-01T00:00' }).case.judged).toMatchObject({
      inGrace: true,
      at: at('2024-04-01T00:00'),
    });
  });
});
