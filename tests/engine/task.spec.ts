import { describe, expect, it } from '@jest/globals';
import type { Person } from '../../server/engine/command.ts';
import {
  ANNA,
  BERT,
  CARL,
  DORA,
  aCase,
  aSentCase,
  act,
  at,
  effectsOf,
  lighthouse,
  linesOf,
  moved,
  refusal,
} from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-29T10:00';
const claimed = (by = BERT) => moved(model, aSentCase(model), { type: 'claim', task: 'check' }, { by, when: WHEN });

describe('a task', () => {
  it('is claimed by one of those whom it is for, and the claim is a line', () => {
    const outcome = claimed();
    expect(outcome.case).toMatchObject({ visit: 2, tasks: [{ key: 'check', assignee: 'bert', status: 'open' }] });
    expect(outcome.effects).toEqual([
      expect.objectContaining({
        kind: 'history',
        event: expect.objectContaining({ type: 'claimed', actor: 'checker', payload: { task: 'check' } }),
      }),
      { kind: 'tasks', visit: 2, tasks: outcome.case.tasks },
    ]);
  });

  it('is claimed twice by the same person without any change', () => {
    const { case: held } = claimed();
    expect(moved(model, held, { type: 'claim', task: 'check' }, { by: BERT, when: WHEN })).toMatchObject({
      case: held,
      effects: [],
    });
  });

  it('that somebody holds is refused to others of the same actor, to claim and to act', () => {
    const { case: held } = claimed();
    expect(refusal(model, held, { type: 'claim', task: 'check' }, { by: CARL, when: WHEN }).reason).toBe(
      'claimed-by-another',
    );
    expect(refusal(model, held, { type: 'release', task: 'check' }, { by: CARL, when: WHEN }).reason).toBe(
      'claimed-by-another',
    );
    expect(refusal(model, held, act('approve'), { by: CARL, when: WHEN }).reason).toBe('claimed-by-another');
    expect(moved(model, held, act('approve'), { by: BERT, when: WHEN }).case.state).toBe('kept');
  });

  it('does not bind an actor whom it is not for', () => {
    expect(moved(model, claimed().case, act('approve'), { by: DORA, when: WHEN }).case.state).toBe('kept');
  });

  it('is free again when it is given back', () => {
    const free = moved(model, claimed().case, { type: 'release', task: 'check' }, { by: BERT, when: WHEN });
    expect(linesOf(free)).toEqual(['released']);
    expect(
      moved(model, free.case, { type: 'claim', task: 'check' }, { by: CARL, when: WHEN }).case.tasks[0]?.assignee,
    ).toBe('carl');
  });

  it('is refused to whom it is not for, where it is not open, and where it cannot be claimed', () => {
    const claim = { type: 'claim', task: 'check' } as const;
    const both: Person = { ...ANNA, memberships: [...ANNA.memberships, ...BERT.memberships] };
    expect(refusal(model, aSentCase(model), claim, { by: ANNA, when: WHEN }).reason).toBe('not-your-role');
    expect(refusal(model, aSentCase(model), claim, { by: both, when: WHEN }).reason).toBe('same-person');
    expect(refusal(model, aCase(model), claim, { by: BERT, when: WHEN }).reason).toBe('not-in-this-state');
    expect(refusal(model, aSentCase(model), { type: 'claim', task: 'sweep' }, { by: BERT, when: WHEN }).reason).toBe(
      'unknown-action',
    );
    const unclaimable = lighthouse('{states: {sent: {tasks: {check: {claim: ~}}}}}');
    expect(refusal(unclaimable, aSentCase(unclaimable), claim, { by: BERT, when: WHEN }).reason).toBe(
      'not-in-this-state',
    );
  });

  it('of the visit is done by the action that ends it, others are cancelled', () => {
    const two = lighthouse('{states: {sent: {tasks: {look: {actors: [master]}}}}}');
    const outcome = moved(two, aSentCase(two), act('approve'), { by: BERT, when: WHEN });
    expect(effectsOf(outcome, 'end-visit')).toEqual([{ kind: 'end-visit', visit: 2, done: ['check'] }]);
  });
});

describe('tasks that several people do in one state', () => {
  const signing = lighthouse(`{states: {sent: {
    tasks: {check: {actors: [checker], claim: true}, look: {actors: [master]}},
    on: {
      sign:   {kind: act, title: Sign, by: [checker], to: sent},
      glance: {kind: act, title: Glance, by: [master], to: sent},
      '@tasks.done': {to: kept, require: [{expr: 'form.ships.size() >= 1', message: none}]}}}}}`);
  const sent = aSentCase(signing);

  it('are done one by one; the state stays, with its visit and its deadline', () => {
    const outcome = moved(signing, sent, act('sign'), { by: BERT, when: '2024-04-02T10:00' });
    expect(outcome.case).toMatchObject({
      state: 'sent',
      visit: 2,
      deadlines: sent.deadlines,
      tasks: [
        { key: 'check', status: 'done' },
        { key: 'look', status: 'open' },
      ],
    });
    expect(effectsOf(outcome, 'end-visit')).toEqual([]);
  });

  it('lead on when the last of them is done', () => {
    const one = moved(signing, sent, act('sign'), { by: BERT, when: WHEN }).case;
    const outcome = moved(signing, one, act('glance'), { by: DORA, when: WHEN });
    expect(outcome.case).toMatchObject({ state: 'kept', visit: 3 });
    expect(effectsOf(outcome, 'history').map(({ event }) => [event.type, event.action, event.to])).toEqual([
      ['acted', 'glance', 'kept'],
      ['reacted', '@tasks.done', 'kept'],
    ]);
  });

  it('stay done but do not lead on where a requirement fails', () => {
    const one = moved(signing, sent, act('sign'), { by: BERT, when: WHEN }).case;
    const outcome = moved(signing, one, act('glance'), { by: DORA, when: WHEN, facts: { data: {} } });
    expect(outcome.case).toMatchObject({ state: 'sent', tasks: [{ status: 'done' }, { status: 'done' }] });
  });

  it('are given time where an action in the state gives it', () => {
    const giving = lighthouse(
      '{states: {sent: {on: {more: {kind: act, title: More time, by: [master], to: sent, give: P30D}}}}}',
    );
    const outcome = moved(giving, aSentCase(giving), act('more'), { by: DORA, when: WHEN });
    expect(outcome.case).toMatchObject({ visit: 2, deadlines: [{ due: at('2024-04-29T00:00'), override: 'given' }] });
    expect(effectsOf(outcome, 'timers')).toHaveLength(1);
  });
});
