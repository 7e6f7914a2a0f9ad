/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { GridRow } from '../../../client/src/grid/row.ts';
import { bePhone, crew, giveSizes, goTo, openRoster } from './roster-host.tsx';

let user: UserEvent;
beforeAll(giveSizes);
beforeEach(() => {
  bePhone(false);
  user = userEvent.setup();
});
afterEach(cleanup);

describe('filling a roster by keyboard', () => {
  it('types over a cell and goes to the next row with Enter', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'name');
    await user.keyboard('王五{Enter}赵六{Enter}');
    expect(host.rows().map((row) => row['name'])).toEqual(['王五', '赵六']);
    expect(host.changes[0]).toEqual({
      cause: 'edit',
      patches: [{ op: 'set', row: 'p', field: 'name', before: '张三', after: '王五' }],
    });
  });

  it('adds a row by typing into the blank one at the end, and goes on below it', async () => {
    const host = openRoster([]);
    goTo(host, 'none', 'name');
    await user.click(screen.getByRole('textbox'));
    await user.keyboard('张三{Tab}下{Tab}41{Enter}李四{Enter}');
    expect(host.rows()).toHaveLength(2);
    expect(host.row(0)).toEqual({ name: '张三', berth: 'l', age: 41 });
    expect(host.row(1)).toEqual({ name: '李四' });
    expect(host.rows()[0]?._id).not.toBe(host.rows()[1]?._id);
  });

  it('gives up what is being typed with Escape', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'p', 'name');
    await user.keyboard('错{Escape}');
    expect(box.value).toBe('');
    expect(host.changes).toEqual([]);
  });

  it('opens a cell for change with F2, and arrows then stay in the text', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'name');
    await user.keyboard('{F2}{ArrowLeft}小{Enter}');
    expect(host.row(0)['name']).toBe('张小三');
  });

  it('keeps what is being typed when the person clicks elsewhere or the page asks', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'name');
    await user.keyboard('王五');
    fireEvent.blur(screen.getByRole('textbox'));
    expect(host.row(0)['name']).toBe('王五');
    goTo(host, 'q', 'name');
    await user.keyboard('赵六');
    fireEvent.mouseDown(screen.getByText('35'));
    expect(host.row(1)['name']).toBe('赵六');
  });

  it('keeps a number that cannot be read as it was typed, marked and explained', async () => {
    const host = openRoster(crew());
    goTo(host, 'q', 'age');
    await user.keyboard('四十{Enter}');
    expect(host.row(1)['age']).toBe('四十');
    const cell = screen.getByRole('gridcell', { name: /四十/ });
    expect(cell.getAttribute('aria-invalid')).toBe('true');
    const described = document.getElementById(cell.getAttribute('aria-describedby') ?? '');
    expect(described?.textContent).toBe('错误：“四十”不是整数，请填写数字，如 35');
  });

  it('clears, undoes and redoes', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'age');
    await user.keyboard('{Delete}');
    expect(host.row(0)).not.toHaveProperty('age');
    await user.keyboard('{Control>}z{/Control}');
    expect(host.row(0)['age']).toBe(35);
    await user.keyboard('{Control>}y{/Control}');
    expect(host.row(0)).not.toHaveProperty('age');
    expect(host.changes.map((change) => change.cause)).toEqual(['clear', 'undo', 'redo']);
  });

  it('brings back with undo what the page cleared in answer to a change', async () => {
    const answer = (rows: readonly GridRow[]) =>
      rows.map((row) => (row['trained'] === false ? { ...row, duties: [] } : row));
    const host = openRoster(crew(), { answer });
    goTo(host, 'p', 'trained');
    await user.keyboard('n{Enter}');
    expect(host.row(0)).toMatchObject({ trained: false, duties: [] });
    await user.keyboard('{Control>}z{/Control}');
    expect(host.row(0)).toEqual(Object.fromEntries(Object.entries(crew()[0] ?? {}).filter(([key]) => key !== '_id')));
    await user.keyboard('{Control>}y{/Control}');
    expect(host.row(0)).toMatchObject({ trained: false });
  });

  it('fills a range down from its first row', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'name');
    await user.keyboard('{Shift>}{ArrowDown}{ArrowRight}{/Shift}{Control>}d{/Control}');
    expect(host.row(1)).toEqual({ name: '张三', berth: 'u' });
  });
});

