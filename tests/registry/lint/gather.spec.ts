import { describe, expect, it } from '@jest/globals';
import { aSource } from '../trial.ts';
import { aForm, aWorkflow } from './lantern.ts';
import { lint } from './planted.ts';

/** Lanterns lent are gathered into a procession: one workflow holds the cases of another. */

const procession = (parts: Record<string, string> = {}) =>
  aSource(
    'Workflow',
    aWorkflow({
      key: 'procession',
      title: 'Procession',
      subject: '{form: walk, per: [programme]}',
      gather: `{workflow: trial, where: 'c.state == "sent"', as: lanterns}`,
      actors:
        '{lender: {role: lender, scope: programme}, keeper: {role: keeper, scope: programme, not_same_as: [lender]}}',
      submit: 'kind: submit, title: Send, by: [lender], to: sent, members: accept',
      ...parts,
    }),
    'procession',
  );

const walk = aSource(
  'Form',
  aForm({ route: { type: 'string', title: 'Route', maxLength: 40 } }, { $id: 'walk' }),
  'walk',
);

const codes = (parts: Record<string, string> = {}, workflow: Record<string, string> = {}): string[] => {
  const more = [procession(parts), walk];
  const { errors, warnings } = lint({ programme: { workflows: '[trial, procession]' }, workflow, more });
  return [...errors, ...warnings].map((line) => /\d+:\d+ ([a-z-]+):/.exec(line)?.[1] ?? line);
};

describe('lint of a workflow that gathers', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(codes()).toEqual([]);
  });

  const PLANTED: [string, Record<string, string>, Record<string, string>?][] = [
    ['unknown-workflow', { gather: '{workflow: lamps, as: lanterns}' }],
    ['unknown-workflow', { gather: '{workflow: procession, as: lanterns}' }],
    ['gather-misfit', {}, { gather: '{workflow: procession, as: walks}' }],
    ['gather-misfit', { gather: '{workflow: trial, as: route}' }],
    ['members-misfit', { submit: 'kind: submit, title: Send, by: [lender], to: sent, members: send' }],
    ['members-misfit', { submit: 'kind: submit, title: Send, by: [lender], to: sent, members: burn' }],
    ['members-misfit', { gather: '' }],
    [
      'contest-event-misplaced',
      {},
      { states: "\n  open: {title: Open, on: {'@ballot.closed': {to: done}}}\n  done: {title: Done, final: success}" },
    ],
    ['expression-unknown-field', { gather: '{workflow: trial, where: \'c.colour == "red"\', as: lanterns}' }],
    ['expression-wrong-result', { gather: "{workflow: trial, where: 'c.state', as: lanterns}" }],
    ['expression-unknown-field', { require: '[{expr: \'entries.all(e, e.form.colour == "red")\', message: Red}]' }],
  ];

  it.each(PLANTED.map(([code, parts, workflow = {}]) => ({ code, parts, workflow })))(
    'finds $code',
    ({ code, parts, workflow }) => {
      expect(codes(parts, workflow)).toContain(code);
    },
  );

  it('knows the fields, the metrics and the organisation of what is gathered', () => {
    const require = `[{expr: 'entries.all(e, e.form.glass != "" && e.org.code != "" && e.metrics.light > 0)', message: Lit}]`;
    expect(codes({ require }, { metrics: '{light: form.glass.size()}' })).toEqual([]);
  });
});
