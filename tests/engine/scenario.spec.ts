import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { Scenario } from '../../server/contract/definition/scenario.ts';
import type { FormIssue } from '../../server/engine/command.ts';
import type { Model } from '../../server/engine/model.ts';
import { playScenario, uncovered, type Stage } from '../../server/engine/scenario.ts';
import { lighthouse, organisation } from './lighthouse.ts';

const model = lighthouse();
const CHECKED: Stage = { check: (data) => ({ data, issues: [] }) };

const scenario = (text: string): Scenario =>
  Scenario.parse({ kind: 'Scenario', key: 'trial', workflow: 'log', ...(parse(text) as object) });
const plays = (text: string, stage = CHECKED, of: Model = model): string[] =>
  playScenario(of, scenario(text), stage).problems.map(({ path, message }) => `${path.join('.')}: ${message.en}`);

const GIVEN = 'given: {now: 2024-03-30T09:00}';

describe('a scenario', () => {
  it('passes where every step leads to what it expects', () => {
    expect(
      plays(
        `
${GIVEN}
steps:
  - {do: submit, as: keeper, form: {ships: []}, expect: {refused: guard-failed}}
  - {advance_to: 2024-04-02T08:00, expect: {notified: [keeper, checker], state: open, status: open}}
  - {do: submit, as: keeper, form: {ships: [{name: Seeadler}]}, expect: {state: sent, in_grace: true, late: false, metrics: {ships: 1}, notified: [checker, master], warnings: 0, due: 2024-04-08}}
  - {do: approve, as: keeper, expect: {refused: not-your-role}}
  - {claim: check, as: checker, person: bert}
  - {do: return, as: checker, person: carl, comment: x, reasons: [other], expect: {refused: claimed-by-another}}
  - {do: return, as: checker, person: bert, comment: x, reasons: [other], expect: {state: open, due: 2024-04-05, notified: [keeper]}}
  - {as: master, extend: {deadline: report, to: 2024-04-12}, comment: ill, expect: {due: 2024-04-13T00:00}}
  - {advance: P2D}
  - {do: zero, as: keeper, comment: none, expect: {zero: true, late: false, in_grace: true, metrics: {ships: 0}}}
  - {do: approve, as: master, expect: {state: kept, status: done}}
`,
      ),
    ).toEqual([]);
  });

  it('names each expectation that fails, and goes on', () => {
    expect(
      plays(`
${GIVEN}
steps:
  - {do: submit, as: keeper, form: {ships: [{}]}, expect: {state: open, late: true, due: 2024-04-09T10:00, notified: [master], warnings: 2, metrics: {ships: 7}}}
  - {do: approve, as: keeper}
  - {do: approve, as: checker, expect: {refused: same-person}}
`),
    ).toEqual([
      'steps.0.expect.state: state should be open, but is sent',
      'steps.0.expect.late: late should be true, but is false',
      'steps.0.expect.due: due should be 2024-04-09T10:00, but is 2024-04-07T00:00',
      'steps.0.expect.notified: notified should be ["master"], but is ["checker","master"]',
      'steps.0.expect.warnings: warnings should be 2, but is 0',
      'steps.0.expect.metrics.ships: metrics.ships should be 7, but is 1',
      'steps.1.expect.refused: It was refused, which was not expected: not-your-role',
      'steps.2.expect.refused: refused should be same-person, but is moved',
    ]);
  });

  it('completes what is required and missing; what is given stands', () => {
    const seen: unknown[] = [];
    const stage: Stage = { check: (data) => (seen.push(data), { data, issues: [] }) };
    plays(`${GIVEN}\nsteps: [{do: submit, as: keeper, form: {ships: [{tons: 3}]}}]`, stage);
    expect(seen).toEqual([{ keeper: 'sample 1', ships: [{ tons: 3, name: 'sample 101' }] }]);
  });

  it('is told what the form’s rules say', () => {
    const issues: FormIssue[] = [
      { pointer: '/ships/0/tons', message: 'too heavy', severity: 'error' },
      { pointer: '', message: 'hm', severity: 'warning' },
    ];
    const stage: Stage = { check: (data) => ({ data, issues: data['note'] === 'fine' ? issues.slice(1) : issues }) };
    expect(
      plays(
        `${GIVEN}
steps:
  - {do: submit, as: keeper, form: {ships: [{}]}, expect: {refused: form-invalid, invalid: [/ships/0/tons]}}
  - {do: submit, as: keeper, expect: {refused: form-invalid, invalid: [/keeper]}}
  - {do: submit, as: keeper}
  - {do: submit, as: keeper, form: {note: fine}, expect: {warnings: 1}}`,
        stage,
      ),
    ).toEqual([
      'steps.1.expect.invalid: invalid should be ["/keeper"], but is ["/ships/0/tons"]',
      'steps.2.expect.refused: It was refused, which was not expected: form-invalid (/ships/0/tons too heavy)',
    ]);
  });

  it('plays all periods of an organisation, and judges their series', () => {
    const periodic =
      lighthouse(`{subject: {per: [organisation, period]}, periods: {every: month, from: 2024-03-01, to: 2024-04-30},
      deadlines: {report: {on: ~, at: period.due}},
      settle: {after: P7D, require: [{expr: 'sum(series.submitted.map(c, c.metrics.ships)) >= params.need', message: few}], on_fail: {mark: too_few, notify: [keeper]}},
      params: {need: {type: int, value: 2}}}`);
    const text = (params: string) => `
given: {now: 2024-03-30T09:00, period: 2024-03${params}}
steps:
  - {do: submit, as: keeper, form: {ships: [{}]}, expect: {state: sent}}
  - {do: submit, as: keeper, period: 2024-04, expect: {refused: window-not-open}}
  - {do: submit, as: keeper, period: 2024-05, expect: {refused: window-not-open}}
  - {advance_to: 2024-04-02T09:00, period: 2024-04, expect: {status: open}}
  - {advance_to: 2024-05-08T09:00, expect: {marks: [too_few]}}
  - {do: submit, as: keeper, period: 2024-04, form: {ships: [{}]}, expect: {late: true, marks: []}}`;
    expect(plays(text(''), CHECKED, periodic)).toEqual([
      'steps.2.period: There is no such period for this organisation',
    ]);
    expect(plays(text(', params: {need: 1}'), CHECKED, periodic)).toEqual([
      'steps.2.period: There is no such period for this organisation',
      'steps.4.expect.marks: marks should be ["too_few"], but is []',
    ]);
  });

  it('has somebody for every scope, by the kind that is given', () => {
    const levels = lighthouse(`{actors: {
      keeper: {role: keeper, scope: own},
      checker: {role: checker, scope: {ancestor: harbour}},
      master: {role: ~, scope: ~, for: {lighthouse: {role: master, scope: {relation: owned_by}}, lightship: {role: master, scope: siblings}}}}}`);
    const both = (kind: string) => `
given: {now: 2024-03-30T09:00, organisation: {kind: ${kind}, attributes: {height: 40}, parent: county}}
steps:
  - {do: submit, as: keeper, form: {ships: [{}]}}
  - {do: approve, as: checker}
  - {do: reopen, as: master, comment: x, expect: {state: open}}`;
    expect(plays(both('lighthouse'), CHECKED, levels)).toEqual([]);
    expect(plays(both('lightship'), CHECKED, levels)).toEqual([]);
    expect(plays(both('harbour'), CHECKED, levels)).toEqual([
      'steps.2.as: There is no actor master for this organisation',
    ]);
  });

  it('plays in an organisation of the programme', () => {
    const where = lighthouse(
      '{states: {open: {on: {submit: {require: [{expr: \'org.title == "The rock"\', message: elsewhere}]}}}}}',
    );
    const text = (code: string) =>
      `{given: {now: 2024-03-30T09:00, organisation: {code: ${code}}}, steps: [{do: submit, as: keeper, form: {ships: [{}]}}]}`;
    const stage = { ...CHECKED, organisations: [organisation('rock')] };
    expect(plays(text('rock'), stage, where)).toEqual([]);
    expect(plays(text('reef'), stage, where)).toHaveLength(1);
  });

  it('goes by proxy, exempts, and tells what cannot be', () => {
    expect(
      plays(`
${GIVEN}
steps:
  - {do: submit, as: checker, proxy: true, form: {ships: [{}]}, expect: {refused: reason-required}}
  - {do: submit, as: checker, proxy: true, comment: fax, form: {ships: [{}]}, expect: {state: sent}}
  - {do: approve, as: checker, expect: {refused: same-person}}
  - {exempt: true, as: master, expect: {refused: reason-required}}
  - {exempt: true, as: master, comment: closed, expect: {status: exempt}}
  - {do: submit, as: nobody}
  - {advance_to: 2024-03-01T00:00}
`),
    ).toEqual([
      'steps.5.as: There is no actor nobody for this organisation',
      'steps.6.advance_to: Time only goes forward',
    ]);
  });

  it('tells which states and actions no scenario came to', () => {
    const report = playScenario(
      model,
      scenario(`${GIVEN}\nsteps: [{do: submit, as: keeper, form: {ships: [{}]}}, {do: approve, as: keeper}]`),
      CHECKED,
    );
    expect(uncovered(model, [report])).toEqual({
      states: ['kept'],
      actions: ['open.zero', 'sent.withdraw', 'sent.approve', 'sent.return', 'kept.reopen'],
    });
    expect(uncovered(model, [])).toMatchObject({ states: ['open', 'sent', 'kept'] });
  });
});
