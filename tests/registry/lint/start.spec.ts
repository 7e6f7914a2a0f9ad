import { describe, expect, it } from '@jest/globals';
import { lint } from './planted.ts';

/** Lanterns that people ask for themselves, and no more than there are. */

const ROLES =
  '{lender: {title: Lender, may: [cases.fill]}, keeper: {title: Keeper, may: [cases.read, cases.review, deadlines.manage]}, walker: {title: Walker, may: [cases.fill]}}';
const PUBLIC_ACTORS =
  '{walker: {role: walker, scope: public}, keeper: {role: keeper, scope: programme, not_same_as: [walker]}}';
const PRIVACY = "{version: '1', text: We keep your name for a year.}";
const SEND = 'kind: submit, title: Send, by: [walker], to: sent';
const NAME = { name: { type: 'string', title: 'Name', maxLength: 40, 'x-pii': 'name' } };

const codesOf = ({ errors, warnings }: ReturnType<typeof lint>): string[] =>
  [...errors, ...warnings].map((line) => /\d+:\d+ ([a-z-]+):/.exec(line)?.[1] ?? line);

const signUp = (start: string, more: Record<string, string> = {}) =>
  lint({
    programme: { roles: ROLES },
    workflow: {
      actors: PUBLIC_ACTORS,
      deadlines: '{check: {within: P5D}}',
      submit: SEND,
      start,
      ...more,
      ...(more['states'] === undefined && { states: STATES }),
    },
    fields: NAME,
  });

const STATES =
  `\n  open: {title: Open, on: {send: {${SEND}}}}\n` +
  '  sent: {title: Sent, deadline: check, on: {accept: {kind: approve, title: Accept, by: [keeper], to: done}}}\n' +
  '  done: {title: Done, final: success}';

const SOUND_START = `{by: [walker], from: 2025-02-01, to: 2025-03-31T18:00, privacy: ${PRIVACY}, once: [name]}`;

describe('lint of how cases begin', () => {
  it('finds nothing wrong with people who begin cases, and limits over them', () => {
    const { errors, warnings } = lint({
      programme: { params: '{places: {type: int, value: 20}}' },
      workflow: {
        start:
          '{by: [lender], max: 5, per: organisation, require: [{expr: series.submitted.size() < 3, message: Enough}]}',
        metrics: '{lamps: "has(form.lamps) ? form.lamps : 0"}',
        quotas:
          '{all: {count: true, by: [programme], max: programme.params.places, message: All lanterns are lent}, lamps: {sum: lamps, where: c.metrics.lamps > 1, by: [organisation, {attribute: district}], window: year, max: 7, on_exceed: mark, message: Many}}',
      },
      fields: { lamps: { type: 'integer', title: 'Lamps', minimum: 0, maximum: 9 } },
    });
    expect([errors, warnings]).toEqual([[], []]);
  });

  it('finds nothing wrong with a sign-up that needs no account', () => {
    const found = signUp(SOUND_START);
    expect([
      found.errors,
      found.warnings.filter((line) => !/state-without-deadline|"lender" is not used/.test(line)),
    ]).toEqual([[], []]);
  });

  const PEOPLE: [string, string, Record<string, string>][] = [
    ['start-misfit', '{by: [lender], from: 2025-03-02, to: 2025-03-01}', {}],
    ['start-misfit', '{by: [lender], per: person}', {}],
    [
      'start-misfit',
      '{by: [lender]}',
      {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{every: month, day: 20, from: 2025-01-01, to: 2025-03-31}',
      },
    ],
    ['unknown-start', '{after: {workflow: voyage, on: done}}', {}],
    ['unknown-actor', '{by: [walker]}', {}],
    ['sign-up-misfit', `{by: [lender], privacy: ${PRIVACY}}`, {}],
    ['expression-unknown-variable', '{by: [lender], require: [{expr: form.glass != "", message: No}]}', {}],
  ];

  it.each(PEOPLE)('finds %s in start: %s', (code, start, more) => {
    expect(codesOf(lint({ workflow: { start, ...more } }))).toContain(code);
  });

  const SIGN_UPS: [string, string, Record<string, string>][] = [
    ['sign-up-misfit', '{by: [walker]}', {}],
    ['sign-up-misfit', `{by: [walker, keeper], privacy: ${PRIVACY}}`, {}],
    ['sign-up-misfit', `{by: [walker], max: 1, per: person, privacy: ${PRIVACY}}`, {}],
    ['sign-up-misfit', SOUND_START, { initial: 'sent' }],
    [
      'sign-up-misfit',
      SOUND_START,
      { states: STATES.replace('title: Done,', 'title: Done, rights: {walker: {read: all}},') },
    ],
    ['unknown-start', `{by: [walker], privacy: ${PRIVACY}, once: [nmae]}`, {}],
  ];

  it.each(SIGN_UPS)('finds %s in a sign-up with start: %s', (code, start, more) => {
    expect(codesOf(signUp(start, more))).toContain(code);
  });

  const QUOTAS: [string, string][] = [
    ['quota-misfit', '{by: [organisation], max: 1, message: No}'],
    ['quota-misfit', '{count: true, sum: lamps, by: [organisation], max: 1, message: No}'],
    ['quota-misfit', '{sum: lamps, by: [organisation], max: 1, message: No}'],
    ['quota-misfit', '{count: true, by: [organisation], window: period, max: 1, message: No}'],
    ['expression-unknown-field', '{count: true, where: c.stat == "sent", by: [organisation], max: 1, message: No}'],
    ['expression-unknown-field', '{count: true, by: [organisation], max: params.most, message: No}'],
  ];

  it.each(QUOTAS)('finds %s in the limit %s', (code, quota) => {
    expect(codesOf(lint({ workflow: { quotas: `{few: ${quota}}` } }))).toContain(code);
  });
});
