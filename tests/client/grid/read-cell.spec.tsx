import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { CellKind, GridColumn } from '../../../client/src/grid/column.ts';
import { en, zhCn } from '../../../client/src/grid/labels.ts';
import { isReadable, readCell } from '../../../client/src/grid/read-cell.ts';
import { filterOptions } from '../../../client/src/grid/read-option.ts';
import { shownText, typedText, unreadableMessage } from '../../../client/src/grid/show-cell.ts';

const duties = [
  { code: 1, title: '驾驶员' },
  { code: 2, title: '轮机员（机舱）' },
  { code: 3, title: '船医' },
  { code: 13, title: '其他、请说明' },
];
const berths = [
  { code: 'u', title: '上铺' },
  { code: 'l', title: '下铺' },
];
const column = (kind: CellKind, more: Partial<GridColumn> = {}): GridColumn => ({
  key: 'field',
  title: '列',
  kind,
  options: kind === 'choices' ? duties : berths,
  ...more,
});
const context = { labels: zhCn, today: '2024-03-31' };
const read = (kind: CellKind, text: string) => readCell(column(kind), text, context);

describe('reading a typed or pasted text', () => {
  it.each<[CellKind, string, unknown]>([
    ['text', ' 张 三 ', ' 张 三 '],
    ['text', '=1+1', '=1+1'],
    ['long-text', '一\n二', '一\n二'],
    ['integer', '35', 35],
    ['integer', ' ３５ ', 35],
    ['integer', '12.0', 12],
    ['integer', '-7', -7],
    ['integer', '−7', -7],
    ['decimal', '7000.50', 7000.5],
    ['decimal', '.5', 0.5],
    ['boolean', '是', true],
    ['boolean', 'Y', true],
    ['boolean', '１', true],
    ['boolean', '√', true],
    ['boolean', '否', false],
    ['boolean', 'n', false],
    ['boolean', '0', false],
    ['choice', '上铺', 'u'],
    ['choice', 'L', 'l'],
    ['choice', 'u=上铺', 'u'],
    ['choices', '1、3', [1, 3]],
    ['choices', '3 1', [1, 3]],
    ['choices', '船医，驾驶员', [1, 3]],
    ['choices', '1、驾驶员；3=船医', [1, 3]],
    ['choices', '轮机员(机舱)', [2]],
    ['choices', '其他、请说明、1', [1, 13]],
    ['choices', '1、1', [1]],
    ['choices', '13', [13]],
    ['date', '2024-3-1', '2024-03-01'],
    ['date', '2024/3/31', '2024-03-31'],
    ['date', '2024.2.29', '2024-02-29'],
    ['date', '2024年3月1日', '2024-03-01'],
    ['date', '2024 年 3 月 1 日', '2024-03-01'],
    ['date', '20240301', '2024-03-01'],
    ['date', '２０２４－３－１', '2024-03-01'],
    ['date', '2024/3/31 0:00:00', '2024-03-31'],
    ['date', '3月5日', '2024-03-05'],
    ['date', '3/5', '2024-03-05'],
    ['month', '2024-3', '2024-03'],
    ['month', '2024年12月', '2024-12'],
    ['month', '202404', '2024-04'],
  ])('%s: “%s” is read', (kind, text, value) => {
    expect(read(kind, text)).toEqual({ readable: true, value });
  });

  it.each<[CellKind, string]>([
    ['integer', '35岁'],
    ['integer', '12.5'],
    ['integer', '1,000'],
    ['integer', '1e3'],
    ['decimal', '12345678901234567'],
    ['decimal', '1.2.3'],
    ['boolean', '可能'],
    ['choice', '中铺'],
    ['choices', '1、9'],
    ['choices', '心理咨询师'],
    ['date', '2024-02-30'],
    ['date', '2023-2-29'],
    ['date', '03/04/2024'],
    ['date', '2024-3-10:00'],
    ['date', '45382'],
    ['month', '2024-13'],
  ])('%s: “%s” stays as it was typed', (kind, text) => {
    expect(read(kind, text)).toEqual({ readable: false, value: text });
  });

  it.each<CellKind>(['text', 'integer', 'boolean', 'choice', 'choices', 'date'])(
    '%s: a blank text empties the cell',
    (kind) => {
      expect(read(kind, ' \t')).toEqual({ readable: true, value: undefined });
    },
  );

  it('cleans the text as the column asks, and keeps the original of what it cannot read', () => {
    const pay = column('decimal', { normalize: (text) => text.replaceAll(',', '') });
    expect(readCell(pay, '1,200.50', context)).toEqual({ readable: true, value: 1200.5 });
    expect(readCell(pay, '1,200元', context)).toEqual({ readable: false, value: '1,200元' });
  });

  it('needs the year where no today is known', () => {
    expect(readCell(column('date'), '3/5', { labels: zhCn }).readable).toBe(false);
  });

  it('takes the words for yes and no of the language', () => {
    expect(readCell(column('boolean'), 'No', { labels: en }).value).toBe(false);
  });
});

