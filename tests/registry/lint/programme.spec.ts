import { describe, expect, it } from '@jest/globals';
import { aSource } from '../trial.ts';
import { aForm, aWorkflow } from './lantern.ts';
import { type Planted, lint } from './planted.ts';

type Row = [mistake: string, planted: Planted, finding: string];

const ROWS: Row[] = [
  [
    'a workflow in the list that does not exist',
    { programme: { workflows: '[trial, other]' } },
    'unknown-workflow: There is no workflow "other"',
  ],
  [
    'a workflow that is not in the list',
    { programme: { workflows: '[]' } },
    'trial.yaml:3:6 unlisted-workflow: The programme neither lists nor binds this workflow → Add trial to workflows in programme.yaml',
  ],
  [
    'a calendar that does not exist',
    { programme: { calendar: 'moon' } },
    'programme.yaml:7:11 unknown-calendar: There is no calendar "moon"',
  ],
  [
    'a time zone that does not exist',
    { programme: { zone: 'Europe/Lisboa' } },
    'unknown-zone: There is no time zone "Europe/Lisboa"',
  ],
  [
    'a cell in a column that the table does not have',
    { programme: { tables: '{oils: {columns: {title: text}, rows: {a: {titel: A}}}}' } },
    'unknown-column: There is no column "titel" → Did you mean "title"?',
  ],
  [
    'a cell of another type than its column',
    { programme: { tables: '{oils: {columns: {title: text, price: money}, rows: {a: {title: A, price: dear}}}}' } },
    'cell-type: Here must stand a number',
  ],
  [
    'a parameter of another type than it says',
    { programme: { params: '{most: {type: int, value: 2.5}}' } },
    'cell-type: Here must stand a whole number',
  ],
  [
    'a password',
    { workflow: { description: "'password: hunter2'" } },
    'secret-or-address: No passwords or keys in a definition: everybody can read it',
  ],
  [
    'a robot to be called',
    { workflow: { description: "'https://chat.example.org/robot/send?key=1'" } },
    'secret-or-address: No internal network or webhook address in a definition',
  ],
  ['an internal address', { form: { 'x-help': 'See http://192.168.1.20/help' } }, 'secret-or-address'],
  [
    'an action in a scenario that the workflow does not have',
    { scenario: { steps: '[{do: sned, as: lender}]' } },
    'unknown-in-scenario: There is no action "sned" → Did you mean "send"?',
  ],
  [
    'an actor in a scenario that nobody is',
    { scenario: { steps: '[{do: send, as: lander}]' } },
    'unknown-in-scenario: There is no actor "lander"',
  ],
  [
    'a state in a scenario that does not exist',
    { scenario: { steps: '[{do: send, as: lender, expect: {state: snt}}]' } },
    'unknown-in-scenario: There is no state "snt"',
  ],
  [
    'a kind in a scenario that does not exist',
    { scenario: { given: '{now: 2025-03-01T09:00, organisation: {kind: hutt}}' } },
    'unknown-in-scenario: There is no kind of organisation "hutt"',
  ],
  [
    'a scenario of a workflow that does not exist',
    { scenario: { workflow: 'trail' } },
    'unknown-workflow: There is no workflow "trail" → Did you mean "trial"?',
  ],
  [
    'an account in a demonstration that does not exist',
    {
      more: [
        aSource(
          'Demonstration',
          'apiVersion: formflow/v1\nkind: Demonstration\nkey: demonstration\nnow: 2025-03-01T09:00\naccounts: {ada: {name: Ada, organisation: x, roles: [lendr]}}\nsteps: [{as: bob, workflow: trial, do: send}]\n',
          'demonstration',
        ),
      ],
    },
    'demonstration.yaml:6:14 unknown-in-demonstration: There is no account "bob"',
  ],
];

describe('lint of programmes, scenarios and demonstrations', () => {
  it.each(ROWS)('finds %s', (_, planted, finding) => {
    expect(lint(planted).errors.join('\n')).toContain(finding);
  });

  it('says nothing of a name whose definition could not be read: that one is told by itself', () => {
    const { errors } = lint({ workflow: { colour: 'red' } });
    expect(errors).toEqual([expect.stringContaining('unknown-key: There is no key "colour" here')]);
  });

  it('misses the programme once where there is none', () => {
    const { errors } = lint({
      more: [aSource('Workflow', aWorkflow(), 'second')].map((source) => ({
        ...source,
        name: { ...source.name, programme: 'other' },
      })),
    });
    expect(errors.filter((line) => line.includes('no-programme'))).toHaveLength(1);
  });

  it.each([
    [
      'rows whose keys are numbers',
      { programme: { tables: '{oils: {columns: {title: text}, rows: {2: {title: A}, 1: {title: B}}}}' } },
      'row-order: Rows whose key is a whole number are ordered by number',
    ],
    [
      'a form that no workflow uses',
      { more: [aSource('Form', aForm({}, { $id: 'second' }), 'second')] },
      'unused: No workflow uses this form',
    ],
  ] satisfies Row[])('warns of %s', (_, planted, finding) => {
    expect(lint(planted).warnings.join('\n')).toContain(finding);
  });
});
