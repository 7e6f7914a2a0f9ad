import { describe, expect, it } from '@jest/globals';
import {
  ANNA,
  BERT,
  CARL,
  DORA,
  aCase,
  aSentCase,
  act,
  effectsOf,
  lighthouse,
  moved,
  refusal,
  toldOf,
} from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-28T10:00';
const byProxy = (action = 'submit', comment = 'came by post') => act(action, { proxy: true, comment });
const onPaper = { hasOriginal: true };

describe('filling in for an organisation that mails its paper', () => {
  it('is done as those who submit, for a reason, with the original attached', () => {
    const outcome = moved(model, aCase(model), byProxy(), { by: BERT, when: WHEN, facts: onPaper });
    expect(outcome.case).toMatchObject({
      state: 'sent',
      proxy: true,
      deeds: [{ actor: 'keeper', action: 'submit', person: 'bert' }],
    });
    expect(effectsOf(outcome, 'history')[0]?.event).toMatchObject({
      actor: 'checker',
      onBehalf: true,
      comment: 'came by post',
    });
  });

  it('is refused without a reason, and without the original', () => {
    expect(refusal(model, aCase(model), byProxy('submit', ''), { by: BERT, when: WHEN, facts: onPaper }).reason).toBe(
      'reason-required',
    );
    expect(refusal(model, aCase(model), byProxy(), { by: BERT, when: WHEN }).reason).toBe('original-required');
  });

  it('is refused to whom the workflow does not name, and for what is not the submitters’', () => {
    expect(refusal(model, aCase(model), byProxy(), { by: DORA, when: WHEN, facts: onPaper }).reason).toBe(
      'not-your-role',
    );
    expect(refusal(model, aCase(model), byProxy(), { by: ANNA, when: WHEN, facts: onPaper }).reason).toBe(
      'not-your-role',
    );
    expect(refusal(model, aSentCase(model), byProxy('approve'), { by: BERT, when: WHEN, facts: onPaper }).reason).toBe(
      'not-your-role',
    );
    const without = lighthouse('{proxy: ~}');
    expect(refusal(without, aCase(without), byProxy(), { by: BERT, when: WHEN, facts: onPaper }).reason).toBe(
      'not-your-role',
    );
  });

  it('keeps the same person from checking it, but not from filling in again', () => {
    const sent = moved(model, aCase(model), byProxy(), { by: BERT, when: WHEN, facts: onPaper }).case;
    expect(refusal(model, sent, act('approve'), { by: BERT, when: WHEN }).reason).toBe('same-person');
    const back = moved(model, sent, act('return', { comment: 'x', reasons: ['other'] }), { by: CARL, when: WHEN }).case;
    expect(moved(model, back, byProxy(), { by: BERT, when: WHEN, facts: onPaper }).case.state).toBe('sent');
  });

  it('may take the report back, without paper', () => {
    const sent = moved(model, aCase(model), byProxy(), { by: BERT, when: WHEN, facts: onPaper }).case;
    expect(moved(model, sent, byProxy('withdraw'), { by: CARL, when: WHEN }).case).toMatchObject({
      state: 'open',
      proxy: false,
    });
  });

  it('tells those who are to check it', () => {
    expect(toldOf(moved(model, aCase(model), byProxy(), { by: BERT, when: WHEN, facts: onPaper }))).toEqual({
      submit: ['checker', 'master'],
    });
  });
});
