import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../server/engine/case.ts';
import type { Person } from '../../server/engine/command.ts';
import type { Model } from '../../server/engine/model.ts';
import {
  ANNA,
  BERT,
  CARL,
  DORA,
  STRANGER,
  TOWER,
  aCase,
  aSentCase,
  act,
  lighthouse,
  moved,
  person,
  refusal,
} from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-29T10:00';

interface Attempt {
  by: Person | null;
  action: string;
  current?: Case;
  more?: Parameters<typeof act>[1];
  in?: Model;
}
const reason = ({ by, action, current, more, in: of = model }: Attempt): string =>
  refusal(of, current ?? aCase(of), act(action, more), { by, when: WHEN }).reason;

describe('an action is refused', () => {
  it('to somebody without the role, in another organisation, or not signed in, in any state', () => {
    expect(reason({ by: BERT, action: 'submit' })).toBe('not-your-role');
    expect(reason({ by: STRANGER, action: 'submit' })).toBe('not-your-role');
    expect(reason({ by: null, action: 'submit' })).toBe('not-your-role');
    expect(reason({ by: ANNA, action: 'approve', current: aSentCase(model) })).toBe('not-your-role');
    expect(reason({ by: ANNA, action: 'approve' })).toBe('not-your-role');
  });

  it('to a role that the programme does not allow it at all, though the workflow names it', () => {
    const lax = lighthouse('{actors: {checker: {role: guest, scope: programme}}}');
    const gil = person('gil', 'guest');
    expect(reason({ by: gil, action: 'approve', current: aSentCase(lax), in: lax })).toBe('not-your-role');
    const acting = lighthouse(
      '{actors: {checker: {role: guest, scope: programme}}, states: {sent: {on: {look: {kind: act, title: Look, by: [checker], to: sent}}}}}',
    );
    expect(moved(acting, aSentCase(acting), act('look'), { by: gil, when: WHEN }).case.state).toBe('sent');
  });

  it('to the person who filled in what is to be checked', () => {
    const both: Person = { ...ANNA, memberships: [...ANNA.memberships, ...BERT.memberships] };
    expect(reason({ by: both, action: 'approve', current: aSentCase(model) })).toBe('same-person');
    const saved = { ...aSentCase(model), savedBy: ['anna', 'bert'] };
    expect(reason({ by: BERT, action: 'approve', current: saved })).toBe('same-person');
    expect(moved(model, saved, act('approve'), { by: CARL, when: WHEN }).case.state).toBe('kept');
  });

  it('where that person holds another role that is free, not', () => {
    const both: Person = { ...ANNA, memberships: [...ANNA.memberships, ...BERT.memberships, ...DORA.memberships] };
    const outcome = moved(model, aSentCase(model), act('approve'), { by: both, when: WHEN });
    expect(outcome.case.deeds.at(-1)).toEqual({ actor: 'master', action: 'approve', person: 'anna' });
  });

  it('in a state that has no such action', () => {
    expect(reason({ by: BERT, action: 'approve' })).toBe('not-in-this-state');
  });

  it('while the window is not open, and when the case has ended without a report', () => {
    const upcoming = aCase(model, undefined, { status: 'upcoming', opensAt: 9e12 });
    expect(reason({ by: ANNA, action: 'submit', current: upcoming })).toBe('window-not-open');
    for (const status of ['exempt', 'cancelled'] as const) {
      expect(reason({ by: ANNA, action: 'submit', current: aCase(model, undefined, { status }) })).toBe(
        'case-not-open',
      );
    }
  });

  it('without the comment or the reason that it asks for', () => {
    const sent = aSentCase(model);
    expect(reason({ by: BERT, action: 'return', current: sent, more: { reasons: ['other'] } })).toBe(
      'comment-required',
    );
    expect(reason({ by: BERT, action: 'return', current: sent, more: { reasons: ['other'], comment: '  ' } })).toBe(
      'comment-required',
    );
    expect(reason({ by: BERT, action: 'return', current: sent, more: { comment: 'x' } })).toBe('reason-required');
    expect(
      reason({ by: BERT, action: 'return', current: sent, more: { comment: 'x', reasons: ['other', 'made_up'] } }),
    ).toBe('reason-required');
    expect(reason({ by: BERT, action: 'approve', current: sent, more: { reasons: ['other'] } })).toBe(
      'reason-required',
    );
  });

  it('by the first reason in the order of the table: role, state, words, form, guards', () => {
    const blocked = lighthouse('{deadlines: {report: {late: block}}}');
    const late = aCase(blocked);
    const issues = [{ pointer: '', message: 'bad', severity: 'error' as const }];
    const tried = (by: Person, more: object) =>
      refusal(blocked, late, act('submit'), { by, when: '2024-06-01T00:00', facts: { data: {}, ...more } }).reason;
    expect(tried(BERT, { issues })).toBe('not-your-role');
    expect(tried(ANNA, { issues })).toBe('form-invalid');
    expect(tried(ANNA, {})).toBe('deadline-passed');
    expect(
      refusal(blocked, late, act('submit'), { by: ANNA, when: '2024-04-01T12:00', facts: { data: {} } }).reason,
    ).toBe('guard-failed');
  });
});

describe('an actor named in the form', () => {
  const named = lighthouse('{actors: {checker: {role: ~, scope: ~, person: keeper}}}');
  const sent = aSentCase(named);
  const approve = (by: Person) => ({ by, when: WHEN, facts: { data: { keeper: by.id } } });

  it('acts where some role of the person may', () => {
    expect(moved(named, sent, act('approve'), approve(BERT)).case.state).toBe('kept');
  });

  it('does not act where none may', () => {
    expect(refusal(named, sent, act('approve'), approve(person('eve', 'guest', TOWER))).reason).toBe('not-your-role');
  });
});
