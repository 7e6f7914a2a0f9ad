import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { Workflow } from '../../../server/contract/definition/workflow.ts';
import { inspect } from '../../../server/registry/inspect.ts';
import { readHolidays } from '../../../client/src/designer/settings/calendar/read-holidays.ts';
import { writtenYear } from '../../../client/src/designer/settings/calendar/year-days.ts';
import { keyFor } from '../../../client/src/designer/settings/inputs/fresh-key.ts';
import {
  isLeft,
  type ShiftedDate,
  withDates,
} from '../../../client/src/designer/settings/new-programme/shifted-date.ts';
import { blankWorkflow } from '../../../client/src/designer/settings/new-workflow/blank-workflow.ts';
import { withWorkflow } from '../../../client/src/designer/settings/new-workflow/list-workflow.ts';
import { roleNeeds } from '../../../client/src/designer/settings/parts/role-needs.ts';
import { valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';
import { aSource } from '../../registry/trial.ts';

const read = (text: string, year = '2027') => {
  const { years, unread } = readHolidays(text, year);
  return { years: Object.fromEntries([...years].map(([key, days]) => [key, writtenYear(days)])), unread };
};

describe('a pasted list of holidays', () => {
  it('is read as the State Council words it', () => {
    const notice = [
      '一、元旦：1月1日（周五）至3日（周日）放假调休，共3天。1月4日（周日）上班。',
      '二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。2月14日（周日）、2月20日（周六）上班。',
      '三、清明节：4月5日（周一）放假，与周末连休。',
    ].join('\n');
    expect(read(notice)).toEqual({
      years: {
        2027: {
          holidays: [
            { from: '2027-01-01', to: '2027-01-03', name: '元旦' },
            { from: '2027-02-05', to: '2027-02-11', name: '春节' },
            { date: '2027-04-05', name: '清明节' },
          ],
          workdays: ['2027-01-04', '2027-02-14', '2027-02-20'],
        },
      },
      unread: [],
    });
  });

  it.each([
    ['2027-12-25 Christmas', [{ date: '2027-12-25', name: 'Christmas' }]],
    ['2027-12-24 to 2027-12-26\tYule', [{ from: '2027-12-24', to: '2027-12-26', name: 'Yule' }]],
    ['2027/10/1-2027/10/7 国庆节', [{ from: '2027-10-01', to: '2027-10-07', name: '国庆节' }]],
    ['5月1日-5日 劳动节', [{ from: '2027-05-01', to: '2027-05-05', name: '劳动节' }]],
    ['国庆节,10月1日', [{ date: '2027-10-01', name: '国庆节' }]],
  ])('is read line by line: %s', (line, holidays) => {
    expect(read(line).years['2027']?.holidays).toEqual(holidays);
  });

  it('tells of lines without a date, and of days that do not exist', () => {
    expect(read('hello\n2027-02-30 nothing\n')).toEqual({ years: {}, unread: ['hello', '2027-02-30 nothing'] });
  });

  it('reaches over the end of a year', () => {
    expect(Object.keys(read('2027-12-31 to 2028-01-02 New Year').years)).toEqual(['2027', '2028']);
  });
});

describe('a key', () => {
  it.each([
    ['Reading room', 'kind', [], 'reading_room'],
    ['Reading room', 'kind', ['reading_room'], 'reading_room_1'],
    ['社区卫生服务中心', 'kind', ['kind_1'], 'kind_2'],
    ['3 tables', 'table', [], 'tables'],
    ['in', 'kind', [], 'kind_1'],
  ])('for “%s” follows from its title', (title, stem, taken, key) => {
    expect(keyFor(title, stem, taken)).toBe(key);
  });
});

describe('dates of a copied programme', () => {
  const date = (more: Partial<ShiftedDate>): ShiftedDate => ({
    kind: 'Workflow',
    key: 'w',
    path: ['deadlines', 'report', 'on'],
    line: 1,
    before: '2026-03-31',
    after: '2027-03-31',
    ...more,
  });

  it('are put into a workflow as they were typed, and nothing else is touched', () => {
    const text = 'deadlines:\n  report: {on: 2027-03-31} # a Wednesday\n';
    expect(withDates(text, 'Workflow', [{ date: date({}), value: '2027-04-01' }])).toBe(text.replace('03-31', '04-01'));
  });

  it('are put into a form, which stays JSON', () => {
    const text = '{\n  "properties": {\n    "day": {"const": "2027-03-31"}\n  }\n}\n';
    const one = date({ kind: 'Form', path: ['properties', 'day', 'const'], line: 3 });
    expect(withDates(text, 'Form', [{ date: one, value: '2027-04-01' }])).toBe(text.replace('03-31', '04-01'));
  });

  it('stay where the place is not found any more', () => {
    const one = date({ kind: 'Form', path: ['properties', 'other', 'const'], line: 3 });
    expect(withDates('{"a": 1}', 'Form', [{ date: one, value: '2027-04-01' }])).toBe('{"a": 1}');
  });

  it('are told where they were left to a person', () => {
    expect(isLeft(date({ after: '2026-03-31' }))).toBe(true);
    expect(isLeft(date({}))).toBe(false);
  });
});

describe('a workflow that is begun', () => {
  const given = {
    key: 'trial',
    title: 'Yearly: all',
    form: 'trial',
    kinds: ['hut'],
    filler: 'lender',
    reach: 'programme' as const,
    due: '2027-03-31',
  };
  const monthly = { every: 'month' as const, from: '2027-01-01', to: '2027-12-31', daysAfter: 5 };
  const programme = (locales: string, list = '[]') =>
    `apiVersion: formflow/v1\nkind: Programme\nkey: trial\ntitle: T\nzone: UTC\nlocales: ${locales}\n` +
    'organisation_kinds: {hut: {title: Hut}}\n' +
    `roles: {lender: {title: L, may: [cases.fill]}, keeper: {title: K, may: [cases.read, cases.review]}}\nworkflows: ${list}\n`;
  const form =
    '{"$schema": "https://json-schema.org/draft/2020-12/schema", "$id": "trial", "title": "F", "type": "object", "properties": {"a": {"type": "string", "title": "A"}}}';

  it.each([
    ['reviewed, in English', { reviewer: 'keeper', locales: ['en'] }],
    ['not reviewed, in Chinese', { reviewer: null, locales: ['zh-CN'] }],
    ['reviewed, in both', { reviewer: 'keeper', locales: ['zh-CN', 'en'] }],
    [
      'every month, by whoever is above',
      { reviewer: 'keeper', reach: 'below' as const, due: monthly, locales: ['en'] },
    ],
    ['within a tree, once', { reviewer: 'keeper', reach: 'subtree' as const, locales: ['en'] }],
  ])('can be published as it is: %s', (_, more) => {
    const text = blankWorkflow({ ...given, ...more });
    expect(Workflow.safeParse(valueOf(text)).success).toBe(true);
    const listed = withWorkflow(programme(`[${more.locales.join(', ')}]`), 'trial');
    const { findings } = inspect([aSource('Programme', listed), aSource('Workflow', text), aSource('Form', form)]);
    expect(findings.filter(({ code }) => !['title-missing', 'unused'].includes(code))).toEqual([]);
  });

  it('stands on the list of its programme once', () => {
    const listed = withWorkflow(programme('[en]', '[trial]'), 'trial');
    expect(listed).toBe(programme('[en]', '[trial]'));
    expect(withWorkflow(programme('[en]'), 'trial')).toContain('workflows: [trial]');
  });
});

it('tells what each role is needed for', () => {
  const text = readFileSync('tests/fixtures/programmes/river_watch/workflows/river_watch/weekly_sampling.yaml', 'utf8');
  const needs = roleNeeds([text, 'broken: ['], 'en');
  expect(needs).toContainEqual({
    role: 'observer',
    permission: 'cases.fill',
    workflow: 'Weekly sampling',
    action: 'Send to the county',
  });
  expect(needs).toContainEqual(expect.objectContaining({ role: 'city_editor', permission: 'deadlines.manage' }));
});
