import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { commandOf, draftCommandOf, type KeyPress } from '../../../client/src/grid/keys.ts';
import { bodyTop, cellBox, layoutOf, scrollToShow } from '../../../client/src/grid/layout.ts';
import {
  clampSelection,
  enter,
  rangeOf,
  selectAll,
  selectCell,
  selectRows,
  step,
  tab,
  type Selection,
} from '../../../client/src/grid/selection.ts';

const extent = { rows: 4, columns: 3 };
const cell = (row: number, column: number) => ({ row, column });
const press = (keys: string): KeyPress => {
  const parts = keys.split('+');
  return {
    key: parts.at(-1) ?? '',
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    shiftKey: parts.includes('Shift'),
    altKey: parts.includes('Alt'),
  };
};

describe('moving among cells', () => {
  it('stops at the edges', () => {
    const at = selectCell(cell(3, 2));
    expect(step(at, { by: cell(1, 0), extend: false }, extent).active).toEqual(cell(3, 2));
    expect(step(at, { by: cell(-Infinity, -Infinity), extend: false }, extent).active).toEqual(cell(0, 0));
  });

  it('grows the range from the active cell, which stays', () => {
    const grown = step(
      step(selectCell(cell(1, 1)), { by: cell(1, 0), extend: true }, extent),
      { by: cell(0, -1), extend: true },
      extent,
    );
    expect(grown.active).toEqual(cell(1, 1));
    expect(rangeOf(grown)).toEqual({ top: 1, bottom: 2, left: 0, right: 1 });
  });

  it('goes with Tab to the next row, and with Enter below where the Tabs began', () => {
    let at: Selection | undefined = selectCell(cell(0, 1));
    at = tab(at, false, extent);
    expect(at?.active).toEqual(cell(0, 2));
    expect(enter(at ?? selectCell(cell(3, 0)), false, extent).active).toEqual(cell(1, 1));
    expect(tab(selectCell(cell(0, 2)), false, extent)?.active).toEqual(cell(1, 0));
  });

  it('leaves the grid with Tab at its last cell and with Shift+Tab at its first', () => {
    expect(tab(selectCell(cell(3, 2)), false, extent)).toBeUndefined();
    expect(tab(selectCell(cell(0, 0)), true, extent)).toBeUndefined();
  });

  it('never leaves what exists, whatever is pressed', () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: -9, max: 9 }), fc.boolean()));
    fc.assert(
      fc.property(steps, fc.nat(6), (moves, rows) => {
        let at = selectCell(cell(0, 0));
        for (const [row, column, extend] of moves) at = step(at, { by: cell(row, column), extend }, extent);
        const shrunk = clampSelection(at, { rows: rows + 1, columns: 2 });
        const { top, bottom, left, right } = rangeOf(shrunk);
        expect(top >= 0 && left >= 0 && bottom <= rows && right <= 1).toBe(true);
      }),
    );
  });

  it('selects whole rows and everything', () => {
    expect(rangeOf(selectRows(2, 1, extent))).toEqual({ top: 1, bottom: 2, left: 0, right: 2 });
    expect(rangeOf(selectAll(extent))).toEqual({ top: 0, bottom: 3, left: 0, right: 2 });
  });
});