const values: Record<string, fc.Arbitrary<unknown>> = {
  integer: fc.integer(),
  decimal: fc
    .tuple(fc.integer({ min: -99_999_999, max: 99_999_999 }), fc.integer({ min: 0, max: 7 }))
    .map(([digits, places]) => Number((digits / 10 ** places).toFixed(places)) + 0),
  boolean: fc.boolean(),
  choice: fc.constantFrom('u', 'l'),
  choices: fc.subarray([1, 2, 3, 13], { minLength: 1 }),
  date: fc
    .date({ min: new Date('1900-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
    .map((day) => day.toISOString().slice(0, 10)),
};

describe('what is shown and copied', () => {
  it.each(Object.keys(values))('%s: a copied cell is pasted to the same value, in both languages', (name) => {
    const kind = name as CellKind;
    const value = values[name] ?? fc.constant(undefined);
    fc.assert(
      fc.property(value, fc.constantFrom(zhCn, en), (kept, labels) => {
        const text = typedText(column(kind), kept, labels);
        expect(readCell(column(kind), text, { labels })).toEqual({ readable: true, value: kept });
        expect(isReadable(column(kind), kept)).toBe(true);
      }),
    );
  });

  it('never throws and never loses a text, whatever is pasted', () => {
    const kinds = fc.constantFrom<CellKind>(
      'integer',
      'decimal',
      'boolean',
      'choice',
      'choices',
      'date',
      'month',
      'text',
    );
    fc.assert(
      fc.property(kinds, fc.string({ unit: 'binary' }), (kind, text) => {
        const reading = read(kind, text);
        if (!reading.readable) expect(reading.value).toBe(text);
        if (reading.readable && text.trim() !== '') expect(reading.value).toBeDefined();
      }),
    );
  });

  it('shows dates in words and unread texts as they are', () => {
    expect(shownText(column('date'), '2024-03-01', zhCn)).toBe('2024年3月1日');
    expect(shownText(column('date'), '下周', zhCn)).toBe('下周');
    expect(shownText(column('choices'), [1, 3], zhCn)).toBe('驾驶员、船医');
    expect(shownText(column('decimal', { format: () => '¥7,000.00' }), 7000, zhCn)).toBe('¥7,000.00');
  });

  it('says why a text could not be read', () => {
    expect(unreadableMessage(column('integer'), '35岁', zhCn)).toBe('“35岁”不是整数，请填写数字，如 35');
    expect(unreadableMessage(column('integer'), 35, zhCn)).toBeUndefined();
    expect(unreadableMessage(column('choices'), [1, 99], zhCn)).toContain('不在选项中');
  });
});

describe('searching options by typing', () => {
  const options = [...duties, { code: 4, title: '医务助理' }];
  it.each([
    ['3', [3]],
    ['1', [1, 13]],
    ['医', [4, 3]],
    ['驾驶员', [1]],
    ['', [1, 2, 3, 13, 4]],
    ['无', []],
  ])('“%s” finds the likeliest first', (text, codes) => {
    expect(filterOptions(options, text).map((option) => option.code)).toEqual(codes);
  });
});