describe('an input method', () => {
  it('writes the first word on a selected cell, and its Enter does not leave the cell', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'q', 'name');
    fireEvent.keyDown(box, { key: 'Process', keyCode: 229 });
    fireEvent.compositionStart(box);
    fireEvent.input(box, { target: { value: 'wang' } });
    fireEvent.keyDown(box, { key: 'Enter', keyCode: 229 });
    expect(host.changes).toEqual([]);
    fireEvent.input(box, { target: { value: '王五' } });
    fireEvent.compositionEnd(box, { data: '王五' });
    expect(host.changes).toEqual([]);
    await user.keyboard('{Enter}');
    expect(host.row(1)['name']).toBe('王五');
  });

  it('keeps the very same text box through navigation and composition', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'p', 'name');
    await user.keyboard('{ArrowDown}');
    fireEvent.compositionStart(box);
    fireEvent.input(box, { target: { value: 'li' } });
    expect(screen.getByRole('textbox')).toBe(box);
    expect(document.activeElement).toBe(box);
  });

  it('searches the options of a choice only by the finished word', () => {
    const host = openRoster(crew());
    const box = goTo(host, 'q', 'berth');
    fireEvent.compositionStart(box);
    fireEvent.input(box, { target: { value: 'xia' } });
    expect(screen.getAllByRole('option')).toHaveLength(2);
    fireEvent.input(box, { target: { value: '下' } });
    fireEvent.compositionEnd(box, { data: '下' });
    expect(screen.getByRole('option').textContent).toBe('下铺');
  });
});

describe('picking from options', () => {
  it('finds an option by a part of its title', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'q', 'berth');
    await user.keyboard('下');
    const option = screen.getByRole('option', { name: '下铺' });
    expect(box.getAttribute('aria-activedescendant')).toBe(option.id);
    await user.keyboard('{Enter}');
    expect(host.row(1)['berth']).toBe('l');
    expect(screen.queryByRole('listbox')).toBeNull();
  });

  it('goes through the list with arrows and chooses with Enter', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'berth');
    await user.keyboard('{F2}{ArrowDown}{Enter}');
    expect(host.row(0)['berth']).toBe('l');
  });

  it('chooses by mouse and stays in the cell', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'q', 'berth');
    await user.keyboard(' ');
    await user.click(screen.getByRole('option', { name: '上铺' }));
    expect(host.row(1)['berth']).toBe('u');
    expect(document.activeElement).toBe(box);
  });

  it('ticks several options with the space bar', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'duties');
    await user.keyboard('{F2} {ArrowDown} ');
    const ticked = screen.getAllByRole('option', { selected: true });
    expect(ticked.map((option) => option.textContent)).toEqual(['✓2轮机员', '✓3船医']);
    await user.keyboard('{Enter}');
    expect(host.row(0)['duties']).toEqual([2, 3]);
  });

  it('takes a list of codes as it is typed on paper', async () => {
    const host = openRoster(crew());
    goTo(host, 'q', 'duties');
    await user.keyboard('1、3{Enter}');
    expect(host.row(1)['duties']).toEqual([1, 3]);
  });

  it('says where nothing matches, and keeps the text', async () => {
    const host = openRoster(crew());
    goTo(host, 'q', 'berth');
    await user.keyboard('中铺');
    expect(screen.getByText('没有相符的选项')).toBeTruthy();
    await user.keyboard('{Enter}');
    expect(host.row(1)['berth']).toBe('中铺');
  });

  it('switches yes and no with the space bar, and reads the words', async () => {
    const host = openRoster(crew());
    goTo(host, 'q', 'trained');
    await user.keyboard(' ');
    expect(host.row(1)['trained']).toBe(true);
    await user.keyboard(' ');
    expect(host.row(1)['trained']).toBe(false);
    await user.keyboard('y{Enter}');
    expect(host.row(1)['trained']).toBe(true);
  });
});
