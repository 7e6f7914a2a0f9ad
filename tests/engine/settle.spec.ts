import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../server/engine/case.ts';
import type { SiblingCase } from '../../server/engine/command.ts';
import { openCase } from '../../server/engine/opening.ts';
import { settlementOf, siblingOf } from '../../server/engine/settle.ts';
import { NO_FACTS } from '../../server/engine/situation.ts';
import {
  ANNA,
  BERT,
  DORA,
  SHIPS,
  TOWER,
  act,
  at,
  effectsOf,
  lighthouse,
  linesOf,
  moved,
  toldOf,
} from './lighthouse.ts';

const model = lighthouse(`{
  subject: {per: [organisation, period]},
  periods: {every: month, from: 2024-03-01, to: 2024-04-30},
  deadlines: {report: {on: ~, at: period.due}},
  settle: {after: P7D, require: [{expr: 'sum(series.submitted.map(c, c.metrics.ships)) >= programme.params.least', message: 'Fewer than {programme.params.least} ships'}],
    on_fail: {mark: too_few, notify: [keeper, master]}}}`);
const PERIODS = {
  march: { key: '2024-03', title: 'March', from: '2024-03-01', to: '2024-03-31', due: '2024-03-31' },
  april: { key: '2024-04', title: 'April', from: '2024-04-01', to: '2024-04-30', due: '2024-04-30' },
};
const open = (which: keyof typeof PERIODS): Case =>
  openCase(model, { id: which, organisation: TOWER, period: PERIODS[which], facts: NO_FACTS }, at('2024-04-10T09:00'))
    .case;
const sends = (current: Case, ships: number): Case =>
  moved(model, current, act('submit'), {
    by: ANNA,
    when: '2024-04-20T10:00',
    facts: { data: { ...SHIPS, ships: Array.from({ length: ships }, () => ({ name: 'x' })) } },
  }).case;
const series = (...cases: Case[]): SiblingCase[] => cases.map((one) => siblingOf(model, one));
const settles = (current: Case, others: SiblingCase[], when = '2024-05-08T00:00') =>
  moved(model, current, { type: 'settle' }, { by: null, when, facts: { series: others } });
const SETTLED_FROM = at('2024-05-08T00:00');

describe('a settlement', () => {
  it('waits for seven days after the last due date of the series', () => {
    expect(settlementOf(model, series(open('march'), open('april')))).toEqual({ case: 'april', at: SETTLED_FROM });
    const early = settles(open('april'), series(open('march'), open('april')), '2024-05-07T23:59');
    expect(early.case.marks).toEqual([]);
    expect(early.effects).toEqual([{ kind: 'settle', case: 'april', at: SETTLED_FROM }]);
  });

  it('waits for an extension too, of whichever case', () => {
    const extended = moved(
      model,
      open('march'),
      { type: 'extend', deadline: 'report', to: '2024-04-15', reason: 'x' },
      { by: DORA, when: '2024-04-10T10:00', facts: { series: series(open('march'), open('april')) } },
    );
    expect(effectsOf(extended, 'settle')).toEqual([{ kind: 'settle', case: 'april', at: SETTLED_FROM }]);
    const longer = { ...open('march'), due: at('2024-05-16') };
    expect(settlementOf(model, series(longer, open('april')))).toEqual({ case: 'march', at: at('2024-05-23') });
  });

  it('sets its mark on the case that was due last, and tells', () => {
    const march = sends(open('march'), 2);
    const outcome = settles(open('april'), series(march, open('april')));
    expect(outcome.case.marks).toEqual(['too_few']);
    expect(linesOf(outcome)).toEqual(['mark-set']);
    expect(toldOf(outcome)).toEqual({ '@mark-set.too_few': ['keeper', 'master'] });
    expect(effectsOf(outcome, 'settlement')).toEqual([
      { kind: 'settlement', met: false, messages: ['Fewer than 3 ships'] },
    ]);
  });

  it('sets it once, and clears it when the series is enough', () => {
    const marked = settles(open('april'), series(sends(open('march'), 2), open('april'))).case;
    expect(linesOf(settles(marked, series(sends(open('march'), 2), marked)))).toEqual([]);
    const cleared = settles(marked, series(sends(open('march'), 3), marked));
    expect(cleared.case.marks).toEqual([]);
    expect(linesOf(cleared)).toEqual(['mark-cleared']);
  });

  it('sets none where the series is enough, and zero reports add nothing', () => {
    expect(settles(open('april'), series(sends(open('march'), 3), open('april'))).case.marks).toEqual([]);
    const zero = moved(model, open('april'), act('zero', { comment: 'x' }), {
      by: ANNA,
      when: '2024-04-20T10:00',
    }).case;
    expect(settles(zero, series(sends(open('march'), 2), zero)).case.marks).toEqual(['too_few']);
  });

  it('counts what was sent back for mending until it is taken back', () => {
    const march = sends(open('march'), 3);
    const returned = moved(model, march, act('return', { comment: 'x', reasons: ['other'] }), {
      by: BERT,
      when: '2024-04-21T10:00',
    }).case;
    const withdrawn = moved(model, march, act('withdraw'), { by: ANNA, when: '2024-04-21T10:00' }).case;
    expect(settles(open('april'), series(returned, open('april'))).case.marks).toEqual([]);
    expect(settles(open('april'), series(withdrawn, open('april'))).case.marks).toEqual(['too_few']);
  });

  it('leaves out what is exempt, and judges nothing where all of it is', () => {
    const exempt = { ...open('april'), status: 'exempt' as const };
    expect(settlementOf(model, series(open('march'), exempt))).toEqual({ case: 'march', at: at('2024-04-08') });
    expect(settlementOf(model, series(exempt))).toBeNull();
    const marked = { ...exempt, marks: ['too_few'] };
    expect(settles(marked, series(open('march'), marked)).case.marks).toEqual([]);
  });

  it('is asked for again by each change once its time has come, and not before', () => {
    const wished = (when: string) =>
      effectsOf(
        moved(model, open('march'), act('submit'), {
          by: ANNA,
          when,
          facts: { series: series(open('march'), open('april')) },
        }),
        'settle',
      );
    expect(wished('2024-04-20T10:00')).toEqual([]);
    expect(wished('2024-06-01T10:00')).toEqual([{ kind: 'settle', case: 'april', at: at('2024-06-01T10:00') }]);
  });

  it('is asked for when a case is made', () => {
    const { effects } = openCase(
      model,
      { id: 'april', organisation: TOWER, period: PERIODS.april, facts: NO_FACTS },
      at('2024-03-01'),
    );
    expect(effectsOf({ effects }, 'settle')).toEqual([{ kind: 'settle', case: 'april', at: SETTLED_FROM }]);
  });

  it('is nothing where the workflow has none', () => {
    const plain = lighthouse();
    const current = openCase(
      plain,
      { id: 'x', organisation: TOWER, period: null, facts: NO_FACTS },
      at('2024-03-01'),
    ).case;
    expect(moved(plain, current, { type: 'settle' }, { by: null, when: '2025-01-01' })).toMatchObject({
      case: current,
      effects: [],
    });
  });
});
