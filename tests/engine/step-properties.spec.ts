import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Case, Instant } from '../../server/engine/case.ts';
import type { Command, Extension, Facts, Person } from '../../server/engine/command.ts';
import type { TimerWish } from '../../server/engine/effect.ts';
import type { Model } from '../../server/engine/model.ts';
import { openCase } from '../../server/engine/opening.ts';
import type { Moved } from '../../server/engine/outcome.ts';
import { siblingOf } from '../../server/engine/settle.ts';
import { NO_FACTS } from '../../server/engine/situation.ts';
import { step } from '../../server/engine/step.ts';
import { commandOf } from '../../server/engine/timer.ts';
import { ANNA, BERT, CARL, DORA, SHIPS, STRANGER, TOWER, at, deepFreeze, effectsOf, lighthouse } from './lighthouse.ts';

/** Random people do random things at random times, and every timer may fire, late and twice. */

const MODELS: Model[] = [
  lighthouse(),
  lighthouse('{deadlines: {report: {late: block, resume: true}, check: {resume: true}}}'),
  lighthouse(`{
    metrics: {note: 'form.note'},
    settle: {after: P7D, require: [{expr: 'sum(series.submitted.map(c, c.metrics.ships)) >= 2', message: few}], on_fail: {mark: too_few, notify: [keeper]}},
    states: {
      open: {on: {'@late.report': {to: missed, set: {note: event}}}},
      missed: {title: Missed, final: failure, on: {reopen: {kind: reopen, title: Reopen, by: [master], to: open, comment: required, give: PT36H}}},
      sent: {
        tasks: {check: {actors: [checker], claim: true}, look: {actors: [master]}},
        on: {
          sign: {kind: act, title: Sign, by: [checker], to: sent, set: {note: comment}},
          glance: {kind: act, title: Glance, by: [master], to: sent, give: P2D},
          reject: {kind: reject, title: Reject, by: [master], to: [{when: 'form.ships.size() > 1', state: open}, {state: missed}]},
          '@tasks.done': {to: kept},
          '@due.check': {to: [{when: 'tasks.check.claimed', state: sent}, {state: open}]}}}}}`),
].map(deepFreeze);

const ACTIONS = [
  'submit',
  'zero',
  'withdraw',
  'approve',
  'return',
  'reopen',
  'sign',
  'glance',
  'reject',
  'fly',
  '__proto__',
];
const words = fc.record({
  comment: fc.constantFrom('', 'because'),
  reasons: fc.constantFrom<string[]>([], ['other'], ['made_up']),
});
const anyCommand: fc.Arbitrary<Command> = fc.oneof(
  {
    weight: 8,
    arbitrary: fc
      .tuple(fc.constantFrom(...ACTIONS), words, fc.boolean(), fc.boolean())
      .map(([action, said, proxy, accepted]): Command => ({ type: 'act', action, ...said, proxy, accepted })),
  },
  fc.constantFrom<Command>(
    { type: 'claim', task: 'check' },
    { type: 'release', task: 'check' },
    { type: 'claim', task: 'nothing' },
  ),
  fc
    .tuple(fc.constantFrom('report', 'check', 'constructor'), fc.integer({ min: 1, max: 28 }))
    .map(([deadline, day]): Command => ({
      type: 'extend',
      deadline,
      to: `2024-04-${String(day).padStart(2, '0')}`,
      reason: 'ill',
    })),
  fc.constantFrom<Command>(
    { type: 'exempt', reason: 'x' },
    { type: 'cancel', reason: 'x' },
    { type: 'replan' },
    { type: 'open' },
    { type: 'settle' },
  ),
);
const anyPerson = fc.constantFrom<Person | null>(ANNA, BERT, CARL, DORA, STRANGER, null);
const anyData = fc.constantFrom<Record<string, unknown>>(
  SHIPS,
  {},
  { ships: [{ name: 'a' }, { name: 'b' }], seen_on: 'nonsense' },
);
const anyIssues = fc.constantFrom<Facts['issues']>(
  [],
  [],
  [{ pointer: '', message: '', severity: 'waivable' }],
  [{ pointer: '', message: '', severity: 'error' }],
);

interface Play {
  command: Command;
  who: Person | null;
  data: Record<string, unknown>;
  issues: Facts['issues'];
  hours: number;
  /** Fires one of the waiting timers instead, and perhaps leaves it to fire again. */
  timer: number | null;
  again: boolean;
}
const anyPlay: fc.Arbitrary<Play> = fc.record({
  command: anyCommand,
  who: anyPerson,
  data: anyData,
  issues: anyIssues,
  hours: fc.integer({ min: 0, max: 100 }),
  timer: fc.option(fc.nat(20), { freq: 2 }),
  again: fc.boolean(),
});

interface Taken {
  before: Case;
  after: Case;
  command: Command;
  outcome: Moved | null;
  extensions: Extension[];
}

type Waiting = TimerWish & { visit: number };

