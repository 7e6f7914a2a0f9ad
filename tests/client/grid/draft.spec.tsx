import { describe, expect, it } from '@jest/globals';
import type { CellKind } from '../../../client/src/grid/column.ts';
import {
  beginDraft,
  finish,
  highlightNext,
  matchesOf,
  settle,
  toggle,
  typeInto,
  type Draft,
  type DraftCell,
} from '../../../client/src/grid/draft.ts';
import { zhCn } from '../../../client/src/grid/labels.ts';

const options = [
  { code: 1, title: '驾驶员' },
  { code: 2, title: '轮机员' },
  { code: 3, title: '船医' },
  { code: 4, title: '医务助理' },
];
const cellOf = (kind: CellKind, value?: unknown): DraftCell => ({
  labels: zhCn,
  column: { key: 'x', title: '列', kind, options },
  value,
});
const typed = (cell: DraftCell, text: string, start: 'replace' | 'amend' = 'replace'): Draft =>
  typeInto(beginDraft(cell, start), text, cell);

/** What Enter gives; a draft that goes on shows as its ticked codes. */
const entered = (draft: Draft, cell: DraftCell): unknown => {
  const settled = settle(draft, cell);
  return settled.done ? settled.value : { goesOn: settled.draft.chosen };
};

describe('typing into a cell', () => {
  it.each<[string, CellKind, unknown, string, unknown]>([
    ['a text', 'text', '旧', '新', '新'],
    ['a number', 'integer', 1, '35', 35],
    ['a number that is none', 'integer', 1, '35岁', '35岁'],
    ['nothing at all', 'integer', 1, '', undefined],
    ['yes', 'boolean', undefined, '是', true],
    ['the first letter of no', 'boolean', true, 'n', false],
    ['a code', 'choice', 1, '3', 3],
    ['a part of a title', 'choice', 1, '助理', 4],
    ['a part of several titles: the first', 'choice', undefined, '医', 4],
    ['what is no option', 'choice', 1, '厨师', '厨师'],
    ['codes', 'choices', undefined, '1、3', [1, 3]],
    ['titles', 'choices', [4], '船医，驾驶员', [1, 3]],
    ['a part of a title: ticked, and typing goes on', 'choices', undefined, '助理', { goesOn: [4] }],
    ['a list that is not all options', 'choices', undefined, '1、厨师', '驾驶员、厨师'],
  ])('%s', (_, kind, before, text, after) => {
    const cell = cellOf(kind, before);
    expect(entered(typed(cell, text), cell)).toEqual(after);
  });

  it('opens a text for change as it can be typed', () => {
    expect(beginDraft(cellOf('date', '2024-03-01'), 'amend').text).toBe('2024-03-01');
    expect(beginDraft(cellOf('decimal', 1200.5), 'amend').text).toBe('1200.5');
    expect(beginDraft(cellOf('integer', '35岁'), 'amend').text).toBe('35岁');
  });

  it('opens a choice on its present option, and Enter alone changes nothing', () => {
    const cell = cellOf('choice', 3);
    const draft = beginDraft(cell, 'amend');
    expect(matchesOf(draft, cell)[draft.highlighted]?.code).toBe(3);
    expect(entered(draft, cell)).toBe(3);
    expect(finish(beginDraft(cellOf('choice'), 'amend'), cellOf('choice'))).toBeUndefined();
  });

  it('opens a text that was none of the options for mending', () => {
    const cell = cellOf('choice', '厨师');
    expect(beginDraft(cell, 'amend').text).toBe('厨师');
    expect(beginDraft(cellOf('choices', '1、厨师'), 'amend').text).toBe('1、厨师');
  });

  it('goes through the options round their ends', () => {
    const cell = cellOf('choice', 4);
    const next = highlightNext(beginDraft(cell, 'amend'), 1, cell);
    expect(entered(next, cell)).toBe(1);
    expect(entered(highlightNext(next, -1, cell), cell)).toBe(4);
    expect(entered(highlightNext(typed(cell, '医'), 1, cell), cell)).toBe(3);
  });

  it('ticks and unticks several options, in their own order', () => {
    const cell = cellOf('choices', [3]);
    const draft = toggle(toggle(beginDraft(cell, 'amend'), 1, cell), 3, cell);
    expect(entered(draft, cell)).toEqual([1]);
    expect(entered(toggle(draft, 1, cell), cell)).toBeUndefined();
  });

  it('ticks codes off as they are typed', () => {
    const cell = cellOf('choices');
    const draft = typed(cell, '3、');
    expect(draft).toMatchObject({ text: '', chosen: [3] });
    expect(entered(typeInto(draft, '1', cell), cell)).toEqual([1, 3]);
  });

  it('always comes to a value when the person goes elsewhere', () => {
    const cell = cellOf('choices', [1]);
    expect(finish(typed(cell, '助理', 'amend'), cell)).toEqual([1, 4]);
    expect(finish(typed(cell, '厨师', 'amend'), cell)).toBe('驾驶员、厨师');
    expect(finish(beginDraft(cell, 'amend'), cell)).toEqual([1]);
  });
});
