import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addDays, dayAt, localTime } from '../../server/engine/calendar.ts';
import type { Case, Organisation } from '../../server/engine/case.ts';
import type { Extension } from '../../server/engine/command.ts';
import { judge, planDeadlines } from '../../server/engine/deadline.ts';
import { NO_FACTS } from '../../server/engine/situation.ts';
import { timersWanted } from '../../server/engine/timer.ts';
import { TOWER, aCase, aSentCase, act, at, lighthouse, moved, BERT, organisation } from './lighthouse.ts';

const BARE = aCase(lighthouse());
const ENTERED = '2024-03-20T15:00';

/** The deadline `report` as it is planned under a rule, in local time. */
const planned = (
  rule: string,
  more: {
    organisation?: Organisation;
    data?: Record<string, unknown>;
    give?: string;
    extensions?: Extension[];
    kept?: Case['kept'];
  } = {},
) => {
  const model = lighthouse(`{deadlines: {report: ${rule}}}`);
  const bare = aCase(lighthouse(), at(ENTERED), { organisation: more.organisation ?? TOWER, kept: more.kept ?? {} });
  const facts = { ...NO_FACTS, data: more.data ?? {}, extensions: more.extensions ?? [] };
  const [found] = planDeadlines(
    { model, case: bare, facts, now: at(ENTERED) },
    { deadlines: ['report'], give: more.give },
  );
  const local = (instant: number | null): string | null =>
    instant === null ? null : localTime(instant, 'Europe/Berlin');
  return found === undefined
    ? null
    : {
        due: local(found.due),
        grace: local(found.graceUntil),
        override: found.override,
        planned: local(found.planned),
      };
};
const due = (rule: string, more = {}): string | null => planned(rule, more)?.due ?? null;

describe('when something is due', () => {
  it('is the end of its day, or its time of day', () => {
    expect(due('{on: 2024-03-31}')).toBe('2024-04-01T00:00');
    expect(due("{on: 2024-03-31, time: '17:30'}")).toBe('2024-03-31T17:30');
  });

  it('is a day of the data, and not yet known while that is empty', () => {
    const rule = '{on: ~, at: form.seen_on}';
    expect(due(rule, { data: { seen_on: '2024-05-06' } })).toBe('2024-05-07T00:00');
    expect(due(rule)).toBeNull();
  });

  it.each([
    ['P3D', '2024-03-24T00:00'],
    ['P2W', '2024-04-04T00:00'],
    ['P1M', '2024-04-21T00:00'],
    ['P5WD', '2024-03-28T00:00'],
    ['P8WD', '2024-04-04T00:00'],
    ['PT48H', '2024-03-22T15:00'],
  ])('is %s after entering the state on the 20th: %s', (within, expected) => {
    expect(due(`{on: ~, within: ${within}}`)).toBe(expected);
  });

  it('is counted from a date of the data', () => {
    const data = { seen_on: '2024-03-28' };
    expect(due('{on: ~, within: P1WD, from: form.seen_on}', { data })).toBe('2024-04-03T00:00');
    expect(due('{on: ~, within: PT12H, from: form.seen_on}', { data })).toBe('2024-03-29T12:00');
    expect(due('{on: ~, within: P1D, from: form.seen_on}')).toBeNull();
  });

  it('differs by kind: the first entry that fits, else the default', () => {
    const rule = '{on: ~, for: {lightship: {on: 2024-05-01}, lighthouse: {on: 2024-06-01}}, default: {on: 2024-07-01}}';
    expect(due(rule)).toBe('2024-06-02T00:00');
    expect(due(rule, { organisation: organisation('x', { kinds: ['lighthouse', 'lightship'] }) })).toBe(
      '2024-05-02T00:00',
    );
    expect(due(rule, { organisation: organisation('x', { kinds: ['harbour'] }) })).toBe('2024-07-02T00:00');
  });

  it.each([
    ['keep', '2024-04-01T00:00'],
    ['previous_workday', '2024-03-29T00:00'],
    ['next_workday', '2024-04-03T00:00'],
  ])('on Easter Sunday, with %s, is %s', (holiday, expected) => {
    expect(due(`{on: 2024-03-31, if_holiday: ${holiday}}`)).toBe(expected);
  });

  it('has days of grace that are counted from the end of the due day', () => {
    expect(planned('{on: 2024-03-31, grace: P3D}')?.grace).toBe('2024-04-04T00:00');
    expect(planned('{on: 2024-03-31, grace: P3WD}')?.grace).toBe('2024-04-05T00:00');
    expect(planned('{on: 2024-03-31, grace: ~}')?.grace).toBeNull();
  });
});

describe('a day that something is due on', () => {
  const zones = fc.constantFrom('Asia/Shanghai', 'Europe/Berlin', 'America/Sao_Paulo', 'Africa/Cairo', 'Pacific/Apia');
  const days = fc.integer({ min: 17_000, max: 21_000 }).map((n) => addDays('1970-01-01', n));

  it('ends at the last instant that is still in it, in every zone and through every change of clocks', () => {
    const sample = lighthouse();
    fc.assert(
      fc.property(days, zones, (day, zone) => {
        const rule = { ...sample.workflow.deadlines?.['report'], on: day };
        const model = {
          ...sample,
          programme: { ...sample.programme, zone },
          workflow: { ...sample.workflow, deadlines: { report: rule } },
        };
        const found = planDeadlines(
          { model, case: BARE, facts: NO_FACTS, now: BARE.enteredAt },
          { deadlines: ['report'] },
        )[0];
        return found !== undefined && dayAt(found.due - 1, zone) === day && dayAt(found.due, zone) === addDays(day, 1);
      }),
    );
  });
});

