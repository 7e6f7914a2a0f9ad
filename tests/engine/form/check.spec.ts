import { describe, expect, it } from '@jest/globals';
import type { Data } from '../../../server/engine/data.ts';
import { checkForm } from '../../../server/engine/form/check.ts';
import { hasRightChecksum } from '../../../server/engine/form/checksum.ts';
import { mergeIssues } from '../../../server/engine/form/issue.ts';
import { FACTS, formOf, modelOf, rosterOf } from './apiary.ts';

const check = (form: ReturnType<typeof formOf>, data: Data, locale = 'en') =>
  checkForm(modelOf(form), data, { facts: FACTS, locale }).map(({ pointer, message, severity, code, related }) => ({
    at: pointer,
    message,
    ...(severity === 'error' ? {} : { severity }),
    code,
    ...(related === undefined ? {} : { related }),
  }));

describe('Rules', () => {
  const form = formOf(
    {
      hives: rosterOf(
        { name: { type: 'string' }, honey: { type: 'number' }, opened: { type: 'string', format: 'date' } },
        {
          'x-rules': [
            {
              expr: 'row.honey <= 40',
              at: 'honey',
              severity: 'warning',
              message: {
                'zh-CN': '第{index + 1}箱产蜜{row.honey}公斤，请核对',
                en: 'Hive {index + 1} gave {row.honey} kg',
              },
            },
            { expr: 'row.opened <= today', at: 'opened', message: 'Opened on {row.opened}, which is still to come' },
          ],
        },
      ),
      contact: {
        type: 'object',
        properties: {
          phone: { type: 'string', 'x-rules': [{ expr: 'form.contact.phone != "0"', message: 'No such number' }] },
        },
      },
    },
    {
      'x-rules': [{ expr: 'form.hives.size() >= 1', message: 'At least one hive', severity: 'waivable', at: 'hives' }],
    },
  );

  it('are told at the cell they name, with the values they speak of, in the language of the reader', () => {
    const data = { hives: [{ honey: 12 }, { honey: 41.5, opened: '2024-04-01' }], contact: { phone: '0' } };
    expect(check(form, data)).toEqual([
      { at: '/contact/phone', message: 'No such number', code: 'rule' },
      { at: '/hives/1/honey', message: 'Hive 2 gave 41.5 kg', severity: 'warning', code: 'rule' },
      { at: '/hives/1/opened', message: 'Opened on 1 April 2024, which is still to come', code: 'rule' },
    ]);
    expect(check(form, { hives: [{ honey: 41.5 }] }, 'zh-CN')[0]?.message).toBe('第1箱产蜜41.5公斤，请核对');
  });

  it('may be waived, and are passed over where a field is not filled in', () => {
    expect(check(form, { hives: [] })).toEqual([
      { at: '/hives', message: 'At least one hive', severity: 'waivable', code: 'rule' },
    ]);
    expect(check(form, { hives: [{}] })).toEqual([]);
  });
});

describe('Limits', () => {
  const hives = (limit: object) =>
    formOf({
      hives: rosterOf(
        { name: { type: 'string', title: { 'zh-CN': '箱号', en: 'Hive' } }, year: { type: 'integer', title: '年份' } },
        {},
        { 'x-limit': limit },
      ),
    });

  it('mark every surplus row and name the first that is alike', () => {
    const rows = [{ name: 'Ash' }, { name: 'Birch' }, { name: 'Ash' }, {}, {}, { name: 'Ash' }];
    expect(check(hives({ by: ['name'], max: 1 }), { hives: rows })).toEqual([
      { at: '/hives/2/name', message: 'The same Hive as row 1', code: 'limit', related: [] },
      { at: '/hives/5/name', message: 'The same Hive as row 1', code: 'limit', related: [] },
    ]);
    expect(check(hives({ by: ['name'], max: 2 }), { hives: rows }, 'zh-CN')).toMatchObject([
      { at: '/hives/5/name', message: '箱号相同的最多2行' },
    ]);
  });

  it('compare several fields together, and never rows that leave one empty', () => {
    const rows = [
      { name: 'Ash', year: 2023 },
      { name: 'Ash', year: 2024 },
      { name: 'Ash' },
      { name: 'Ash', year: 2024 },
    ];
    expect(check(hives({ by: ['name', 'year'], max: 1, message: 'Twice' }), { hives: rows })).toEqual([
      { at: '/hives/3/name', message: 'Twice', code: 'limit', related: ['/hives/3/year'] },
    ]);
  });
});

