/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import { bePhone, crew, faults, giveSizes, openRoster } from './roster-host.tsx';

let user: UserEvent;
beforeAll(giveSizes);
beforeEach(() => {
  bePhone(true);
  user = userEvent.setup();
});
afterEach(cleanup);

const card = (number: number): HTMLElement =>
  screen.getByRole('button', { name: new RegExp(`^第 ${number} 条`) }).closest('li') ?? document.body;

describe('a roster on a phone', () => {
  it('shows one card a row, with an ordinary input for every kind of cell', async () => {
    const host = openRoster(crew());
    const second = within(card(2));
    await user.type(second.getByRole('textbox', { name: /年龄/ }), '４１');
    await user.tab();
    await user.selectOptions(second.getByRole('combobox', { name: /舱位/ }), '下铺');
    await user.click(second.getByRole('checkbox', { name: '船医' }));
    await user.click(second.getByRole('checkbox', { name: '驾驶员' }));
    await user.click(second.getByRole('radio', { name: '否' }));
    expect(host.row(1)).toEqual({ name: '李四', age: 41, berth: 'l', duties: [1, 3], trained: false });
  });

  it('keeps a text after a pause, even while the finger is still in the input', async () => {
    const host = openRoster(crew());
    await user.type(within(card(2)).getByRole('textbox', { name: /姓名/ }), '光');
    await act(() => new Promise((done) => setTimeout(done, 500)));
    expect(host.row(1)['name']).toBe('李四光');
  });

  it('keeps what cannot be read, with the reason under the input', async () => {
    const host = openRoster(crew());
    const age = within(card(2)).getByRole('textbox', { name: /年龄/ });
    await user.type(age, '四十');
    await user.tab();
    expect(host.row(1)['age']).toBe('四十');
    expect(age.getAttribute('aria-invalid')).toBe('true');
    expect(document.getElementById(age.getAttribute('aria-describedby') ?? '')?.textContent).toContain('不是整数');
    expect(card(2).textContent).toContain('1 处问题');
  });

  it('adds, moves and removes cards, with a way back', async () => {
    const host = openRoster(crew());
    await user.click(screen.getByRole('button', { name: '新增一行' }));
    expect(host.rows()).toHaveLength(3);
    expect(document.activeElement).toBe(within(card(3)).getByRole('textbox', { name: /姓名/ }));
    await user.click(within(card(2)).getByRole('button', { name: '上移' }));
    expect(
      host
        .rows()
        .map((row) => row._id)
        .slice(0, 2),
    ).toEqual(['q', 'p']);
    await user.click(within(card(1)).getByRole('button', { name: '删除此条' }));
    expect(host.rows()).toHaveLength(2);
    const status = within(screen.getByRole('status').parentElement ?? document.body);
    await user.click(status.getByRole('button', { name: '撤销' }));
    expect(
      host
        .rows()
        .map((row) => row._id)
        .slice(0, 2),
    ).toEqual(['q', 'p']);
  });

  it('folds many cards and goes through them in pages; a jump opens the right one', () => {
    const rows = Array.from({ length: 45 }, (_, index) => ({ _id: `r${index}`, name: `人${index}` }));
    const host = openRoster(rows);
    expect(screen.getAllByRole('listitem')).toHaveLength(20);
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.getByText('第 1–20 条，共 45 条')).toBeTruthy();
    act(() => {
      expect(host.grid.focusCell('r44', 'age')).toBe(true);
    });
    expect(document.activeElement).toBe(within(card(45)).getByRole('textbox', { name: /年龄/ }));
  });

  it('shows values instead of inputs where nothing may be changed', () => {
    openRoster(crew(), { readOnly: true });
    expect(screen.queryByRole('textbox')).toBeNull();
    expect(screen.queryByRole('button', { name: '新增一行' })).toBeNull();
    expect(card(1).textContent).toContain('驾驶员、船医');
  });

  it('lets a reviewer remark on a field', async () => {
    const asked: string[] = [];
    openRoster(crew(), { readOnly: true, onCellAction: ({ row, field }) => asked.push(`${row} ${field}`) });
    await user.click(within(card(2)).getByRole('button', { name: '批注此格：年龄' }));
    expect(asked).toEqual(['q age']);
  });

  it('opens a cell that the page draws', async () => {
    const opened: string[] = [];
    openRoster(crew(), {
      columns: [{ key: 'photo', title: '照片', kind: 'file' }],
      renderCell: (row) => `${row._id} 的照片`,
      onOpenCell: ({ row, field }) => opened.push(`${row} ${field}`),
    });
    expect(card(2).textContent).toContain('q 的照片');
    await user.click(within(card(2)).getByRole('button', { name: '打开：照片' }));
    expect(opened).toEqual(['q photo']);
  });

  it('has no fault that axe can find', async () => {
    openRoster(crew(), { exampleRows: [{ _id: 'e', name: '示例人' }], hiddenCell: (_, field) => field === 'trained' });
    expect(await faults()).toEqual([]);
  });
});
