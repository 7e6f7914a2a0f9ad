/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { bePhone, cellsOfRow, copyText, crew, giveSizes, goTo, openRoster, pasteText } from './roster-host.tsx';

let user: UserEvent;
beforeAll(giveSizes);
beforeEach(() => {
  bePhone(false);
  user = userEvent.setup();
});
afterEach(cleanup);

const names = (rows: readonly { readonly _id: string }[]): string => rows.map((row) => row._id).join('');
const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ _id: `r${index}`, name: `人${index}`, age: index }));

describe('rows', () => {
  it('are inserted below, removed with a way back, and moved', async () => {
    const host = openRoster(many(4));
    goTo(host, 'r1', 'name');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(host.rows()).toHaveLength(5);
    expect(host.row(2)).toEqual({});
    await user.keyboard('{Control>}{Delete}{/Control}');
    expect(names(host.rows())).toBe('r0r1r2r3');
    goTo(host, 'r1', 'name');
    await user.keyboard('{Shift>}{ArrowDown}{/Shift}{Alt>}{Shift>}{ArrowDown}{/Shift}{/Alt}');
    expect(names(host.rows())).toBe('r0r3r1r2');
    await user.click(screen.getByRole('button', { name: '删除 2 行' }));
    expect(names(host.rows())).toBe('r0r3');
    expect(screen.getByRole('status').textContent).toBe('已删除 2 行。');
    await user.click(
      within(screen.getByRole('status').parentElement ?? document.body).getByRole('button', { name: '撤销' }),
    );
    expect(names(host.rows())).toBe('r0r3r1r2');
  });

  it('are no more than allowed', async () => {
    const host = openRoster(many(3), { maxRows: 3 });
    expect(screen.getByRole<HTMLButtonElement>('button', { name: '新增一行' }).disabled).toBe(true);
    expect(screen.queryByText('＋')).toBeNull();
    goTo(host, 'r0', 'name');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(host.rows()).toHaveLength(3);
    expect(screen.getByRole('status').textContent).toBe('最多填写 3 行，不能再增加');
  });

  it('are drawn only as far as they are in sight, and counted in full', () => {
    const host = openRoster(many(2000));
    expect(screen.getAllByRole('row').length).toBeLessThan(60);
    expect(screen.getByRole('grid').getAttribute('aria-rowcount')).toBe('2001');
    goTo(host, 'r1999', 'name');
    expect(screen.getByText('人1999').closest('[role=row]')?.getAttribute('aria-rowindex')).toBe('2001');
  });

  it('stay as they are where rows are fixed', async () => {
    const host = openRoster(many(2), { fixedRows: true });
    expect(screen.queryByRole('button', { name: '新增一行' })).toBeNull();
    goTo(host, 'r0', 'name');
    await user.keyboard('{Control>}{Delete}{/Control}{Control>}{Enter}{/Control}');
    expect(host.changes).toEqual([]);
  });
});

describe('the clipboard', () => {
  it('takes a range along and puts it down elsewhere', async () => {
    const host = openRoster([...crew(), { _id: 'r' }]);
    goTo(host, 'p', 'name');
    await user.keyboard('{Shift>}{ArrowRight}{ArrowRight}{ArrowRight}{ArrowRight}{/Shift}');
    const copied = copyText();
    expect(copied['text/plain']).toBe('张三\t上铺\t35\t驾驶员、船医\t是\n');
    goTo(host, 'r', 'name');
    pasteText(copied['text/plain'] ?? '');
    expect(host.row(2)).toEqual(host.row(0));
    expect(screen.getByRole('status').textContent).toBe('已粘贴 5 格。');
  });

  it('empties what it cuts', () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'age');
    expect(copyText(true)['text/plain']).toBe('35');
    expect(host.row(0)).not.toHaveProperty('age');
  });

  it('asks before it overwrites, in numbers; cancelling changes nothing', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'p', 'name');
    pasteText('王五\t下铺\n赵六\t下铺\n孙七\t上铺\n');
    const dialog = screen.getByRole('dialog', { name: '确认粘贴' });
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map((item) => item.textContent),
    ).toEqual(['剪贴板中有 3 行 × 2 列。', '将覆盖 3 个已有内容的格。', '将新增 1 行。']);
    await user.keyboard('{Escape}');
    expect(host.changes).toEqual([]);
    expect(document.activeElement).toBe(box);

    pasteText('王五\t下铺\n赵六\t下铺\n孙七\t上铺\n');
    await user.keyboard('{Enter}');
    expect(host.rows().map((row) => [row['name'], row['berth']])).toEqual([
      ['王五', 'l'],
      ['赵六', 'l'],
      ['孙七', 'u'],
    ]);
    expect(host.changes.map((change) => change.cause)).toEqual(['paste']);
  });

  it('keeps the focus inside the question', async () => {
    const host = openRoster(crew());
    goTo(host, 'p', 'name');
    pasteText('王五');
    await user.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('取消');
    await user.keyboard('{Tab}');
    expect(document.activeElement?.textContent).toBe('粘贴');
  });

  it('marks pasted texts that cannot be read, and undoes the whole paste at once', async () => {
    const host = openRoster([{ _id: 'p' }]);
    goTo(host, 'p', 'name');
    pasteText('王五\t中铺\t三十');
    expect(host.row(0)).toEqual({ name: '王五', berth: '中铺', age: '三十' });
    expect(cellsOfRow(1).map((cell) => cell.getAttribute('aria-invalid'))).toEqual([
      'false',
      'true',
      'true',
      'false',
      'false',
    ]);
    await user.keyboard('{Control>}z{/Control}');
    expect(host.row(0)).toEqual({});
  });
});

describe('selecting by mouse', () => {
  it('drags a range and selects whole rows by their numbers', () => {
    openRoster(many(5));
    fireEvent.mouseDown(screen.getByText('人1'));
    fireEvent.mouseOver(screen.getByText('3', { selector: '[role=gridcell] *' }), { buttons: 1 });
    expect(screen.getByText('已选 3 行 × 3 列')).toBeTruthy();
    fireEvent.mouseDown(screen.getByRole('rowheader', { name: '2' }));
    fireEvent.mouseDown(screen.getByRole('rowheader', { name: '4' }), { shiftKey: true });
    expect(screen.getByText('已选 3 行 × 5 列')).toBeTruthy();
    expect(cellsOfRow(2).every((cell) => cell.getAttribute('aria-selected') === 'true')).toBe(true);
  });
});
