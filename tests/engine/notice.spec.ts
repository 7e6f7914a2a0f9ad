import { describe, expect, it } from '@jest/globals';
import { ANNA, BERT, DORA, aCase, aSentCase, act, effectsOf, lighthouse, moved, toldOf } from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-29T10:00';
const tells = (current = aSentCase(model), command = act('approve'), by = BERT, of = model) =>
  toldOf(moved(of, current, command, { by, when: WHEN }));

describe('who is told', () => {
  it('of a report: those who are awaited now', () => {
    expect(tells(aCase(model), act('submit'), ANNA)).toEqual({ submit: ['checker', 'master'] });
    expect(tells(aCase(model), act('zero', { comment: 'x' }), ANNA)).toEqual({ zero: ['checker', 'master'] });
  });

  it('of a decision: those who submit, and nobody for what could be reopened', () => {
    expect(tells()).toEqual({ approve: ['keeper'] });
  });

  it('of a return: those who submit, once, with the words', () => {
    const outcome = moved(model, aSentCase(model), act('return', { comment: 'no flag', reasons: ['unclear'] }), {
      by: BERT,
      when: WHEN,
    });
    expect(effectsOf(outcome, 'notice')).toEqual([
      {
        kind: 'notice',
        template: 'return',
        about: 'returned',
        actors: ['keeper'],
        payload: { comment: 'no flag', reasons: ['unclear'] },
      },
    ]);
  });

  it('of a reopening: those who submit', () => {
    const kept = moved(model, aSentCase(model), act('approve'), { by: BERT, when: WHEN }).case;
    expect(tells(kept, act('reopen', { comment: 'x' }), DORA)).toEqual({ reopen: ['keeper'] });
  });

  it('of a report taken back: nobody', () => {
    expect(tells(aSentCase(model), act('withdraw'), ANNA)).toEqual({});
    const busy = lighthouse('{states: {open: {on: {look: {kind: act, title: Look, by: [master], to: open}}}}}');
    expect(tells(aSentCase(busy), act('withdraw'), ANNA, busy)).toEqual({});
  });

  it('of an approval that goes on to a second level: those who submit, and those awaited there', () => {
    const two = lighthouse(`{states: {
      sent: {on: {approve: {by: [checker], to: second}}},
      second: {title: Second, on: {approve: {kind: approve, title: Approve, by: [master], to: kept}}}}}`);
    const outcome = moved(two, aSentCase(two), act('approve'), { by: BERT, when: WHEN });
    expect(toldOf(outcome)).toEqual({ approve: ['keeper'], '@enter.second': ['master'] });
    expect(effectsOf(outcome, 'notice').map(({ about }) => about)).toEqual(['approved', 'waiting']);
    const same = lighthouse(`{states: {
      sent: {on: {approve: {by: [checker], to: second}}},
      second: {title: Second, on: {approve: {kind: approve, title: Approve, by: [checker, master], to: kept}}}}}`);
    expect(tells(aSentCase(same), act('approve'), BERT, same)).toEqual({
      approve: ['keeper'],
      '@enter.second': ['master'],
    });
  });
});
