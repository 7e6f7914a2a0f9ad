import { describe, expect, it } from '@jest/globals';
import {
  ANNA,
  BERT,
  DORA,
  SHIPS,
  aCase,
  aSentCase,
  act,
  at,
  does,
  effectsOf,
  lighthouse,
  linesOf,
  moved,
  refusal,
} from './lighthouse.ts';

const model = lighthouse();
const error = { pointer: '/keeper', message: 'is missing', severity: 'error' as const };

describe('submitting', () => {
  it('freezes a version, is judged, leads on and counts', () => {
    const outcome = moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-03-28T10:00' });
    expect(outcome.case).toMatchObject({
      state: 'sent',
      status: 'open',
      visit: 2,
      lockVersion: 1,
      submission: 1,
      receipt: 1,
      zero: false,
      proxy: false,
      savedBy: ['anna'],
      metrics: { ships: 1 },
      deeds: [{ actor: 'keeper', action: 'submit', person: 'anna' }],
      judged: { at: at('2024-03-28T10:00'), due: at('2024-04-01T00:00'), late: false, inGrace: false, submission: 1 },
    });
    expect(effectsOf(outcome, 'freeze')).toEqual([{ kind: 'freeze', data: SHIPS, zero: false }]);
    expect(effectsOf(outcome, 'history')[0]?.event).toMatchObject({
      type: 'acted',
      action: 'submit',
      from: 'open',
      to: 'sent',
      actor: 'keeper',
      onBehalf: false,
      payload: { kind: 'submit', visit: 2, submission: 1, late: false, inGrace: false },
    });
  });

  it('ends the visit and starts the deadline and the task of the next', () => {
    const outcome = moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-03-28T10:00' });
    expect(effectsOf(outcome, 'end-visit')).toEqual([{ kind: 'end-visit', visit: 1, done: [] }]);
    expect(outcome.case.tasks).toEqual([{ key: 'check', visit: 2, assignee: null, status: 'open' }]);
    expect(outcome.case.deadlines).toMatchObject([{ key: 'check', due: at('2024-04-07T00:00'), override: null }]);
    expect(effectsOf(outcome, 'timers')).toMatchObject([
      {
        visit: 2,
        wishes: [
          { kind: 'remind', key: 'check' },
          { kind: 'due', key: 'check' },
        ],
      },
    ]);
  });

  it('is refused with everything that is wrong with the form, before any guard', () => {
    const found = refusal(model, aCase(model), act('submit'), {
      by: ANNA,
      when: '2024-03-28T10:00',
      facts: { data: {}, issues: [error, { ...error, severity: 'warning' }] },
    });
    expect(found).toEqual({ kind: 'refused', reason: 'form-invalid', messages: [], issues: [error] });
  });

  it('may go on over problems that can be waived, once the person stands by the data', () => {
    const doing = {
      by: ANNA,
      when: '2024-03-28T10:00',
      facts: { issues: [{ ...error, severity: 'waivable' as const }] },
    };
    expect(refusal(model, aCase(model), act('submit'), doing).reason).toBe('form-invalid');
    expect(moved(model, aCase(model), act('submit', { accepted: true }), doing).case.state).toBe('sent');
  });

  it('is refused by a guard with its message, figures filled in', () => {
    const found = refusal(model, aCase(model), act('submit'), {
      by: ANNA,
      when: '2024-03-28T10:00',
      facts: { data: { ships: [] } },
    });
    expect(found).toMatchObject({ reason: 'guard-failed', messages: ['At least one ship, not 0'] });
  });

  it('tells of guards that only warn', () => {
    const warning = lighthouse(
      "{states: {open: {on: {submit: {require: [{expr: 'form.ships.size() > 5', message: Few ships, severity: warning}]}}}}}",
    );
    expect(moved(warning, aCase(warning), act('submit'), { by: ANNA, when: '2024-03-28T10:00' }).warnings).toEqual([
      'Few ships',
    ]);
  });

  it('is refused where a guard cannot be told', () => {
    const unsure = lighthouse(
      "{states: {open: {on: {submit: {require: [{expr: 'form.weather.wind < 12', message: Storm}]}}}}}",
    );
    expect(refusal(unsure, aCase(unsure), act('submit'), { by: ANNA, when: '2024-03-28T10:00' }).messages).toEqual([
      'Storm',
    ]);
  });

  it('goes where the first true condition leads, else where the last one does', () => {
    const to =
      "to: [{when: 'form.ships.size() > 5', state: kept}, {when: 'has(form.note) && form.note == \"fast\"', state: kept}, {state: sent}]";
    const branching = lighthouse(`{states: {open: {on: {submit: {${to}}}}}}`);
    const goes = (data: Record<string, unknown>): string =>
      moved(branching, aCase(branching), act('submit'), { by: ANNA, when: '2024-03-28T10:00', facts: { data } }).case
        .state;
    expect(goes(SHIPS)).toBe('sent');
    expect(goes({ ...SHIPS, note: 'fast' })).toBe('kept');
  });

  it('writes the fields that it sets into the version', () => {
    const setting = lighthouse('{states: {open: {on: {submit: {set: {note: \'form.keeper + " signed"\'}}}}}}');
    const outcome = moved(setting, aCase(setting), act('submit'), { by: ANNA, when: '2024-03-28T10:00' });
    expect(effectsOf(outcome, 'freeze')[0]?.data).toEqual({ ...SHIPS, note: 'Anna signed' });
  });

  it('is refused where a field that it sets has no value', () => {
    const setting = lighthouse('{states: {open: {on: {submit: {set: {note: form.weather.rain}}}}}}');
    expect(refusal(setting, aCase(setting), act('submit'), { by: ANNA, when: '2024-03-28T10:00' }).reason).toBe(
      'guard-failed',
    );
  });
});

