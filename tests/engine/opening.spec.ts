import { describe, expect, it } from '@jest/globals';
import { openCase } from '../../server/engine/opening.ts';
import { NO_FACTS } from '../../server/engine/situation.ts';
import { step } from '../../server/engine/step.ts';
import { ANNA, DORA, SHIPS, TOWER, act, at, effectsOf, facts, lighthouse, linesOf, toldOf } from './lighthouse.ts';

const PERIOD = { key: '2024-04', title: 'April', from: '2024-04-01', to: '2024-04-30', due: '2024-04-30' };
const model = lighthouse(`{subject: {per: [organisation, period]}, deadlines: {report: {on: ~, at: period.due}},
  periods: {every: month, from: 2024-04-01, to: 2024-12-31}}`);
const seed = { id: 'april', organisation: TOWER, period: PERIOD, facts: NO_FACTS };

describe('a case whose window is not open yet', () => {
  const { case: upcoming, effects } = openCase(model, seed, at('2024-03-20T09:00'));

  it('is upcoming, shows its dates, and waits for the first day of its window', () => {
    expect(upcoming).toMatchObject({
      status: 'upcoming',
      state: 'open',
      visit: 0,
      opensAt: at('2024-04-01'),
      due: at('2024-05-01'),
      tasks: [],
      metrics: { ships: 0 },
    });
    expect(effects).toEqual([
      { kind: 'timers', visit: 0, wishes: [{ kind: 'open', key: '', n: 0, at: at('2024-04-01') }] },
    ]);
  });

  it('opens at that time, tells those awaited, and starts its clock', () => {
    const outcome = step(model, upcoming, { type: 'open' }, facts(null), at('2024-04-01'));
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(outcome.case).toMatchObject({ status: 'open', visit: 1, enteredAt: at('2024-04-01'), lockVersion: 1 });
    expect(linesOf(outcome)).toEqual(['opened']);
    expect(toldOf(outcome)).toEqual({ '@open': ['keeper'] });
    expect(effectsOf(outcome, 'end-visit')).toEqual([{ kind: 'end-visit', visit: 0, done: [] }]);
    expect(effectsOf(outcome, 'timers')[0]?.visit).toBe(1);
  });

  it('does not open before, nor twice', () => {
    expect(step(model, upcoming, { type: 'open' }, facts(null), at('2024-03-31T23:59'))).toMatchObject({
      kind: 'moved',
      case: upcoming,
      effects: [],
    });
    const open = openCase(model, seed, at('2024-04-02')).case;
    expect(step(model, open, { type: 'open' }, facts(null), at('2024-04-03'))).toMatchObject({
      case: open,
      effects: [],
    });
  });

  it('opens by itself for who acts in its window before the timer came', () => {
    const outcome = step(model, upcoming, act('submit'), facts(ANNA, { data: SHIPS }), at('2024-04-01T00:01'));
    if (outcome.kind === 'refused') throw new Error(outcome.reason);
    expect(outcome.case).toMatchObject({ state: 'sent', visit: 2, lockVersion: 1 });
    expect(linesOf(outcome)).toEqual(['opened', 'acted']);
  });

  it('can be extended before it opens, and opens with the later date', () => {
    const extended = step(
      model,
      upcoming,
      { type: 'extend', deadline: 'report', to: '2024-05-10', reason: 'ill' },
      facts(DORA),
      at('2024-03-21'),
    );
    if (extended.kind === 'refused') throw new Error(extended.reason);
    expect(extended.case).toMatchObject({ status: 'upcoming', due: at('2024-05-11') });
    const granted = effectsOf(extended, 'extension').map(({ deadline, due }) => ({
      deadline,
      due,
      organisation: 'tower',
    }));
    const opened = step(model, extended.case, { type: 'open' }, facts(null, { extensions: granted }), at('2024-04-01'));
    expect(opened).toMatchObject({
      case: { deadlines: [{ due: at('2024-05-11'), override: 'extension', planned: at('2024-05-01') }] },
    });
  });
});

describe('a case whose window is open, or that has none', () => {
  it('is open at once', () => {
    const { case: open, effects } = openCase(model, seed, at('2024-04-15T12:00'));
    expect(open).toMatchObject({ status: 'open', visit: 1, enteredAt: at('2024-04-15T12:00'), due: at('2024-05-01') });
    expect(linesOf({ effects })).toEqual(['opened']);
    expect(openCase(lighthouse(), { ...seed, period: null }, at('2024-01-01')).case.status).toBe('open');
  });
});
