import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../server/engine/case.ts';
import type { Person } from '../../server/engine/command.ts';
import {
  ANNA,
  BERT,
  DORA,
  aCase,
  aSentCase,
  act,
  at,
  effectsOf,
  facts,
  lighthouse,
  linesOf,
  moved,
  refusal,
  toldOf,
} from './lighthouse.ts';
import { step } from '../../server/engine/step.ts';

const model = lighthouse();
const to = (day: string, more: { deadline?: string; reason?: string } = {}) => ({
  type: 'extend' as const,
  deadline: 'report',
  to: day,
  reason: 'ill',
  ...more,
});
const WHEN = '2024-03-29T10:00';
const refused = (
  day: string,
  more: { by?: Person | null; current?: Case; deadline?: string; reason?: string; when?: string } = {},
) => {
  const { by = DORA, current = aCase(model), when = WHEN, ...rest } = more;
  return refusal(model, current, to(day, rest), { by, when }).reason;
};

describe('more time for one organisation', () => {
  const outcome = moved(model, aCase(model), to('2024-04-10'), { by: DORA, when: WHEN });

  it('moves the date, its grace and its calls', () => {
    expect(outcome.case).toMatchObject({
      visit: 1,
      due: at('2024-04-11'),
      deadlines: [
        {
          key: 'report',
          planned: at('2024-04-01'),
          due: at('2024-04-11'),
          graceUntil: at('2024-04-14'),
          override: 'extension',
        },
      ],
    });
    expect(effectsOf(outcome, 'timers')[0]?.wishes.find(({ kind }) => kind === 'due')?.at).toBe(at('2024-04-11'));
  });

  it('is kept for the organisation, told to it, and a line with both dates', () => {
    expect(effectsOf(outcome, 'extension')).toEqual([
      { kind: 'extension', deadline: 'report', due: at('2024-04-11'), reason: 'ill' },
    ]);
    expect(toldOf(outcome)).toEqual({ '@extended.report': ['keeper'] });
    expect(effectsOf(outcome, 'history')[0]?.event).toMatchObject({
      type: 'extended',
      actor: 'master',
      comment: 'ill',
      payload: { deadline: 'report', old: at('2024-04-01'), new: at('2024-04-11') },
    });
  });

  it('can be given again, the longest counted from the date without any', () => {
    expect(moved(model, outcome.case, to('2024-04-15'), { by: DORA, when: WHEN }).case.due).toBe(at('2024-04-16'));
    expect(refused('2024-04-16', { current: outcome.case })).toBe('extension-too-long');
  });

  it('can be given when the date has passed', () => {
    expect(moved(model, aCase(model), to('2024-04-12'), { by: DORA, when: '2024-04-10T10:00' }).case.due).toBe(
      at('2024-04-13'),
    );
  });

  it('wins over the time that a return gave, if it is later', () => {
    const back = moved(model, aSentCase(model), act('return', { comment: 'x', reasons: ['other'] }), {
      by: BERT,
      when: '2024-04-10T10:00',
    }).case;
    expect(back.deadlines[0]).toMatchObject({ due: at('2024-04-14'), override: 'given' });
    expect(
      moved(model, back, to('2024-04-20'), { by: DORA, when: '2024-04-11T10:00' }).case.deadlines[0],
    ).toMatchObject({ due: at('2024-04-21'), override: 'extension' });
  });

  it('keeps the time of day of a deadline that has one', () => {
    const timed = lighthouse("{deadlines: {report: {time: '17:30'}}}");
    expect(moved(timed, aCase(timed), to('2024-04-10'), { by: DORA, when: WHEN }).case.due).toBe(
      at('2024-04-10T17:30'),
    );
  });

  it('is refused to whom the deadline does not name', () => {
    expect(refused('2024-04-10', { by: BERT })).toBe('not-your-role');
    expect(refused('2024-04-10', { by: ANNA })).toBe('not-your-role');
    expect(refused('2024-04-10', { by: null })).toBe('not-your-role');
  });

  it('is refused without a reason, beyond the longest, not later, or to no day', () => {
    expect(refused('2024-04-10', { reason: ' ' })).toBe('reason-required');
    expect(refused('2024-04-16')).toBe('extension-too-long');
    expect(refused('2024-03-31')).toBe('guard-failed');
    expect(refused('2024-03-01')).toBe('guard-failed');
    expect(refused('someday')).toBe('guard-failed');
  });

  it('is refused for a deadline that cannot be extended or is not running', () => {
    expect(refused('2024-04-10', { deadline: 'check' })).toBe('unknown-action');
    expect(refused('2024-04-10', { deadline: 'constructor' })).toBe('unknown-action');
    expect(refused('2024-04-10', { current: aSentCase(model) })).toBe('not-in-this-state');
    expect(refused('2024-04-10', { current: aCase(model, undefined, { status: 'exempt' }) })).toBe('case-not-open');
  });
});

describe('dates worked out again after their rule changed', () => {
  const changed = lighthouse('{deadlines: {report: {on: 2024-04-20}}}');
  const replan = (current: Case, when = WHEN, extensions = facts(null).extensions) =>
    step(changed, current, { type: 'replan' }, facts(null, { extensions }), at(when));

  it('move in the open case, with a line and a notice', () => {
    const outcome = replan(aCase(model));
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(outcome.case).toMatchObject({ visit: 1, due: at('2024-04-21') });
    expect(linesOf(outcome)).toEqual(['deadline-changed']);
    expect(toldOf(outcome)).toEqual({ '@changed.report': ['keeper'] });
  });

  it('change nothing where nothing changed, in a case that is done, and of what was judged', () => {
    const same = aCase(changed);
    expect(replan(same)).toMatchObject({ case: same, effects: [] });
    const done = aCase(model, undefined, { status: 'done' });
    expect(replan(done)).toMatchObject({ case: done, effects: [] });
    const late = moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-04-10T10:00' }).case;
    expect(replan(late)).toMatchObject({ case: { judged: { late: true } } });
  });

  it('keep time that was given, and follow an extension from above', () => {
    const back = moved(model, aSentCase(model), act('return', { comment: 'x', reasons: ['other'] }), {
      by: BERT,
      when: '2024-04-20T10:00',
    }).case;
    expect(replan(back, '2024-04-20T11:00')).toMatchObject({
      case: { deadlines: [{ due: at('2024-04-24'), override: 'given' }] },
    });
    const everybody = [{ deadline: 'report', organisation: null, due: at('2024-04-26') }];
    expect(replan(aCase(model), WHEN, everybody)).toMatchObject({
      case: { deadlines: [{ due: at('2024-04-26'), override: 'extension' }] },
    });
  });
});