describe('a zero report', () => {
  const zero = (comment = 'fog') =>
    moved(model, aCase(model), act('zero', { comment }), {
      by: ANNA,
      when: '2024-04-02T10:00',
      facts: { issues: [error] },
    });

  it('says that there is nothing, whatever stands in the draft, and no form is checked', () => {
    const outcome = zero();
    expect(outcome.case).toMatchObject({ state: 'sent', zero: true, submission: 1, metrics: { ships: 0 } });
    expect(effectsOf(outcome, 'freeze')).toEqual([{ kind: 'freeze', data: {}, zero: true }]);
  });

  it('counts as received, in time or not', () => {
    expect(zero().case.judged).toMatchObject({ late: false, inGrace: true });
  });

  it('stays empty whatever an action sets or a draft holds, and gives the draft back when it is taken back', () => {
    const setting = lighthouse(
      '{states: {sent: {on: {approve: {set: {note: comment}}, withdraw: {set: {note: comment}}}}}}',
    );
    const sent = zero().case;
    const approved = moved(setting, sent, act('approve', { comment: 'well' }), {
      by: BERT,
      when: '2024-04-03T10:00',
      facts: { edited: true },
    });
    expect(effectsOf(approved, 'freeze')).toEqual([{ kind: 'freeze', data: { note: 'well' }, zero: true }]);
    const plain = moved(model, sent, act('approve'), { by: BERT, when: '2024-04-03T10:00', facts: { edited: true } });
    expect(effectsOf(plain, 'freeze')).toEqual([]);
    const back = moved(setting, sent, act('withdraw', { comment: 'oh' }), { by: ANNA, when: '2024-04-03T10:00' });
    expect(effectsOf(back, 'freeze')).toEqual([{ kind: 'freeze', data: { ...SHIPS, note: 'oh' }, zero: false }]);
  });

  it('is no longer one after a report took its place', () => {
    const back = moved(model, zero().case, act('return', { comment: 'there was one', reasons: ['other'] }), {
      by: BERT,
      when: '2024-04-03T10:00',
    });
    const sent = moved(model, back.case, act('submit'), { by: ANNA, when: '2024-04-04T10:00' });
    expect(sent.case).toMatchObject({ zero: false, submission: 2, metrics: { ships: 1 } });
  });
});

