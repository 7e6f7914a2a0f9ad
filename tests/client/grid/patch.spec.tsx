import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { clearCells, fillDown, moveRows, removeRows, setCell } from '../../../client/src/grid/edits.ts';
import { emptyHistory, historyLimit, record, redo, undo, type History } from '../../../client/src/grid/history.ts';
import { applyPatches, invertPatches, type Patch } from '../../../client/src/grid/patch.ts';
import type { GridRow } from '../../../client/src/grid/row.ts';
import type { CellRange } from '../../../client/src/grid/selection.ts';

const columns = ['a', 'b'].map((key) => ({ key, title: key, kind: 'text' as const }));
const everywhere = () => true;
const sheet = (rows: readonly GridRow[]) => ({ rows, columns, canWrite: everywhere });
const whole = (top: number, bottom: number): CellRange => ({ top, bottom, left: 0, right: 1 });
const rowsOf = (...names: string[]): GridRow[] => names.map((name) => ({ _id: name, a: name }));
const names = (rows: readonly GridRow[]): string => rows.map((row) => row._id).join('');

interface Edit {
  readonly kind: number;
  readonly at: number;
  readonly to: number;
  readonly value: string;
}

/** One edit of any kind, made to fit the rows as they are. */
const patchesOf = (rows: readonly GridRow[], { kind, at, to, value }: Edit): Patch[] => {
  const top = rows.length === 0 ? 0 : at % rows.length;
  const bottom = rows.length === 0 ? 0 : top + (to % (rows.length - top));
  const row = rows[top];
  switch (kind) {
    case 0:
      return [{ op: 'insert', at: top, rows: [{ _id: `${value}-${at}-${to}-${rows.length}`, b: value }] }];
    case 1:
      return removeRows(rows, top, bottom);
    case 2:
      return moveRows(rows, whole(top, bottom), to % 2 === 0 ? 1 : -1);
    case 3:
      return clearCells(sheet(rows), whole(top, bottom));
    case 4:
      return fillDown(sheet(rows), whole(top, bottom));
    default:
      return row === undefined ? [] : setCell(row, at % 2 === 0 ? 'a' : 'b', value);
  }
};

const edits = fc.array(
  fc.record({ kind: fc.nat(5), at: fc.nat(20), to: fc.nat(20), value: fc.constantFrom('', 'x', 'y', 'z') }),
  { maxLength: 25 },
);

describe('changes of rows', () => {
  it('can be taken back, each and all of them', () => {
    fc.assert(
      fc.property(edits, (list) => {
        const start = rowsOf('p', 'q', 'r', 's');
        let rows: readonly GridRow[] = start;
        let history: History = emptyHistory;
        const states: (readonly GridRow[])[] = [];
        for (const edit of list) {
          const patches = patchesOf(rows, edit);
          if (patches.length === 0) continue;
          states.push(rows);
          expect(applyPatches(applyPatches(rows, patches), invertPatches(patches))).toEqual(rows);
          history = record(history, patches);
          rows = applyPatches(rows, patches);
        }
        const end = rows;
        for (const before of states.toReversed()) {
          const replay = undo(history);
          history = replay?.history ?? history;
          rows = applyPatches(rows, replay?.patches ?? []);
          expect(rows).toEqual(before);
        }
        expect(undo(history)).toBeUndefined();
        for (let replay = redo(history); replay !== undefined; replay = redo(history)) {
          history = replay.history;
          rows = applyPatches(rows, replay.patches);
        }
        expect(rows).toEqual(end);
      }),
    );
  });

  it('are taken back in reverse, where one step touches the same cell twice', () => {
    const rows = rowsOf('p');
    const twice: Patch[] = [
      { op: 'set', row: 'p', field: 'a', before: 'p', after: 'x' },
      { op: 'set', row: 'p', field: 'a', before: 'x', after: 'y' },
    ];
    expect(applyPatches(rows, twice)).toEqual([{ _id: 'p', a: 'y' }]);
    expect(applyPatches(applyPatches(rows, twice), invertPatches(twice))).toEqual(rows);
  });

  it('leave untouched rows the very same objects', () => {
    const rows = rowsOf('p', 'q');
    const next = applyPatches(rows, [{ op: 'set', row: 'q', field: 'a', before: 'q', after: 'new' }]);
    expect(next[0]).toBe(rows[0]);
    expect(next[1]).toEqual({ _id: 'q', a: 'new' });
  });

  it('are taken back by identity, after the host has added and changed rows', () => {
    const removal = removeRows(rowsOf('p', 'q', 'r'), 1, 1);
    const meanwhile = [{ _id: 'o', a: 'o' }, { _id: 'p', a: 'changed' }, ...rowsOf('r')];
    expect(applyPatches(meanwhile, invertPatches(removal))).toEqual([
      meanwhile[0],
      rowsOf('q')[0],
      meanwhile[1],
      meanwhile[2],
    ]);
  });

  it('move a block of rows and stop at the edges', () => {
    const rows = rowsOf('p', 'q', 'r', 's');
    expect(names(applyPatches(rows, moveRows(rows, whole(1, 2), 1)))).toBe('psqr');
    expect(names(applyPatches(rows, moveRows(rows, whole(1, 2), -1)))).toBe('qrps');
    expect(moveRows(rows, whole(0, 1), -1)).toEqual([]);
    expect(moveRows(rows, whole(2, 3), 1)).toEqual([]);
  });

  it('fill down from the first selected row, or from the row above a single one', () => {
    const rows: GridRow[] = [{ _id: 'p', a: 1, b: 2 }, { _id: 'q' }, { _id: 'r' }];
    expect(applyPatches(rows, fillDown(sheet(rows), whole(0, 2)))[2]).toEqual({ _id: 'r', a: 1, b: 2 });
    expect(applyPatches(rows, fillDown(sheet(rows), { top: 1, bottom: 1, left: 1, right: 1 }))[1]).toEqual({
      _id: 'q',
      b: 2,
    });
    expect(fillDown(sheet(rows), whole(0, 0))).toEqual([]);
  });

  it('pass over cells that may not be written', () => {
    const rows: GridRow[] = [{ _id: 'p', a: 1, b: 2 }];
    const onlyB = { ...sheet(rows), canWrite: (_: string, column: { key: string }) => column.key === 'b' };
    expect(applyPatches(rows, clearCells(onlyB, whole(0, 0)))).toEqual([{ _id: 'p', a: 1 }]);
  });

  it('make no step of what changes nothing', () => {
    const row = { _id: 'p', list: [1, 2] };
    expect(setCell(row, 'list', [1, 2])).toEqual([]);
    expect(setCell(row, 'missing', '')).toEqual([]);
  });
});

describe('the undo stack', () => {
  it('keeps the newest steps up to its limit', () => {
    let history: History = emptyHistory;
    for (let step = 0; step < historyLimit + 5; step += 1)
      history = record(history, [{ op: 'set', row: 'p', field: 'a', before: step, after: step + 1 }]);
    expect(history.past).toHaveLength(historyLimit);
    expect(undo(history)?.patches[0]).toMatchObject({ before: historyLimit + 5 });
  });

  it('forgets what was undone as soon as something new is done', () => {
    const one: Patch[] = [{ op: 'set', row: 'p', field: 'a', before: 0, after: 1 }];
    const undone = undo(record(emptyHistory, one))?.history ?? emptyHistory;
    expect(redo(undone)?.patches).toEqual(one);
    expect(redo(record(undone, one))).toBeUndefined();
  });
});
