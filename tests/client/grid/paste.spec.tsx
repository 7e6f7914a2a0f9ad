import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { GridColumn } from '../../../client/src/grid/column.ts';
import { zhCn } from '../../../client/src/grid/labels.ts';
import { consequencesOf } from '../../../client/src/grid/paste-dialog.tsx';
import { needsConsent, planPaste, type PasteTarget } from '../../../client/src/grid/paste.ts';
import { applyPatches } from '../../../client/src/grid/patch.ts';
import type { GridRow } from '../../../client/src/grid/row.ts';
import { parseTsv } from '../../../client/src/grid/tsv.ts';

const columns: readonly GridColumn[] = [
  { key: 'name', title: '姓名', kind: 'text' },
  {
    key: 'berth',
    title: '舱位',
    kind: 'choice',
    options: [
      { code: 'u', title: '上铺' },
      { code: 'l', title: '下铺' },
    ],
  },
  { key: 'age', title: '年龄', kind: 'integer' },
  {
    key: 'duties',
    title: '岗位',
    kind: 'choices',
    options: [
      { code: 1, title: '驾驶员' },
      { code: 2, title: '轮机员' },
      { code: 3, title: '船医' },
    ],
  },
];

const target = (rows: readonly GridRow[], more: Partial<PasteTarget> = {}): PasteTarget => {
  let count = 0;
  return {
    rows,
    columns,
    labels: zhCn,
    range: { top: 0, bottom: 0, left: 0, right: 0 },
    maxRows: 10,
    canAddRows: true,
    canWrite: () => true,
    newRow: () => {
      count += 1;
      return { _id: `new-${count}` };
    },
    ...more,
  };
};

const paste = (text: string, where: PasteTarget) => {
  const plan = planPaste(parseTsv(text), where);
  return { plan, rows: applyPatches(where.rows, plan.patches) };
};

