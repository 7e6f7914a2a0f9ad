import { describe, expect, it } from '@jest/globals';
import { available } from '../../server/engine/available.ts';
import type { Case } from '../../server/engine/case.ts';
import type { Command, Person } from '../../server/engine/command.ts';
import { isBlind } from '../../server/engine/judging/judge.ts';
import type { Moved } from '../../server/engine/outcome.ts';
import {
  SHIPS,
  TOWER,
  aCase,
  act,
  ANNA,
  at,
  effectsOf,
  facts,
  lighthouse,
  linesOf,
  moved,
  organisation,
  person,
  refusal,
} from './lighthouse.ts';

const WHEN = '2024-03-29T10:00';
const PROGRAMME = '{roles: {checker: {title: Checker, may: [cases.read, cases.review, cases.judge]}}}';

const BY_OUTCOME = `'@tasks.done': {to: [{when: 'tasks.check.outcome == "good"', state: kept}, {state: open}]}`;

const judges = (task: string, { more = '', on = BY_OUTCOME } = {}) =>
  lighthouse(
    `{states: {sent: {tasks: {check: {claim: ~, actors: [checker], ${task}}}, on: {withdraw: ~, ${on}}, ${more}}}}`,
    PROGRAMME,
  );

const HALINA = organisation('halina', { kinds: ['harbour'] });
const ODA = person('oda', 'checker', HALINA);
const PIA = person('pia', 'checker', organisation('pillau', { kinds: ['harbour'] }));
const RUT = person('rut', 'checker', organisation('rostock', { kinds: ['harbour'] }));
const PEOPLE = [ODA, PIA, RUT, ANNA];

const sent = (model: ReturnType<typeof judges>, data: Record<string, unknown> = SHIPS): Case =>
  moved(model, aCase(model), act('submit'), { by: ANNA, when: WHEN, facts: { data, people: PEOPLE } }).case;

const finishing = (by: Person, outcome?: string, subject?: string): [Command, { by: Person; when: string }] => [
  {
    type: 'finish',
    task: 'check',
    ...(outcome !== undefined && { outcome }),
    ...(subject !== undefined && { subject }),
  },
  { by, when: WHEN },
];

type Step = [Command, { by: Person; when: string }];

const after = (model: ReturnType<typeof judges>, start: Case, ...steps: Step[]): Case =>
  steps.reduce((current, [command, doing]) => moved(model, current, command, doing).case, start);

const OUTCOME = 'outcome: [good, {code: bad, title: Not good}]';

describe('a task that several people judge', () => {
  const model = judges(`quorum: 2, ${OUTCOME}`);

  it('has a seat for each of them, and ends when so many different people have finished', () => {
    const start = sent(model);
    expect(start.tasks).toEqual([
      expect.objectContaining({ key: 'check', slot: 0, assignee: null, status: 'open' }),
      expect.objectContaining({ key: 'check', slot: 1, assignee: null, status: 'open' }),
    ]);
    const one = moved(model, start, ...finishing(ODA, 'good'));
    expect(one.case.state).toBe('sent');
    expect(linesOf(one)).toEqual(['judged']);
    expect(effectsOf(one, 'tasks').flatMap(({ tasks }) => tasks)).toHaveLength(1);
    expect(moved(model, one.case, ...finishing(PIA, 'good')).case.state).toBe('kept');
  });

  it('leads on by what most of them came to; two who differ come to nothing', () => {
    expect(after(model, sent(model), finishing(ODA, 'good'), finishing(PIA, 'bad')).state).toBe('open');
  });

  it('is finished once by a person, and cannot be changed', () => {
    const one = after(model, sent(model), finishing(ODA, 'good'));
    expect(refusal(model, one, ...finishing(ODA, 'bad')).reason).toBe('judged-already');
  });

  it('wants one of its outcomes, a role that may judge, and a state in which it waits', () => {
    const start = sent(model);
    expect(refusal(model, start, ...finishing(ODA)).reason).toBe('outcome-required');
    expect(refusal(model, start, ...finishing(ODA, 'splendid')).reason).toBe('outcome-required');
    expect(refusal(model, start, ...finishing(ANNA, 'good')).reason).toBe('not-your-role');
    expect(refusal(model, aCase(model), ...finishing(ODA, 'good')).reason).toBe('not-in-this-state');
    const unable = lighthouse(`{states: {sent: {tasks: {check: {claim: ~, quorum: 2}}}}}`);
    expect(refusal(unable, sent(unable), ...finishing(ODA)).reason).toBe('not-your-role');
  });

  it('is not done by an action that stays in the state, and keeps nobody from it', () => {
    const withNote = judges(`quorum: 2, ${OUTCOME}`, { on: 'note: {kind: act, title: Note, by: [checker], to: sent}' });
    const noted = after(withNote, sent(withNote), finishing(ODA, 'good'), [act('note'), { by: PIA, when: WHEN }]);
    expect(noted.tasks.map(({ status }) => status)).toEqual(['done', 'open']);
  });
});

describe('a majority', () => {
  const all = judges(`assign: all, majority: {base: assigned}, ${OUTCOME}`);

  it('of those to whom the task was given is more than half of them', () => {
    const start = sent(all);
    expect(start.tasks.map(({ assignee }) => assignee)).toEqual(['oda', 'pia', 'rut']);
    const one = after(all, start, finishing(ODA, 'good'));
    expect(one.state).toBe('sent');
    expect(after(all, one, finishing(RUT, 'good')).state).toBe('kept');
  });

  it('fails at exactly half', () => {
    const four = judges(`quorum: 2, majority: {base: cast}, ${OUTCOME}`);
    const half = moved(four, after(four, sent(four), finishing(ODA, 'good')), ...finishing(PIA, 'bad'));
    expect(half.case.state).toBe('open');
  });
});

