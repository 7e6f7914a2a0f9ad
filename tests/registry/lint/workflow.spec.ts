import { describe, expect, it } from '@jest/globals';
import { type Planted, lint } from './planted.ts';

/** A mistake in words, what is planted, and the line that lint must print. */
type Row = [mistake: string, planted: Planted, finding: string];

const states = (open: string, more = ''): string =>
  `\n  open: ${open}\n  sent: {title: Sent, deadline: check, on: {accept: {kind: approve, title: Accept, by: [keeper], to: done}}}\n  done: {title: Done, final: success}${more}`;

const SEND = 'send: {kind: submit, title: Send, by: [lender], to: sent}';
const OPEN = `{title: Open, deadline: lend, on: {${SEND}}}`;

const ROWS: Row[] = [
  [
    'an initial state that does not exist',
    { workflow: { initial: 'opn' } },
    'trial.yaml:8:10 unknown-state: There is no state "opn" → Did you mean "open"?',
  ],
  [
    'a target that does not exist',
    { workflow: { submit: 'kind: submit, title: Send, by: [lender], to: sentt' } },
    'unknown-state: There is no state "sentt" → Did you mean "sent"?',
  ],
  [
    'a role that the programme does not have',
    {
      workflow: {
        actors: '{lender: {role: lendr, scope: own}, keeper: {role: keeper, scope: programme, not_same_as: [lender]}}',
      },
    },
    'trial.yaml:6:25 unknown-role: There is no role "lendr" → Did you mean "lender"?',
  ],
  [
    'an actor that does not exist',
    { workflow: { submit: 'kind: submit, title: Send, by: [lendor], to: sent' } },
    'unknown-actor: There is no actor "lendor" → Did you mean "lender"?',
  ],
  [
    'somebody unknown to be told',
    {
      workflow: {
        deadlines: '{lend: {on: 2025-03-31, escalate: [{after: P1D, notify: [keper]}]}, check: {within: P5D}}',
      },
    },
    'unknown-actor: There is no actor "keper" → Did you mean "keeper"?',
  ],
  [
    'a kind of organisation that does not exist',
    { workflow: { subject: '{form: trial, per: [organisation], audience: {kinds: [huts]}}' } },
    'trial.yaml:5:64 unknown-kind: There is no kind of organisation "huts" → Did you mean "hut"?',
  ],
  [
    'a relation that does not exist',
    {
      workflow: {
        actors:
          '{lender: {role: lender, scope: own}, keeper: {role: keeper, scope: {relation: lit_by}, not_same_as: [lender]}}',
      },
    },
    'unknown-relation: There is no relation "lit_by" → Known: parent',
  ],
  [
    'a deadline that does not exist',
    { workflow: { states: states(OPEN.replace('deadline: lend', 'deadline: lent')) } },
    'unknown-deadline: There is no deadline "lent" → Did you mean "lend"?',
  ],
  [
    'an event of a deadline that does not exist',
    { workflow: { states: states(`{title: Open, deadline: lend, on: {${SEND}, '@due.lst': {to: done}}}`) } },
    'unknown-deadline: There is no deadline "lst"',
  ],
  [
    'a form that does not exist',
    { workflow: { subject: '{form: trail, per: [organisation]}' } },
    'trial.yaml:5:17 unknown-form: There is no form "trail" → Did you mean "trial"?',
  ],
  [
    'no final state',
    { workflow: { states: states(OPEN).replace(', final: success', '') } },
    'no-final-state: No state is final → Add final: success',
  ],
  [
    'a state to which nothing leads',
    {
      workflow: {
        states: states(
          OPEN,
          '\n  lost: {title: Lost, deadline: check, on: {find: {kind: act, title: Find, by: [keeper], to: done}}}',
        ),
      },
    },
    'trial.yaml:13:3 unreachable-state: Nothing leads to the state "lost"',
  ],
  [
    'a state from which nothing leads on',
    {
      workflow: {
        states: states(
          `{title: Open, deadline: lend, on: {${SEND}, drop: {kind: act, title: Drop, by: [lender], to: pit}}}`,
          '\n  pit: {title: Pit}',
        ),
      },
    },
    'trial.yaml:13:3 no-way-out: From the state "pit" no final state can be reached',
  ],
  [
    'events that run in circles by themselves',
    {
      workflow: {
        states: states(
          `{title: Open, deadline: lend, on: {${SEND}, '@due.lend': {to: late}}}`,
          "\n  late: {title: Late, deadline: lend, on: {'@late.lend': {to: open}, mend: {kind: act, title: M, by: [keeper], to: done}}}",
        ),
      },
    },
    'event-cycle: Events (@…) alone lead from "open" back to "open"',
  ],
  [
    'a final state that is left by another action than a reopen',
    {
      workflow: {
        states: states(OPEN).replace(
          'final: success}',
          'final: success, on: {undo: {kind: approve, title: U, by: [keeper], to: sent}}}',
        ),
      },
    },
    'final-leaves: Only an action of kind reopen leaves a final state',
  ],
  [
    'a reopen where nothing is closed',
    { workflow: { states: states(OPEN.replace('kind: submit', 'kind: reopen')) } },
    'reopen-outside-final: kind: reopen is for final states → Write kind: return',
  ],
  [
    'an action without a kind',
    { workflow: { submit: 'to: sent' } },
    'action-without-kind: An action needs kind, title and by',
  ],
  [
    'an event with a kind',
    {
      workflow: {
        states: states(
          `{title: Open, deadline: lend, on: {${SEND}, '@due.lend': {kind: act, title: D, by: [keeper], to: done}}}`,
        ),
      },
    },
    'event-with-kind: An event has no kind, title or by',
  ],
  [
    'a return that asks for no comment',
    {
      workflow: {
        states: states(OPEN).replace(
          'to: done}}}',
          'to: done}, back: {kind: return, title: Back, by: [keeper], to: open}}}',
        ),
      },
    },
    'return-without-comment: Whoever returns must say why → Add comment: required',
  ],
  [
    'time given where nothing is given back',
    { workflow: { submit: 'kind: submit, title: Send, by: [lender], to: sent, give: P3D' } },
    'give-not-here: Only return and reopen can give time → Delete give',
  ],
  [
    'an action for which the role has no permission',
    { workflow: { submit: 'kind: approve, title: Send, by: [lender], to: sent' } },
    'role-lacks-permission: The role "lender" lacks cases.review, so it can do no action of kind approve',
  ],
  [
    'a target without a condition before others',
    { workflow: { submit: 'kind: submit, title: S, by: [lender], to: [{state: sent}, {state: done}]' } },
    'target-order: After a target without a condition none is ever looked at',
  ],
  [
    'a last target with a condition',
    { workflow: { submit: 'kind: submit, title: S, by: [lender], to: [{when: \'comment == ""\', state: sent}]' } },
    'target-order: The last target stands without a condition',
  ],
  [
    'periods that nobody asks for',
    { workflow: { periods: '{every: month, from: 2025-01-01, to: 2025-03-31}' } },
    'subject-per: There are periods, but subject.per does not name period',
  ],
  [
    'cases for each period without periods',
    { workflow: { subject: '{form: trial, per: [organisation, period]}' } },
    'subject-per: Cases for each period need periods',
  ],
  [
    'an audience of a single case',
    { workflow: { subject: '{form: trial, per: [programme], audience: {kinds: [hut]}}' } },
    'subject-per: With per: [programme] there is one case and no audience',
  ],
  [
    'a kind of the audience without a due date',
    { workflow: { deadlines: '{lend: {for: {hut: {on: 2025-03-31}}}, check: {within: P5D}}' } },
    'trial.yaml:7:20 kind-without-due: Organisations of kind "guild" have no due date → Add guild',
  ],
  [
    'a kind of the audience without periods',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{for: {guild: {every: month, from: 2025-01-01, to: 2025-03-31}}}',
      },
    },
    'kind-without-due: Organisations of kind "hut" have no due date',
  ],
  [
    'a deadline that says nothing of when',
    { workflow: { deadlines: '{lend: {grace: P3D}, check: {within: P5D}}' } },
    'deadline-without-due: It does not say when it is due',
  ],
  [
    'a deadline that says it twice',
    { workflow: { deadlines: '{lend: {on: 2025-03-31, within: P3D}, check: {within: P5D}}' } },
    'due-twice: The due date is said in more than one way: on, within',
  ],
  [
    'a time of day without a day',
    { workflow: { deadlines: "{lend: {within: P3D, time: '17:00'}, check: {within: P5D}}" } },
    'due-extra: time goes with on only',
  ],
  [
    'a period that ends before it begins',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{list: [{key: a, from: 2025-02-01, to: 2025-01-01, due: 2025-02-10}]}',
      },
    },
    'dates-out-of-order: 2025-01-01 is before 2025-02-01',
  ],
  [
    'windows that overlap',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods:
          '{list: [{key: a, from: 2025-01-01, to: 2025-02-01, due: 2025-02-01}, {key: b, from: 2025-02-01, to: 2025-03-01, due: 2025-03-01}]}',
      },
    },
    'windows-overlap: This period begins on 2025-02-01, the one before it ends on 2025-02-01 → Begin on 2025-02-02',
  ],
  [
    'two periods of one key',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods:
          '{list: [{key: a, from: 2025-01-01, to: 2025-02-01, due: 2025-02-01}, {key: a, from: 2025-02-02, to: 2025-03-01, due: 2025-03-01}]}',
      },
    },
    'period-twice: The period "a" is there twice',
  ],
  [
    'a due day that no week has',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{every: week, day: 8, from: 2025-01-01, to: 2025-03-01}',
      },
    },
    'period-day: With every: week day is at most 7',
  ],
  [
    'a rule that makes no period',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{every: month, day: 31, overflow: skip, from: 2025-02-01, to: 2025-02-20}',
      },
    },
    'no-periods: This rule gives no period at all',
  ],
  [
    'working days in a year that the calendar does not have',
    {
      workflow: { deadlines: '{lend: {on: 2025-03-31}, check: {within: P5WD}}' },
      calendar: '{"2024": {holidays: []}}',
    },
    'trial.yaml:7:53 calendar-year-missing: The calendar "trial" has no data for 2025',
  ],
  [
    'working days without a calendar',
    {
      programme: { calendar: '' },
      workflow: { deadlines: '{lend: {on: 2025-03-31, if_holiday: next_workday}, check: {within: P5D}}' },
    },
    'calendar-year-missing: Working days are used, and the programme names no calendar',
  ],
  [
    'a notice that is never sent',
    { workflow: { messages: "{'@remind.lent': Please}" } },
    'unknown-message: There is no notice',
  ],
  [
    'a right on a field that does not exist',
    {
      workflow: {
        states: states(OPEN.replace('deadline: lend', 'deadline: lend, rights: {lender: {write: {fields: [glas]}}}')),
      },
    },
    'unknown-field: There is no field "glas" → Did you mean "glass"?',
  ],
];

