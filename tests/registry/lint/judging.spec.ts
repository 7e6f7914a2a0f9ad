import { describe, expect, it } from '@jest/globals';
import { aSource } from '../trial.ts';
import { lint } from './planted.ts';

/** Lanterns are judged by a jury before they are lent. */

const SHEET = JSON.stringify(
  {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'sheet',
    title: 'Sheet',
    type: 'object',
    properties: {
      shine: { type: 'integer', title: 'Shine', minimum: 0, maximum: 10 },
      note: { type: 'string', title: 'Note', maxLength: 40 },
    },
  },
  null,
  2,
);

const FIELDS = {
  lanterns: {
    type: 'array',
    title: 'Lanterns',
    maxItems: 20,
    items: { type: 'object', properties: { guild: { type: 'string', title: 'Guild', maxLength: 40 } } },
  },
};

const TASK =
  "{actors: [juror], for_each: lanterns, quorum: 2, outcome: [keep, drop], majority: {base: cast}, except: 'row.guild == actor.organisation.code'}";

const ROLES =
  '{lender: {title: Lender, may: [cases.fill]}, keeper: {title: Keeper, may: [cases.review, deadlines.manage]}, juror: {title: Juror, may: [cases.judge]}}';

interface Parts {
  task?: string;
  rights?: string;
  marks?: string;
  matters?: string;
  guard?: string;
  roles?: string;
  more?: Record<string, string>;
}

const jury = ({
  task = TASK,
  rights = '{juror: {read: all, hide_until: own_task_done}}',
  marks = '{shine: {form: sheet, by: [juror], task: look, fields: [shine], combine: mean}}',
  matters = '{doubt: {title: Doubt, by: [lender], close: [keeper]}}',
  guard = "open('doubt') == 0",
  roles = ROLES,
  more = {},
}: Parts = {}) =>
  lint({
    programme: { roles },
    fields: FIELDS,
    workflow: {
      actors:
        '{lender: {role: lender, scope: own}, keeper: {role: keeper, scope: programme, not_same_as: [lender]}, juror: {role: juror, scope: programme}}',
      marks,
      matters,
      states: `
  open: {title: Open, deadline: lend, on: {send: {kind: submit, title: Send, by: [lender], to: sent}}}
  sent: {title: Sent, deadline: check, rights: ${rights}, tasks: {look: ${task}}, on: {'@tasks.done': {to: told}}}
  told: {title: Told, deadline: check, on: {accept: {kind: approve, title: Accept, by: [keeper], to: done, require: [{expr: "${guard}", message: Wait}]}}}
  done: {title: Done, final: success}`,
      ...more,
    },
    more: [aSource('Form', SHEET, 'sheet')],
  });

const codesOf = ({ errors, warnings }: ReturnType<typeof lint>): string[] =>
  [...errors, ...warnings].map((line) => /\d+:\d+ ([a-z-]+):/.exec(line)?.[1] ?? line);

describe('lint of what people judge', () => {
  it('finds nothing wrong with a sound jury', () => {
    const { errors, warnings } = jury();
    expect([errors, warnings]).toEqual([[], []]);
  });

  const PLANTED: [string, Parts][] = [
    ['unknown-subjects', { task: TASK.replace('for_each: lanterns', 'for_each: lamps').replace(/, except.*'/, '') }],
    ['judging-misfit', { task: '{actors: [juror], quorum: 2, majority: {base: cast}}' }],
    ['judging-misfit', { task: '{actors: [juror], assign: all, claim: true}' }],
    ['unknown-marks', { marks: '{shine: {form: sheet, by: [juror], task: glance, fields: [shine], combine: mean}}' }],
    ['unknown-marks', { marks: '{shine: {form: sheet, by: [keeper], task: look, fields: [shine], combine: mean}}' }],
    ['unknown-marks', { marks: '{shine: {form: sheet, by: [juror], task: look, fields: {note: 2}, combine: mean}}' }],
    ['unknown-matter', { guard: "open('protest') == 0" }],
    ['matter-for-nobody', { matters: '{doubt: {title: Doubt, close: [keeper]}}' }],
    ['unknown-state', { matters: '{doubt: {title: Doubt, close: [keeper], public: {during: [later]}}}' }],
    ['hide-without-task', { rights: '{keeper: {read: all, hide_until: own_task_done}}' }],
    ['role-lacks-permission', { roles: ROLES.replace('cases.judge', 'cases.read') }],
    ['expression-unknown-field', { task: TASK.replace('row.guild', 'row.club') }],
  ];

  it.each(PLANTED)('finds %s', (code, parts) => {
    expect(codesOf(jury(parts))).toContain(code);
  });

  it('says who lacks what, and where marks may come from', () => {
    expect(jury({ roles: ROLES.replace('cases.judge', 'cases.read') }).errors).toEqual([
      expect.stringContaining(
        'role-lacks-permission: The role "juror" lacks cases.judge, so it can do no task that several people judge',
      ),
    ]);
    const ranked = jury({ more: { ranking: '{score: [{source: marks.gloss, scale: votes, weight: 1}]}' } });
    expect(ranked.errors).toEqual([
      expect.stringContaining('unknown-ballot: There is no ballot or marks "marks.gloss" → Known: marks.shine'),
    ]);
  });

  it('takes the sheet of marks for a form that is used, and misses one that is not there', () => {
    const marks = '{shine: {form: shete, by: [juror], task: look, fields: [shine], combine: mean}}';
    expect(codesOf(jury({ marks }))).toEqual(['unknown-form', 'unused']);
  });
});