describe('taking a report back', () => {
  it('takes back its judgement and what it published', () => {
    const outcome = moved(model, aSentCase(model), act('withdraw'), { by: ANNA, when: '2024-03-29T10:00' });
    expect(outcome.case).toMatchObject({
      state: 'open',
      visit: 3,
      receipt: null,
      judged: null,
      submission: 1,
      metrics: { ships: 0 },
    });
  });

  it('has the next one judged anew', () => {
    const back = moved(model, aSentCase(model), act('withdraw'), { by: ANNA, when: '2024-03-29T10:00' }).case;
    expect(moved(model, back, act('submit'), { by: ANNA, when: '2024-04-10T10:00' }).case.judged).toMatchObject({
      late: true,
      submission: 2,
    });
  });

  it('takes nothing back of an earlier report that was received and returned', () => {
    const returned = moved(model, aSentCase(model), act('return', { comment: 'x', reasons: ['other'] }), {
      by: BERT,
      when: '2024-03-29T10:00',
    }).case;
    const again = moved(model, returned, act('submit'), { by: ANNA, when: '2024-04-20T10:00' }).case;
    const back = moved(model, again, act('withdraw'), { by: ANNA, when: '2024-04-20T11:00' }).case;
    expect(back.judged).toMatchObject({ submission: 1, late: false });
  });

  it('is refused once somebody checks it', () => {
    const claimed = moved(
      model,
      aSentCase(model),
      { type: 'claim', task: 'check' },
      { by: BERT, when: '2024-03-29T09:00' },
    ).case;
    expect(refusal(model, claimed, act('withdraw'), { by: ANNA, when: '2024-03-29T10:00' })).toMatchObject({
      reason: 'guard-failed',
      messages: ['Somebody checks it'],
    });
  });
});

describe('a decision', () => {
  it('ends a case in a final state, which only reopening leaves', () => {
    const kept = moved(model, aSentCase(model), act('approve'), { by: BERT, when: '2024-03-29T10:00' });
    expect(kept.case).toMatchObject({ state: 'kept', status: 'done', tasks: [], deadlines: [], receipt: 1 });
    expect(effectsOf(kept, 'end-visit')).toEqual([{ kind: 'end-visit', visit: 2, done: ['check'] }]);
    expect(refusal(model, kept.case, act('submit'), { by: ANNA, when: '2024-03-30T10:00' }).reason).toBe(
      'not-in-this-state',
    );
    const open = moved(model, kept.case, act('reopen', { comment: 'one more' }), {
      by: DORA,
      when: '2024-03-30T10:00',
    });
    expect(open.case).toMatchObject({ state: 'open', status: 'open', visit: 4, receipt: null });
    expect(open.case.judged).not.toBeNull();
  });

  it('offers no other kind of action in a final state, even where the definition writes one', () => {
    const odd = lighthouse('{states: {kept: {on: {touch: {kind: act, title: Touch, by: [keeper], to: open}}}}}');
    const kept = moved(odd, aSentCase(odd), act('approve'), { by: BERT, when: '2024-03-29T10:00' }).case;
    expect(refusal(odd, kept, act('touch'), { by: ANNA, when: '2024-03-30T10:00' }).reason).toBe('not-in-this-state');
  });

  it('gives time for mending, which moves no date that is later and never the date of the report', () => {
    const back = (when: string) =>
      moved(model, aSentCase(model), act('return', { comment: 'x', reasons: ['other'] }), { by: BERT, when }).case;
    expect(back('2024-03-28T12:00')).toMatchObject({
      deadlines: [{ due: at('2024-04-01T00:00'), override: null }],
      due: at('2024-04-01T00:00'),
    });
    expect(back('2024-04-05T12:00')).toMatchObject({
      deadlines: [{ due: at('2024-04-09T00:00'), override: 'given' }],
      due: at('2024-04-01T00:00'),
    });
  });

  it('that sets a field makes a new version of what was submitted, and counts again', () => {
    const setting = lighthouse(
      "{metrics: {note: 'form.note'}, states: {sent: {on: {approve: {set: {note: 'comment'}}}}}}",
    );
    const outcome = moved(setting, aSentCase(setting), act('approve', { comment: 'fine' }), {
      by: BERT,
      when: '2024-03-29T10:00',
    });
    expect(effectsOf(outcome, 'freeze')).toEqual([{ kind: 'freeze', data: { ...SHIPS, note: 'fine' }, zero: false }]);
    expect(outcome.case).toMatchObject({
      submission: 2,
      receipt: 1,
      judged: { submission: 1 },
      metrics: { note: 'fine' },
    });
  });

  it('that sets a field before anything was submitted changes the draft', () => {
    const setting = lighthouse(
      '{states: {open: {on: {sign: {kind: act, title: Sign, by: [keeper], to: open, set: {note: \'"signed"\'}}}}}}',
    );
    const outcome = moved(setting, aCase(setting), act('sign'), { by: ANNA, when: '2024-03-29T10:00' });
    expect(effectsOf(outcome, 'write-draft')).toEqual([{ kind: 'write-draft', data: { ...SHIPS, note: 'signed' } }]);
    expect(outcome.case).toMatchObject({ submission: 0, visit: 1 });
  });
});