describe('lint of workflows', () => {
  it('finds nothing in a sound programme', () => {
    expect(lint({})).toMatchObject({ errors: [], warnings: [] });
  });

  it.each(ROWS)('finds %s', (_, planted, finding) => {
    expect(lint(planted).errors.join('\n')).toContain(finding);
  });
});

const WARNINGS: Row[] = [
  [
    'people who act in a state without a deadline',
    { workflow: { deadlines: '{lend: {on: 2025-03-31}}', states: states(OPEN).replace(' deadline: check,', '') } },
    'trial.yaml:11:3 state-without-deadline: People act in this state, and it has no deadline',
  ],
  [
    'a judge who may be the submitter',
    { workflow: { actors: '{lender: {role: lender, scope: own}, keeper: {role: keeper, scope: programme}}' } },
    'same-person: Whoever submits (lender) may also be the one who judges (keeper) → Add not_same_as: [lender]',
  ],
  [
    'a reminder before the window opens',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods: '{every: week, from: 2025-01-06, to: 2025-01-26}',
        deadlines: '{lend: {at: period.due, remind: [P1D, P9D]}, check: {within: P5D}}',
      },
    },
    'reminder-before-window: The period 2025-W02 begins on 2025-01-06; a reminder P9D ahead would come before that',
  ],
  [
    'windows with days between them',
    {
      workflow: {
        subject: '{form: trial, per: [organisation, period]}',
        periods:
          '{list: [{key: a, from: 2025-01-01, to: 2025-02-01, due: 2025-02-01}, {key: b, from: 2025-02-10, to: 2025-03-01, due: 2025-03-01}]}',
      },
    },
    'windows-gap: The days between 2025-02-01 and 2025-02-10 belong to no period',
  ],
  [
    'two targets with the same condition',
    {
      workflow: {
        submit:
          'kind: submit, title: S, by: [lender], to: [{when: \'comment==""\', state: sent}, {when: \'comment == ""\', state: done}, {state: sent}]',
      },
    },
    'same-condition: Two targets can both be true; the first one wins',
  ],
  [
    'an actor that nobody needs',
    {
      workflow: {
        actors:
          '{lender: {role: lender, scope: own}, keeper: {role: keeper, scope: programme, not_same_as: [lender]}, ghost: {role: keeper, scope: own}}',
      },
    },
    'unused: "ghost" is not used',
  ],
  [
    'a deadline that no state has',
    { workflow: { deadlines: '{lend: {on: 2025-03-31}, check: {within: P5D}, idle: {within: P1D}}' } },
    'unused: "idle" is not used',
  ],
  [
    'a parameter that no expression reads',
    { programme: { params: '{most: {type: int, value: 3}}' } },
    'programme.yaml:12:10 unused: "most" is not used',
  ],
  [
    'a role that no workflow names',
    {
      programme: {
        roles:
          '{lender: {title: Lender, may: [cases.fill]}, keeper: {title: Keeper, may: [cases.review]}, shade: {title: Shade, may: [cases.read]}}',
      },
    },
    'unused: "shade" is not used',
  ],
  [
    'a table from which nothing is taken',
    { programme: { tables: '{oils: {columns: {title: text}, rows: {a: {title: A}}}}' } },
    'unused: "oils" is not used',
  ],
  [
    'a reason that is not told in every language',
    {
      programme: { locales: '[en, pt]' },
      workflow: {
        submit: 'kind: submit, title: S, by: [lender], to: sent, reasons: [{code: gone, title: {en: Gone}}]',
      },
    },
    'title-missing: The title is missing in pt',
  ],
  [
    'personal data in a notice',
    {
      workflow: { messages: "{send: 'From {form.carrier}'}" },
      fields: { carrier: { type: 'string', title: 'Carrier', 'x-pii': 'name' } },
    },
    'personal-in-notice: The notice tells personal data, "carrier"',
  ],
];

describe('warnings of lint about workflows', () => {
  it.each(WARNINGS)('warns of %s', (_, planted, finding) => {
    const { errors, warnings } = lint(planted);
    expect(warnings.join('\n')).toContain(finding);
    expect(errors).toEqual([]);
  });
});