describe('keys', () => {
  it.each([
    ['ArrowDown', { do: 'step', by: cell(1, 0), extend: false }],
    ['Shift+ArrowLeft', { do: 'step', by: cell(0, -1), extend: true }],
    ['Ctrl+ArrowUp', { do: 'step', by: cell(-Infinity, 0), extend: false }],
    ['Home', { do: 'step', by: cell(0, -Infinity), extend: false }],
    ['Ctrl+End', { do: 'step', by: cell(Infinity, Infinity), extend: false }],
    ['Ctrl+Home', { do: 'step', by: cell(-Infinity, -Infinity), extend: false }],
    ['Shift+PageDown', { do: 'page', back: false, extend: true }],
    ['Tab', { do: 'tab', back: false }],
    ['Shift+Tab', { do: 'tab', back: true }],
    ['Shift+Enter', { do: 'enter', back: true }],
    ['F2', { do: 'edit' }],
    ['Delete', { do: 'clear' }],
    ['Backspace', { do: 'clear' }],
    ['Escape', { do: 'release' }],
    [' ', { do: 'toggle' }],
    ['Alt+ArrowDown', { do: 'open' }],
    ['Alt+Shift+ArrowUp', { do: 'move-rows', by: -1 }],
    ['Ctrl+z', { do: 'undo' }],
    ['Ctrl+Z', { do: 'undo' }],
    ['Ctrl+Shift+Z', { do: 'redo' }],
    ['Meta+y', { do: 'redo' }],
    ['Ctrl+d', { do: 'fill-down' }],
    ['Ctrl+a', { do: 'select-all' }],
    ['Ctrl+Enter', { do: 'insert-row' }],
    ['Ctrl+Delete', { do: 'remove-rows' }],
  ])('%s, while nothing is being typed', (keys, command) => {
    expect(commandOf(press(keys))).toEqual(command);
  });

  it.each(['a', '张', 'Ctrl+c', 'Ctrl+v', 'Ctrl+f', 'F5', 'Alt+ArrowLeft', 'Process'])(
    '%s is left to the browser',
    (keys) => {
      expect(commandOf(press(keys))).toBeUndefined();
    },
  );

  const typing = { replacing: false, picking: false, several: false, manyLines: false };
  it('keep the typed text and move on with arrows only where typing replaced the cell', () => {
    expect(draftCommandOf(press('ArrowLeft'), typing)).toBeUndefined();
    expect(draftCommandOf(press('ArrowLeft'), { ...typing, replacing: true })).toMatchObject({ do: 'keep' });
    expect(draftCommandOf(press('Shift+ArrowLeft'), { ...typing, replacing: true })).toBeUndefined();
  });

  it('make a new line in a long text, and elsewhere keep the cell', () => {
    expect(draftCommandOf(press('Alt+Enter'), { ...typing, manyLines: true })).toEqual({ do: 'new-line' });
    expect(draftCommandOf(press('Alt+Enter'), typing)).toMatchObject({ do: 'keep' });
  });

  it('move through the options of a choice, and tick them with the space bar where there may be several', () => {
    expect(draftCommandOf(press('ArrowDown'), { ...typing, picking: true })).toEqual({ do: 'highlight', by: 1 });
    expect(draftCommandOf(press(' '), { ...typing, picking: true, several: true })).toEqual({ do: 'toggle' });
    expect(draftCommandOf(press(' '), { ...typing, picking: true })).toBeUndefined();
  });
});

describe('where cells stand', () => {
  const columns = [
    { key: 'a', title: '姓名', kind: 'text' as const, width: 100 },
    { key: 'b', title: '是否', kind: 'boolean' as const, width: 60, titlePath: ['培训'] },
    { key: 'c', title: '时间', kind: 'text' as const, width: 100, titlePath: ['培训'] },
    { key: 'd', title: '日期', kind: 'date' as const, width: 90, titlePath: ['经历', '任职'] },
  ];

  it('groups titles that share a path, and lets single titles reach over all levels', () => {
    const { header } = layoutOf({ columns, available: 0, examples: 0 });
    const short = header.map((cells) =>
      cells.map(({ title, from, columns: wide, levels }) => [title, from, wide, levels]),
    );
    expect(short).toEqual([
      [
        ['姓名', 0, 1, 3],
        ['培训', 1, 2, 1],
        ['经历', 3, 1, 1],
      ],
      [
        ['是否', 1, 1, 2],
        ['时间', 2, 1, 2],
        ['任职', 3, 1, 1],
      ],
      [['日期', 3, 1, 1]],
    ]);
  });

  it('gives spare width to columns of words and keeps the rest as they are', () => {
    const { widths, width } = layoutOf({ columns, available: 602, examples: 0 });
    expect(widths).toEqual([200, 60, 200, 90]);
    expect(width).toBe(602);
    expect(layoutOf({ columns, available: 300, examples: 0 }).widths).toEqual([100, 60, 100, 90]);
  });

  it('scrolls just as far as the header and the row numbers do not cover the cell', () => {
    const layout = layoutOf({ columns, available: 0, examples: 1 });
    fc.assert(
      fc.property(fc.nat(500), fc.nat(3), fc.nat(20_000), fc.nat(200), (row, column, top, left) => {
        const view = { left, top, width: 260, height: 400 };
        const box = cellBox(layout, { row, column });
        const to = scrollToShow(box, view, layout);
        expect(box.top - to.top).toBeGreaterThanOrEqual(layout.headHeight);
        expect(box.top + box.height - to.top).toBeLessThanOrEqual(view.height);
        expect(box.left - to.left).toBeGreaterThanOrEqual(layout.numberWidth);
        expect(box.left + box.width - to.left).toBeLessThanOrEqual(view.width);
        expect(scrollToShow(box, { ...view, ...to }, layout)).toEqual(to);
      }),
    );
  });

  it('stacks header, example rows and rows', () => {
    const layout = layoutOf({ columns, available: 0, examples: 2 });
    expect(bodyTop(layout)).toBe(layout.headHeight + 2 * layout.rowHeight);
    expect(cellBox(layout, { row: 3, column: 1 })).toEqual({
      left: layout.numberWidth + 100,
      top: bodyTop(layout) + 3 * layout.rowHeight,
      width: 60,
      height: layout.rowHeight,
    });
  });
});