describe('what those who check a report wrote into it', () => {
  const received = aSentCase(model);
  const error = { pointer: '/keeper', message: 'x', severity: 'error' as const };
  const edited = { by: BERT, when: '2024-03-29T10:00', facts: { data: { ...SHIPS, note: 'seen' }, edited: true } };
  const words = { comment: 'x', reasons: ['other'] };

  it('is a new version with the decision', () => {
    for (const command of [act('approve'), act('return', words)]) {
      const outcome = moved(model, received, command, edited);
      expect(effectsOf(outcome, 'freeze')).toEqual([{ kind: 'freeze', data: { ...SHIPS, note: 'seen' }, zero: false }]);
      expect(outcome.case).toMatchObject({ submission: 2, judged: { submission: 1 } });
    }
  });

  it('has to be right, unless the report goes back', () => {
    const wrong = { ...edited, facts: { ...edited.facts, issues: [error] } };
    expect(refusal(model, received, act('approve'), wrong)).toMatchObject({ reason: 'form-invalid', issues: [error] });
    expect(moved(model, received, act('return', words), wrong).case.state).toBe('open');
  });

  it('is none while the report is with those who send it', () => {
    const back = moved(model, received, act('return', words), { by: BERT, when: '2024-03-29T10:00' }).case;
    const asking = lighthouse('{states: {open: {on: {ask: {kind: act, title: Ask, by: [keeper], to: open}}}}}');
    const outcome = moved(asking, back, act('ask'), { ...edited, by: ANNA });
    expect(effectsOf(outcome, 'freeze')).toEqual([]);
    const sentBack = lighthouse(
      '{states: {open: {on: {ask: {kind: act, title: Ask, by: [keeper], to: open}}}, sent: {on: {return: {kind: act}}}}}',
    );
    const mending = moved(sentBack, received, act('return', words), { by: BERT, when: '2024-03-29T10:00' }).case;
    expect(mending.receipt).toBe(1);
    expect(effectsOf(moved(sentBack, mending, act('ask'), { ...edited, by: ANNA }), 'freeze')).toEqual([]);
  });
});

describe('a step', () => {
  it('writes one line of history for each thing that happened', () => {
    expect(linesOf(moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-03-28T10:00' }))).toEqual([
      'acted',
    ]);
  });

  it('is refused for what no workflow knows, also by names that every object has', () => {
    for (const action of ['fly', 'constructor', '__proto__', '@due.report', 'toString']) {
      expect(does(model, aCase(model), act(action), { by: ANNA, when: '2024-03-28T10:00' })).toMatchObject({
        reason: 'unknown-action',
      });
    }
  });
});