const keep = (waiting: Waiting[], { effects }: Moved): Waiting[] => {
  const planned = effectsOf({ effects }, 'timers').flatMap(({ visit, wishes }) =>
    wishes.map((wish) => ({ ...wish, visit })),
  );
  const settled = effectsOf({ effects }, 'settle').map(({ at: instant }) => ({
    kind: 'settle' as const,
    key: '',
    n: 0,
    at: instant,
    visit: 0,
  }));
  return [...waiting, ...planned, ...settled];
};

/** Plays everything on one case; what happened is looked at afterwards. */
const play = (model: Model, plays: readonly Play[]): Taken[] => {
  const opening = openCase(
    model,
    { id: 'case', organisation: TOWER, period: null, facts: NO_FACTS },
    at('2024-03-20T09:00'),
  );
  const taken: Taken[] = [];
  let current = deepFreeze(opening.case);
  let now: Instant = at('2024-03-20T09:00');
  let waiting = keep([], { kind: 'moved', warnings: [], ...opening });
  const extensions: Extension[] = [];
  for (const one of plays) {
    now += one.hours * 3_600_000;
    const timer = one.timer === null ? undefined : waiting[one.timer % Math.max(1, waiting.length)];
    const command = timer === undefined ? one.command : commandOf(timer, timer.visit);
    if (timer !== undefined && !one.again) waiting = waiting.filter((other) => other !== timer);
    const facts: Facts = deepFreeze({
      ...NO_FACTS,
      person: timer === undefined ? one.who : null,
      data: one.data,
      issues: one.issues,
      extensions: [...extensions],
      series: [siblingOf(model, current)],
      hasOriginal: one.again,
    });
    const outcome = step(model, current, deepFreeze(command), facts, now);
    const moved = outcome.kind === 'moved' ? outcome : null;
    if (moved !== null) {
      waiting = keep(waiting, moved);
      for (const { deadline, due } of effectsOf(moved, 'extension'))
        extensions.push({ deadline, due, organisation: 'tower' });
    }
    taken.push({
      before: current,
      after: moved?.case ?? current,
      command,
      outcome: moved,
      extensions: [...extensions],
    });
    expect(step(model, current, command, facts, now)).toEqual(outcome);
    current = deepFreeze(moved?.case ?? current);
  }
  return taken;
};

const always = (claim: string, holds: (taken: Taken, model: Model) => boolean): void => {
  it(claim, () => {
    fc.assert(
      fc.property(fc.constantFrom(...MODELS), fc.array(anyPlay, { minLength: 5, maxLength: 40 }), (model, plays) =>
        play(model, plays).every((taken) => holds(taken, model)),
      ),
      { numRuns: 60 },
    );
  });
};

describe('whatever people and the clock do, a case', () => {
  always('is in a state of its definition', ({ after }, model) => model.workflow.states[after.state] !== undefined);

  always('leaves a final state only by being reopened', ({ before, after, command }, model) => {
    const wasFinal = model.workflow.states[before.state]?.final !== undefined;
    return !wasFinal || after.state === before.state || (command.type === 'act' && command.action === 'reopen');
  });

  always('counts a visit for each entry, and never backwards', ({ before, after }) =>
    after.state === before.state
      ? after.visit >= before.visit && after.visit <= before.visit + 1
      : after.visit > before.visit,
  );

  always('grows its lock by one with each change, and is the same value without', ({ before, after, outcome }) =>
    outcome === null || outcome.effects.length === 0 ? after === before : after.lockVersion === before.lockVersion + 1,
  );

  always('is not due earlier by an extension', ({ before, after, command }) => {
    if (command.type !== 'extend') return true;
    return before.deadlines.every(({ key, due }) => (after.deadlines.find((one) => one.key === key)?.due ?? -1) >= due);
  });

  always('is judged once: the judgement changes only where it is taken back or made', ({ before, after, command }) => {
    if (before.judged === after.judged) return true;
    return before.judged === null
      ? command.type === 'act'
      : after.judged === null && command.type === 'act' && command.action === 'withdraw';
  });

  always('has one open task a key, all of this visit', ({ after }) => {
    const open = after.tasks.filter(({ status }) => status === 'open');
    return (
      new Set(open.map(({ key }) => key)).size === open.length &&
      after.tasks.every(({ visit }) => visit === after.visit)
    );
  });

  always('has its own number for each version that is frozen', ({ before, after, outcome }) => {
    const frozen = outcome === null ? 0 : effectsOf(outcome, 'freeze').length;
    return after.submission === before.submission + frozen && (after.receipt ?? 0) <= after.submission;
  });

  always('is done exactly where its state is final', ({ after }, model) => {
    const isFinal = model.workflow.states[after.state]?.final !== undefined;
    return after.status === 'done' ? isFinal : !isFinal || after.status === 'exempt' || after.status === 'cancelled';
  });

  always(
    'moves by nobody’s deed where nobody acts',
    ({ before, after, outcome }) =>
      outcome === null ||
      after.deeds.length === before.deeds.length ||
      effectsOf(outcome, 'history').some(({ event }) => event.type === 'acted'),
  );

  always('has every change in its history', ({ before, after, outcome }) => {
    if (outcome === null || before.state === after.state) return true;
    const [first] = effectsOf(outcome, 'history').filter(({ event }) => event.to !== null);
    return first?.event.from === before.state || first?.event.type === 'opened';
  });
});
