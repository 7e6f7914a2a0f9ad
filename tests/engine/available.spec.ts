import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { available } from '../../server/engine/available.ts';
import type { Case } from '../../server/engine/case.ts';
import type { Facts, Person } from '../../server/engine/command.ts';
import { step } from '../../server/engine/step.ts';
import {
  ANNA,
  BERT,
  CARL,
  DORA,
  SHIPS,
  STRANGER,
  aCase,
  aSentCase,
  act,
  at,
  facts,
  lighthouse,
  moved,
} from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-29T10:00';
const sees = (who: Person | null, current: Case, more: Partial<Facts> = {}, when = WHEN) =>
  available(model, current, facts(who, { data: SHIPS, ...more }), at(when));
const shown = (who: Person | null, current: Case, more: Partial<Facts> = {}) =>
  sees(who, current, more).actions.map(
    ({ key, reason, proxy }) => `${key}${proxy ? ' by proxy' : ''}: ${reason ?? 'yes'}`,
  );

describe('what a person can do with a case now', () => {
  it('are the actions of the state for which the person has the role', () => {
    expect(shown(ANNA, aCase(model))).toEqual(['submit: yes', 'zero: yes']);
    expect(shown(ANNA, aSentCase(model))).toEqual(['withdraw: yes']);
    expect(shown(CARL, aSentCase(model))).toEqual(['withdraw by proxy: yes', 'approve: yes', 'return: yes']);
    expect(shown(STRANGER, aCase(model))).toEqual([]);
    expect(shown(null, aCase(model))).toEqual([]);
  });

  it('are those of the submitters for a proxy', () => {
    expect(shown(BERT, aCase(model))).toEqual(['submit by proxy: yes', 'zero by proxy: yes']);
    expect(sees(BERT, aCase(model)).mayFillByProxy).toBe(true);
    expect(sees(DORA, aCase(model)).mayFillByProxy).toBe(false);
  });

  it('says why an action cannot be taken', () => {
    const invalid = { pointer: '/keeper', message: 'x', severity: 'error' as const };
    expect(shown(ANNA, aCase(model), { issues: [invalid] })).toEqual(['submit: form-invalid', 'zero: yes']);
    expect(sees(ANNA, aCase(model), { data: {} }).actions[0]).toMatchObject({
      enabled: false,
      reason: 'guard-failed',
      messages: ['At least one ship, not 0'],
    });
    const filledByBert = { ...aSentCase(model), savedBy: ['bert'] };
    expect(shown(BERT, filledByBert).slice(1)).toEqual(['approve: same-person', 'return: same-person']);
    const claimed = moved(model, aSentCase(model), { type: 'claim', task: 'check' }, { by: CARL, when: WHEN }).case;
    expect(shown(BERT, claimed).slice(1)).toEqual(['approve: claimed-by-another', 'return: claimed-by-another']);
    expect(shown(ANNA, aCase(model, undefined, { status: 'upcoming', opensAt: 9e12 }))).toEqual([
      'submit: window-not-open',
      'zero: window-not-open',
    ]);
  });

  it('are the tasks that the person may claim or give back', () => {
    const sent = aSentCase(model);
    const claimed = moved(model, sent, { type: 'claim', task: 'check' }, { by: BERT, when: WHEN }).case;
    expect(sees(BERT, sent).tasks).toEqual([
      { key: 'check', assignee: null, isMine: false, mayClaim: true, mayRelease: false },
    ]);
    expect(sees(BERT, claimed).tasks[0]).toMatchObject({ isMine: true, mayClaim: false, mayRelease: true });
    expect(sees(CARL, claimed).tasks[0]).toMatchObject({ isMine: false, mayClaim: false, mayRelease: false });
    expect(sees(ANNA, sent).tasks[0]).toMatchObject({ mayClaim: false });
  });

  it('are extensions and exemptions for those who may give them', () => {
    expect(sees(DORA, aCase(model))).toMatchObject({
      mayExempt: true,
      deadlines: [{ key: 'report', mayExtend: true, extendUntil: at('2024-04-16') }],
    });
    expect(sees(BERT, aCase(model))).toMatchObject({ mayExempt: false, deadlines: [{ mayExtend: false }] });
    expect(sees(DORA, aCase(model, undefined, { status: 'exempt' }))).toMatchObject({ mayExempt: false });
  });

  it('is summed up in what to do next', () => {
    const sent = aSentCase(model);
    const back = moved(model, sent, act('return', { comment: 'x', reasons: ['other'] }), { by: BERT, when: WHEN }).case;
    const kept = moved(model, sent, act('approve'), { by: BERT, when: WHEN }).case;
    const withdrawn = moved(model, sent, act('withdraw'), { by: ANNA, when: WHEN }).case;
    expect(sees(ANNA, withdrawn).next).toBe('fill');
    const next = (who: Person, current: Case) => sees(who, current).next;
    expect([next(ANNA, aCase(model)), next(ANNA, back), next(ANNA, sent), next(ANNA, kept)]).toEqual([
      'fill',
      'mend',
      'wait',
      'none',
    ]);
    expect([next(BERT, aCase(model)), next(BERT, sent), next(DORA, kept)]).toEqual(['wait', 'review', 'none']);
    expect(next(ANNA, aCase(model, undefined, { status: 'upcoming', opensAt: 9e12 }))).toBe('later');
  });

  it('is what a step then allows, given words and paper', () => {
    const people = fc.constantFrom(ANNA, BERT, CARL, DORA, STRANGER);
    const cases = fc.constantFrom(
      aCase(model),
      aSentCase(model),
      moved(model, aSentCase(model), act('approve'), { by: BERT, when: WHEN }).case,
    );
    const anyData = fc.constantFrom({}, SHIPS);
    fc.assert(
      fc.property(people, cases, anyData, (who, current, data) => {
        const known = facts(who, { data, hasOriginal: true });
        const choices = available(model, current, known, at(WHEN)).actions;
        return choices.every(({ key, action, proxy, enabled, reason }) => {
          const words = { comment: 'x', reasons: (action.reasons ?? []).slice(0, 1).map(({ code }) => code) };
          const outcome = step(model, current, { type: 'act', action: key, proxy, ...words }, known, at(WHEN));
          return enabled ? outcome.kind === 'moved' : outcome.kind === 'refused' && outcome.reason === reason;
        });
      }),
    );
  });
});
