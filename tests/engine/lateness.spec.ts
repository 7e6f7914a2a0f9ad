import { describe, expect, it } from '@jest/globals';
import type { Case } from '../../server/engine/case.ts';
import { ANNA, BERT, DORA, aCase, aSentCase, act, at, lighthouse, moved, refusal } from './lighthouse.ts';

const model = lighthouse();
const blocking = lighthouse('{deadlines: {report: {late: block}}}');
const returned = (of = model, when = '2024-04-10T10:00', current?: Case): Case =>
  moved(of, current ?? aSentCase(of), act('return', { comment: 'x', reasons: ['other'] }), { by: BERT, when }).case;

const judged = (when: string, receivedAt?: string): string => {
  const command = act('submit', receivedAt === undefined ? {} : { receivedAt: at(receivedAt) });
  const { judged: found } = moved(model, aCase(model), command, { by: ANNA, when }).case;
  return found?.late === true ? 'late' : found?.inGrace === true ? 'in grace' : 'on time';
};

describe('lateness', () => {
  it.each([
    ['2024-03-31T23:59', 'on time'],
    ['2024-04-01T00:00', 'in grace'],
    ['2024-04-03T23:59', 'in grace'],
    ['2024-04-04T00:00', 'late'],
  ])('of a report due on 31 March with three days of grace, sent %s, is: %s', (when, expected) => {
    expect(judged(when)).toBe(expected);
  });

  it('of an import is judged by the time of receipt, which is never in the future', () => {
    expect(judged('2024-04-20T10:00', '2024-03-30T10:00')).toBe('on time');
    expect(judged('2024-03-30T10:00', '2024-05-30T10:00')).toBe('on time');
  });

  it('is judged once: sent in time, returned and sent again late is in time', () => {
    const again = moved(model, returned(), act('submit'), { by: ANNA, when: '2024-05-20T10:00' }).case;
    expect(again.judged).toEqual(aSentCase(model).judged);
  });

  it('is not undone by an extension that comes afterwards', () => {
    const late = moved(model, aCase(model), act('submit'), { by: ANNA, when: '2024-04-05T10:00' }).case;
    const open = returned(model, '2024-04-06T10:00', late);
    const extended = moved(
      model,
      open,
      { type: 'extend', deadline: 'report', to: '2024-04-15', reason: 'ill' },
      { by: DORA, when: '2024-04-06T11:00' },
    ).case;
    expect(moved(model, extended, act('submit'), { by: ANNA, when: '2024-04-07T10:00' }).case.judged).toMatchObject({
      late: true,
    });
  });

  it('is judged by the date that an extension gave beforehand', () => {
    const extended = moved(
      model,
      aCase(model),
      { type: 'extend', deadline: 'report', to: '2024-04-15', reason: 'ill' },
      { by: DORA, when: '2024-03-30T11:00' },
    ).case;
    expect(moved(model, extended, act('submit'), { by: ANNA, when: '2024-04-15T23:00' }).case.judged).toMatchObject({
      late: false,
      inGrace: false,
    });
  });
});

describe('a deadline that blocks', () => {
  it('refuses reports and zero reports when its grace is over', () => {
    const sends = (action: string, when: string) =>
      refusal(blocking, aCase(blocking), act(action, { comment: 'x' }), { by: ANNA, when }).reason;
    expect(moved(blocking, aCase(blocking), act('submit'), { by: ANNA, when: '2024-04-03T23:59' }).case.state).toBe(
      'sent',
    );
    expect(sends('submit', '2024-04-04T00:00')).toBe('deadline-passed');
    expect(sends('zero', '2024-04-04T00:00')).toBe('deadline-passed');
  });

  it('lets a report be mended that was received in time, though no time was given', () => {
    const ungiven = lighthouse('{deadlines: {report: {late: block}}, states: {sent: {on: {return: {give: ~}}}}}');
    expect(moved(ungiven, returned(ungiven), act('submit'), { by: ANNA, when: '2024-05-20T10:00' }).case.state).toBe(
      'sent',
    );
  });

  it('blocks again when the time given for mending is over', () => {
    expect(refusal(blocking, returned(blocking), act('submit'), { by: ANNA, when: '2024-05-20T10:00' }).reason).toBe(
      'deadline-passed',
    );
  });

  it('is not evaded by taking the report back', () => {
    const back = moved(blocking, aSentCase(blocking), act('withdraw'), { by: ANNA, when: '2024-04-10T10:00' }).case;
    expect(refusal(blocking, back, act('submit'), { by: ANNA, when: '2024-04-10T11:00' }).reason).toBe(
      'deadline-passed',
    );
  });

  it('opens again by an extension', () => {
    const extended = moved(
      blocking,
      aCase(blocking),
      { type: 'extend', deadline: 'report', to: '2024-04-12', reason: 'ill' },
      { by: DORA, when: '2024-04-10T11:00' },
    ).case;
    expect(moved(blocking, extended, act('submit'), { by: ANNA, when: '2024-04-12T11:00' }).case.state).toBe('sent');
  });
});