describe('four eyes', () => {
  const model = judges(`four_eyes: true, ${OUTCOME}`);

  it('ask a third person where the first two differ, until two agree', () => {
    const two = after(model, sent(model), finishing(ODA, 'good'), finishing(PIA, 'bad'));
    expect(two.state).toBe('sent');
    expect(two.tasks.filter(({ status }) => status === 'open')).toHaveLength(1);
    expect(after(model, two, finishing(RUT, 'good')).state).toBe('kept');
  });
});

describe('a conflict of interest', () => {
  const model = judges(`for_each: ships, assign: all, except: 'row.flag == actor.organisation.code', ${OUTCOME}`);
  const FLEET = {
    keeper: 'Anna',
    ships: [
      { _id: 'r1', name: 'Seeadler', flag: 'halina' },
      { _id: 'r2', name: 'Möwe', flag: 'rostock' },
    ],
  };
  const start = sent(model, FLEET);
  const doing = (by: Person) => ({ by, when: WHEN, facts: { data: FLEET } });
  const judged = (by: Person, subject: string): Command => finishing(by, 'good', subject)[0];

  it('is never given a seat, and refused to whoever comes by another way', () => {
    expect(start.tasks.map(({ subject, assignee }) => [subject, assignee])).toEqual([
      ['r1', 'pia'],
      ['r1', 'rut'],
      ['r2', 'oda'],
      ['r2', 'pia'],
    ]);
    expect(refusal(model, start, judged(ODA, 'r1'), doing(ODA)).reason).toBe('conflict-of-interest');
    expect(moved(model, start, judged(ODA, 'r2'), doing(ODA)).case.tasks[2]).toMatchObject({ status: 'done' });
  });

  it('cannot be claimed either', () => {
    const open = judges(`for_each: ships, assign: claim, except: 'row.flag == actor.organisation.code', ${OUTCOME}`);
    const free = sent(open, FLEET);
    const claim: Command = { type: 'claim', task: 'check', subject: 'r1' };
    expect(refusal(open, free, claim, doing(ODA)).reason).toBe('conflict-of-interest');
    const held = moved(open, free, claim, doing(PIA)).case;
    expect(refusal(open, held, judged(RUT, 'r1'), doing(RUT)).reason).toBe('claimed-by-another');
  });

  it('that somebody declares takes the person off, in this visit and in later ones', () => {
    const declared = moved(
      model,
      start,
      { type: 'recuse', task: 'check', subject: 'r2', reason: 'My own boat' },
      doing(PIA),
    );
    expect(linesOf(declared)).toEqual(['recused']);
    expect(declared.case.tasks[3]).toMatchObject({ subject: 'r2', assignee: 'pia', status: 'cancelled' });
    expect(refusal(model, declared.case, judged(PIA, 'r2'), doing(PIA)).reason).toBe('conflict-of-interest');
    const back = moved(
      model,
      declared.case,
      act('return', { comment: 'x', reasons: ['other'] }),
      doing(person('dora', 'master')),
    );
    const again = moved(model, back.case, act('submit'), {
      by: ANNA,
      when: WHEN,
      facts: { data: FLEET, people: PEOPLE },
    });
    expect(again.case.tasks.filter(({ subject }) => subject === 'r2').map(({ assignee }) => assignee)).toEqual(['oda']);
  });

  it('of a whole task is declared at once, and the last seat stays for somebody else', () => {
    const off = (by: Person): Step => [
      { type: 'recuse', task: 'check', reason: 'Kin' },
      { by, when: WHEN },
    ];
    const model2 = judges(`assign: all, ${OUTCOME}`);
    const none = after(model2, sent(model2), off(ODA), off(PIA), off(RUT));
    expect(none.tasks.filter(({ status }) => status === 'open')).toEqual([expect.objectContaining({ assignee: null })]);
    expect(none.state).toBe('sent');
  });
});

describe('blind judging', () => {
  const model = judges(`quorum: 3, ${OUTCOME}`, {
    more: 'rights: {checker: {read: all, hide_until: own_task_done}}',
  });
  const blindFor = (current: Case, by: Person): boolean =>
    isBlind({ model, case: current, facts: facts(by, { data: SHIPS }), now: at(WHEN) }, ['checker']);

  it('hides what others came to until one has finished', () => {
    const one = after(model, sent(model), finishing(ODA, 'good'));
    expect(blindFor(one, PIA)).toBe(true);
    expect(blindFor(one, ODA)).toBe(false);
  });
});

describe('what there is to judge', () => {
  const model = judges(`for_each: ships, quorum: 1, ${OUTCOME}`);

  it('is told subject by subject, and the case is for review only while there is something', () => {
    const start = sent(model);
    const seen = (by: Person, current: Case) => available(model, current, facts(by, { data: SHIPS }), at(WHEN));
    expect(seen(ODA, start)).toMatchObject({
      next: 'review',
      tasks: [],
      judging: [{ task: 'check', subject: 'r1', reason: null, isDone: false }],
    });
    expect(seen(ANNA, start).judging).toEqual([]);
  });

  it('gives expressions the outcomes by subject', () => {
    const telling = judges(`for_each: ships, ${OUTCOME}`, {
      on: `'@tasks.done': {to: [
        {when: 'tasks.check.outcomes["r1"] == "good" && tasks.check.votes["good"] == 1 && tasks.check.finished == 1', state: kept},
        {state: open}]}`,
    });
    const outcome: Moved = moved(telling, sent(telling), ...finishing(ODA, 'good', 'r1'));
    expect(outcome.case.state).toBe('kept');
    expect(outcome.case.organisation).toEqual(TOWER);
  });
});