describe('who wins over the rule', () => {
  const parent = { id: 'county', code: 'county', kinds: [] };
  const grand = { id: 'state', code: 'state', kinds: [] };
  const inCounty = { ...TOWER, ancestors: [parent, grand] };
  const to = (day: string, of: string | null): Extension => ({
    deadline: 'report',
    organisation: of,
    due: at(`${day}T00:00`),
  });

  it('is an extension of the organisation, then of the nearest above it, then of everybody', () => {
    const all = [
      to('2024-04-20', null),
      to('2024-04-15', 'state'),
      to('2024-04-10', 'county'),
      to('2024-04-05', 'tower'),
    ];
    const dueWith = (extensions: Extension[]) => due('{}', { organisation: inCounty, extensions });
    expect(dueWith(all)).toBe('2024-04-05T00:00');
    expect(dueWith(all.slice(0, 3))).toBe('2024-04-10T00:00');
    expect(dueWith(all.slice(0, 2))).toBe('2024-04-15T00:00');
    expect(dueWith(all.slice(0, 1))).toBe('2024-04-20T00:00');
    expect(dueWith([{ ...to('2024-04-05', 'tower'), deadline: 'check' }, to('2024-04-05', 'other')])).toBe(
      '2024-04-01T00:00',
    );
  });

  it('is the time that a return gives where it is later than all of them', () => {
    expect(planned('{}', { give: 'P3D' })).toMatchObject({ due: '2024-04-01T00:00', override: null });
    expect(planned('{}', { give: 'P20D' })).toMatchObject({ due: '2024-04-10T00:00', override: 'given' });
    expect(planned('{}', { give: 'P20D', extensions: [to('2024-04-12', 'tower')] })).toMatchObject({
      due: '2024-04-12T00:00',
      override: 'extension',
      planned: '2024-04-01T00:00',
    });
  });

  it('is the date of the first visit where the deadline resumes', () => {
    const kept = { report: at('2024-03-22T00:00') };
    expect(due('{on: ~, within: P5D, resume: true}', { kept })).toBe('2024-03-22T00:00');
    expect(due('{on: ~, within: P5D}', { kept })).toBe('2024-03-26T00:00');
  });
});

describe('how a receipt is judged', () => {
  const deadline = { key: 'report', planned: 100, due: 100, graceUntil: 200, override: null };
  const judged = (instant: number, deadlines = [deadline]) => {
    const { late, inGrace } = judge(deadlines, { at: instant, submission: 1 });
    return late ? 'late' : inGrace ? 'in grace' : 'on time';
  };

  it('is on time before the day is over, in grace until that is over, then late', () => {
    expect([99, 100, 199, 200].map((instant) => judged(instant))).toEqual(['on time', 'in grace', 'in grace', 'late']);
  });

  it('is late where it is late by any deadline of the state, and never where there is none', () => {
    expect(judged(120, [deadline, { ...deadline, key: 'other', due: 110, graceUntil: 115 }])).toBe('late');
    expect(judged(1e12, [])).toBe('on time');
  });
});

describe('the calls that a visit wants', () => {
  const wished = (model = lighthouse(), current = aCase(model), now = current.enteredAt) =>
    timersWanted(model, current, now).map(
      ({ kind, n, at: instant }) => `${kind} ${n} ${localTime(instant, 'Europe/Berlin')}`,
    );

  it('are counted from the end of the due day', () => {
    expect(wished()).toEqual([
      'remind 0 2024-03-25T00:00',
      'remind 1 2024-03-31T00:00',
      'due 0 2024-04-01T00:00',
      'grace_end 0 2024-04-04T00:00',
      'escalate 0 2024-04-02T00:00',
      'escalate 1 2024-04-08T00:00',
    ]);
  });

  it('leave out reminders and escalations whose time is over', () => {
    const model = lighthouse();
    expect(wished(model, aCase(model, at('2024-04-03T09:00')))).toEqual([
      'due 0 2024-04-01T00:00',
      'grace_end 0 2024-04-04T00:00',
      'escalate 1 2024-04-08T00:00',
    ]);
  });

  it('are none by a date that had passed when the report came back for mending', () => {
    const model = lighthouse('{states: {sent: {on: {return: {give: ~}}}}}');
    const sent = aSentCase(model);
    const back = moved(model, sent, act('return', { comment: 'x', reasons: ['other'] }), {
      by: BERT,
      when: '2024-05-02T09:00',
    });
    expect(back.case.state).toBe('open');
    expect(wished(model, back.case)).toEqual([]);
  });

  it('include the end of grace where only the state waits for it', () => {
    const model = lighthouse("{deadlines: {report: {grace: ~}}, states: {open: {on: {'@late.report': {to: kept}}}}}");
    expect(wished(model).filter((one) => one.startsWith('grace_end'))).toEqual(['grace_end 0 2024-04-01T00:00']);
  });
});
