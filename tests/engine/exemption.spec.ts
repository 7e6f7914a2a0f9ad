import { describe, expect, it } from '@jest/globals';
import {
  ANNA,
  BERT,
  DORA,
  aCase,
  aSentCase,
  act,
  effectsOf,
  lighthouse,
  linesOf,
  moved,
  refusal,
  toldOf,
} from './lighthouse.ts';

const model = lighthouse();
const WHEN = '2024-03-29T10:00';
const exempt = { type: 'exempt', reason: 'closed' } as const;
const cancel = { type: 'cancel', reason: 'left' } as const;

describe('an exemption', () => {
  it('ends the case without a report, for a reason, and tells the organisation', () => {
    const outcome = moved(model, aCase(model), exempt, { by: DORA, when: WHEN });
    expect(outcome.case).toMatchObject({
      status: 'exempt',
      state: 'open',
      deadlines: [],
      tasks: [],
      metrics: { ships: 0 },
    });
    expect(linesOf(outcome)).toEqual(['exempted']);
    expect(effectsOf(outcome, 'exemption')).toEqual([{ kind: 'exemption', reason: 'closed' }]);
    expect(effectsOf(outcome, 'end-visit')).toEqual([{ kind: 'end-visit', visit: 1, done: [] }]);
    expect(toldOf(outcome)).toEqual({ '@exempted': ['keeper'] });
  });

  it('can be given before the window opens and after a report came, which then counts nothing', () => {
    expect(
      moved(model, aCase(model, undefined, { status: 'upcoming', opensAt: 9e12 }), exempt, { by: DORA, when: WHEN })
        .case.status,
    ).toBe('exempt');
    expect(moved(model, aSentCase(model), exempt, { by: DORA, when: WHEN }).case.metrics).toEqual({ ships: 0 });
  });

  it('is refused to others, without a reason, twice, when all is done, and where the workflow has none', () => {
    const by = { by: DORA, when: WHEN };
    expect(refusal(model, aCase(model), exempt, { by: BERT, when: WHEN }).reason).toBe('not-your-role');
    expect(refusal(model, aCase(model), exempt, { by: ANNA, when: WHEN }).reason).toBe('not-your-role');
    expect(refusal(model, aCase(model), { type: 'exempt', reason: ' ' }, by).reason).toBe('reason-required');
    expect(refusal(model, moved(model, aCase(model), exempt, by).case, exempt, by).reason).toBe('case-not-open');
    const kept = moved(model, aSentCase(model), act('approve'), by).case;
    expect(refusal(model, kept, exempt, by).reason).toBe('case-not-open');
    const without = lighthouse('{exemption: ~}');
    expect(refusal(without, aCase(without), exempt, by).reason).toBe('unknown-action');
  });
});

describe('an exemption that is taken back', () => {
  const lift = { type: 'lift-exemption', reason: 'it reopened' } as const;
  const by = { by: DORA, when: WHEN };
  const exempted = moved(model, aCase(model), exempt, by).case;

  it('makes the report owed again in the state where it stood, with deadlines and timers worked out anew', () => {
    const outcome = moved(model, exempted, lift, by);
    expect(outcome.case).toMatchObject({ status: 'open', state: 'open', visit: 2, due: aCase(model).due });
    expect(outcome.case.deadlines).toEqual(aCase(model).deadlines);
    expect(effectsOf(outcome, 'timers')).toHaveLength(1);
    expect(linesOf(outcome)).toEqual(['exemption-lifted']);
    expect(toldOf(outcome)).toEqual({ '@exemption-lifted': ['keeper'] });
  });

  it('waits again for a window that has not opened', () => {
    const upcoming = aCase(model, undefined, { status: 'upcoming', visit: 0, opensAt: 9e12 });
    const outcome = moved(model, moved(model, upcoming, exempt, by).case, lift, by);
    expect(outcome.case.status).toBe('upcoming');
    expect(effectsOf(outcome, 'timers')).toEqual([
      { kind: 'timers', visit: 0, wishes: [{ kind: 'open', key: '', n: 0, at: 9e12 }] },
    ]);
  });

  it('is refused to others, without a reason, and where there is none', () => {
    expect(refusal(model, exempted, lift, { by: BERT, when: WHEN }).reason).toBe('not-your-role');
    expect(refusal(model, exempted, { type: 'lift-exemption', reason: '' }, by).reason).toBe('reason-required');
    expect(refusal(model, aCase(model), lift, by).reason).toBe('case-not-open');
  });
});

describe('an organisation that leaves', () => {
  it('has its open cases cancelled', () => {
    const outcome = moved(model, aCase(model), cancel, { by: null, when: WHEN });
    expect(outcome.case.status).toBe('cancelled');
    expect(linesOf(outcome)).toEqual(['cancelled']);
  });

  it('keeps what was received, and nobody cancels by hand', () => {
    expect(refusal(model, aSentCase(model), cancel, { by: null, when: WHEN }).reason).toBe('case-not-open');
    expect(refusal(model, aCase(model), cancel, { by: DORA, when: WHEN }).reason).toBe('not-your-role');
  });
});