describe('pasting from a spreadsheet', () => {
  it('turns titles into codes and adds the rows it needs', () => {
    const { plan, rows } = paste('张三\t上铺\t35\t1、3\n李四\t下铺\t４０\t轮机员，船医\n', target([{ _id: 'p' }]));
    expect(rows).toEqual([
      { _id: 'p', name: '张三', berth: 'u', age: 35, duties: [1, 3] },
      { _id: 'new-1', name: '李四', berth: 'l', age: 40, duties: [2, 3] },
    ]);
    expect(plan).toMatchObject({ cells: 8, overwritten: 0, rowsAdded: 1, rowsLeftOut: 0, unreadable: 0 });
    expect(needsConsent(plan)).toBe(false);
  });

  it('keeps what it cannot read as it was copied, and counts it', () => {
    const { plan, rows } = paste('张三\t中铺\t35岁', target([]));
    expect(rows).toEqual([{ _id: 'new-1', name: '张三', berth: '中铺', age: '35岁' }]);
    expect(plan.unreadable).toBe(2);
    expect(plan.preview.rows[0]?.map((cell) => cell.readable)).toEqual([true, false, false]);
  });

  it('asks before it overwrites filled cells, and not for cells that stay the same', () => {
    const rows = [{ _id: 'p', name: '张三', berth: 'u' }];
    const { plan } = paste('张三\t下铺', target(rows));
    expect(plan.overwritten).toBe(1);
    expect(needsConsent(plan)).toBe(true);
    expect(needsConsent(paste('张三\t上铺', target(rows)).plan)).toBe(false);
  });

  it('counts an empty copied cell that would empty a filled one', () => {
    const { plan, rows } = paste('王五\t\t40', target([{ _id: 'p', berth: 'u' }]));
    expect(plan.overwritten).toBe(1);
    expect(rows).toEqual([{ _id: 'p', name: '王五', age: 40 }]);
  });

  it('asks before it leaves out rows beyond the most that are allowed', () => {
    const { plan, rows } = paste('a\nb\nc\nd', target([{ _id: 'p' }], { maxRows: 2 }));
    expect(rows.map((row) => row['name'])).toEqual(['a', 'b']);
    expect(plan).toMatchObject({ rowsAdded: 1, rowsLeftOut: 2 });
    expect(consequencesOf(plan, 2, zhCn)).toEqual([
      '剪贴板中有 4 行 × 1 列。',
      '将新增 1 行。',
      '最多 2 行，超出的 2 行不会粘贴。',
    ]);
  });

  it('adds no rows where rows are fixed', () => {
    const { plan, rows } = paste('a\nb', target([{ _id: 'p' }], { canAddRows: false }));
    expect(rows).toHaveLength(1);
    expect(plan.rowsLeftOut).toBe(1);
  });

  it('asks before it leaves out columns that have no place', () => {
    const { plan } = paste('35\t1\t多余', target([{ _id: 'p' }], { range: { top: 0, bottom: 0, left: 2, right: 2 } }));
    expect(plan.columnsLeftOut).toBe(1);
    expect(needsConsent(plan)).toBe(true);
    expect(
      needsConsent(paste('35\t1\t', target([{ _id: 'p' }], { range: { top: 0, bottom: 0, left: 2, right: 2 } })).plan),
    ).toBe(false);
  });

  it('leaves cells that may not be written, and says so only where they would have changed', () => {
    const rows = [{ _id: 'p', name: '张三', age: 35 }];
    const where = target(rows, { canWrite: (_, column) => column.key !== 'name' });
    expect(paste('李四\t上铺', where).plan).toMatchObject({ cellsLeftOut: 1, cells: 1 });
    expect(paste('李四\t上铺', where).rows).toEqual([{ _id: 'p', name: '张三', berth: 'u', age: 35 }]);
    expect(paste('张三\t上铺', where).plan.cellsLeftOut).toBe(0);
  });

  it('finds the columns by title where the header row was copied too, whatever their order', () => {
    const { plan, rows } = paste('序号\t年龄\t 姓名\n1\t35\t张三\n2\t36\t李四', target([]));
    expect(rows).toEqual([
      { _id: 'new-1', name: '张三', age: 35 },
      { _id: 'new-2', name: '李四', age: 36 },
    ]);
    expect(plan).toMatchObject({ byTitle: true, columnsLeftOut: 1 });
    expect(needsConsent(plan)).toBe(true);
  });

  it('fills a selected range that the clipboard tiles', () => {
    const rows = [{ _id: 'p' }, { _id: 'q' }, { _id: 'r' }];
    const filled = paste('9', target(rows, { range: { top: 0, bottom: 2, left: 2, right: 2 } })).rows;
    expect(filled.map((row) => row['age'])).toEqual([9, 9, 9]);
    const twice = paste(
      'a\nb',
      target([...rows, { _id: 's' }], { range: { top: 0, bottom: 3, left: 0, right: 0 } }),
    ).rows;
    expect(twice.map((row) => row['name'])).toEqual(['a', 'b', 'a', 'b']);
  });

  it('passes over empty lines at the end of the clipboard', () => {
    expect(paste('a\n\t\n\n\n', target([])).rows).toHaveLength(1);
  });

  it('starts new rows with their defaults', () => {
    const { rows } = paste('张三', target([], { newRow: () => ({ _id: 'n', berth: 'u' }) }));
    expect(rows).toEqual([{ _id: 'n', name: '张三', berth: 'u' }]);
  });

  it('reads 100,000 lines without more than the allowed rows, and in good time', () => {
    const text = Array.from({ length: 100_000 }, (_, line) => `张${line}\t上铺\t${line % 90}\t1、3`).join('\n');
    const { plan, rows } = paste(text, target([], { maxRows: 2000 }));
    expect(rows).toHaveLength(2000);
    expect(plan.rowsLeftOut).toBe(98_000);
  });

  it('loses no copied text: each is read, kept as it was, or counted as left out', () => {
    const text = fc.constantFrom('', '张三', '上铺', '35', '1、3', '?', '中铺');
    const table = fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(table, fc.nat(3), fc.nat(2), (cells, left, top) => {
        const rows = [{ _id: 'p', name: '原有' }, { _id: 'q' }, { _id: 'r' }];
        const where = target(rows, { range: { top, bottom: top, left, right: left }, maxRows: 5 });
        const plan = planPaste(cells, where);
        fc.pre(!plan.byTitle);
        const after = applyPatches(rows, plan.patches);
        cells.forEach((line, at) => {
          line.forEach((copied, column) => {
            if (copied === '') return;
            const place = columns[left + column];
            const row = after[top + at];
            if (place === undefined) expect(plan.columnsLeftOut).toBeGreaterThan(0);
            else if (row === undefined) expect(plan.rowsLeftOut).toBeGreaterThan(0);
            else expect(row[place.key]).toBeDefined();
          });
        });
      }),
    );
  });
});