describe('Totals', () => {
  const number = (title: string) => ({ type: 'number', title });
  const form = formOf(
    {
      all: number('All'),
      strong: number('Strong'),
      weak: number('Weak'),
      near: number('Near'),
      far: number('Far'),
      sites: rosterOf({ hives: number('Hives at a site') }),
    },
    {
      'x-totals': [
        { total: 'all', parts: ['strong', 'weak'] },
        { total: 'all', parts: ['near', 'far'] },
      ],
    },
  );

  it('hold to the cent', () => {
    expect(check(form, { all: 0.3, strong: 0.1, weak: 0.2 })).toEqual([]);
    expect(check(form, { all: 0.31, strong: 0.1, weak: 0.2 })).toMatchObject([
      { at: '/all', message: 'All (0.31) must be the sum of Strong, Weak (0.3)', related: ['/strong', '/weak'] },
    ]);
  });

  it('suspect the parts where another relation confirms the total, and the total alone where all fail', () => {
    const parts = { strong: 4, weak: 3, near: 5, far: 5 };
    expect(check(form, { all: 10, ...parts })).toMatchObject([{ at: '/strong', related: ['/weak'] }]);
    const failing = check(form, { all: 12, ...parts });
    expect(failing.map(({ at, related }) => [at, related])).toEqual([
      ['/all', undefined],
      ['/all', undefined],
    ]);
  });

  it('may be at least the sum, of a roster as well, and wait until something is filled in', () => {
    const least = formOf(
      { all: number('总数'), sites: rosterOf({ hives: { type: 'integer', title: '箱数' } }) },
      { 'x-totals': [{ total: 'all', parts: ['sites.hives'], relation: 'ge' }] },
    );
    const sites = [{ hives: 3 }, {}, { hives: 4 }];
    expect(check(least, { all: 7, sites })).toEqual([]);
    expect(check(least, { all: 6, sites }, 'zh-CN')).toMatchObject([
      {
        at: '/all',
        message: '总数（6）应不少于箱数之和（7）',
        related: ['/sites/0/hives', '/sites/1/hives', '/sites/2/hives'],
      },
    ]);
    expect(check(least, { sites })).toEqual([]);
    expect(check(least, { all: 6, sites: [] })).toEqual([]);
  });
});

describe('Check characters', () => {
  const identity = { weights: [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2], mod: 11, alphabet: '10X98765432' };
  const credit = {
    weights: [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28],
    mod: 31,
    alphabet: '0YXWUTRQPNMLKJHGFEDCBA987654321',
  };
  const card = { weights: [2, 1], mod: 10, alphabet: '0987654321' };

  it.each<[string, string, Parameters<typeof hasRightChecksum>[1], boolean]>([
    ['an identity number', '11010519491231002X', identity, true],
    ['one in small letters', '11010519491231002x', identity, true],
    ['two digits swapped', '11010519491213002X', identity, false],
    ['a digit too few', '1101051949123100X', identity, false],
    ['a social credit code', '91350100M000100Y43', credit, true],
    ['a mistyped one', '91350100M000100Y44', credit, false],
    ['a bank card', '6222600260001072444', card, true],
    ['one of another length', '378282246310005', card, true],
    ['a mistyped bank card', '6222600260001072445', card, false],
    ['nothing', '', identity, false],
  ])('of %s', (_what, text, rule, isRight) => {
    expect(hasRightChecksum(text, rule)).toBe(isRight);
  });

  it('are told at the cell, and never asked of an empty one or of the mark for not applicable', () => {
    const form = formOf({
      rows: rosterOf({
        id: { type: 'string', title: { 'zh-CN': '证号', en: 'Number' }, 'x-checksum': identity, 'x-na': '—' },
      }),
    });
    const rows = [{ id: '11010519491231002X' }, { id: '110105194912310021' }, {}, { id: '—' }];
    expect(check(form, { rows }, 'zh-CN')).toEqual([
      { at: '/rows/1/id', message: '证号校验不通过，请核对是否输错', code: 'checksum' },
    ]);
  });
});

describe('Choices of a table', () => {
  const form = formOf({
    plants: rosterOf({
      plant: {
        title: { 'zh-CN': '蜜源', en: 'Plant' },
        'x-options': { table: 'plants', where: 'option.kinds.size() == 0 || org.kinds.exists(k, k in option.kinds)' },
      },
    }),
  });
  const plants = {
    columns: { title: 'text', kinds: 'list' },
    rows: { lime: { title: '椴树', kinds: [] }, rape: { title: '油菜', kinds: ['school'] } },
  };
  const model = modelOf(form, { programme: { tables: { plants } as never } });

  it('that are not offered to this organisation are refused, whoever sends them', () => {
    const data = { plants: [{ plant: 'lime' }, { plant: 'rape' }, { plant: 'unknown' }, {}] };
    expect(checkForm(model, data, { facts: FACTS, locale: 'zh-CN' })).toEqual([
      {
        pointer: '/plants/1/plant',
        message: '蜜源不能选择“油菜”，该选项不适用于本单位',
        severity: 'error',
        code: 'option',
      },
    ]);
  });
});

describe('Rows', () => {
  it('that share an identity are refused', () => {
    const id = '0190a000-0000-7000-8000-00000000000a';
    const form = formOf({ a: rosterOf({ n: { type: 'integer' } }), b: rosterOf({ n: { type: 'integer' } }) });
    expect(check(form, { a: [{ _id: id }, { n: 1 }, { n: 2 }], b: [{ _id: id }] })).toMatchObject([
      { at: '/b/0', code: 'row-id' },
    ]);
  });
});

describe('Issues of several checks', () => {
  it('are told once each', () => {
    const issue = { pointer: '/a', message: 'Please enter A', severity: 'error', code: 'required' } as const;
    const rule = { ...issue, code: 'rule', message: 'One' };
    expect(mergeIssues([issue], [issue, rule], [{ ...rule, message: 'Two' }])).toEqual([
      issue,
      rule,
      { ...rule, message: 'Two' },
    ]);
  });
});

describe('Two thousand rows', () => {
  it('are checked while one types', () => {
    const form = formOf(
      {
        rows: rosterOf(
          { name: { type: 'string' }, honey: { type: 'number' }, phone: { type: 'string' } },
          {
            'x-rules': [
              { expr: 'row.honey >= 0.5 && row.name != ""', message: 'Too little' },
              { expr: 'row.phone.size() > 3', message: 'Too short' },
            ],
          },
          { 'x-limit': { by: ['name', 'phone'], max: 1 } },
        ),
      },
      { 'x-rules': [{ expr: 'sum(form.rows.map(r, r.honey)) < 1000000.0', message: 'Too much' }] },
    );
    const rows = Array.from({ length: 2000 }, (_, i) => ({
      _id: String(i),
      name: `n${String(i)}`,
      honey: 1 + i / 100,
      phone: '13800000000',
    }));
    const model = modelOf(form);
    checkForm(model, { rows }, { facts: FACTS, locale: 'en' });
    // Processor time, because the machine may be busy with something else.
    const before = process.cpuUsage();
    expect(checkForm(model, { rows }, { facts: FACTS, locale: 'en' })).toEqual([]);
    expect(process.cpuUsage(before).user / 1000).toBeLessThan(500);
  });
});
