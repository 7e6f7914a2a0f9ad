/** @jest-environment jsdom */
import { afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { cleanup, fireEvent, screen } from '@testing-library/react';
import userEvent, { type UserEvent } from '@testing-library/user-event';
import type { CellRequest } from '../../../client/src/grid/grid-props.ts';
import { en } from '../../../client/src/grid/labels.ts';
import { bePhone, cellsOfRow, crew, crewColumns, faults, giveSizes, goTo, openRoster } from './roster-host.tsx';

let user: UserEvent;
beforeAll(giveSizes);
beforeEach(() => {
  bePhone(false);
  user = userEvent.setup();
});
afterEach(cleanup);

const noteOf = (cell: HTMLElement | undefined): string | null | undefined =>
  document.getElementById(cell?.getAttribute('aria-describedby') ?? '')?.textContent;

describe('what is said about cells', () => {
  it('shows problems, remarks and differences at the cell, in words', () => {
    openRoster(crew(), {
      problems: [
        { row: 'q', field: 'name', message: '姓名重复', severity: 'error' },
        { row: 'p', field: 'age', message: '请核对', severity: 'warning' },
      ],
      remarks: [{ row: 'q', field: 'name', text: '请写全名', status: 'open' }],
      highlights: [{ row: 'p', field: 'age', kind: 'changed', before: '34' }],
    });
    const [name] = cellsOfRow(2);
    expect(name?.getAttribute('aria-invalid')).toBe('true');
    expect(noteOf(name)).toBe('错误：姓名重复 批注：请写全名');
    const age = cellsOfRow(1)[2];
    expect(age?.getAttribute('aria-invalid')).toBe('false');
    expect(noteOf(age)).toBe('提醒：请核对 已修改：原为“34”');
  });

  it('follows what is said while the rows stay the same', () => {
    const host = openRoster(crew());
    expect(cellsOfRow(2)[2]?.getAttribute('aria-invalid')).toBe('false');
    host.show({ problems: [{ row: 'q', field: 'age', message: '请填写年龄', severity: 'error' }] });
    expect(noteOf(cellsOfRow(2)[2])).toBe('错误：请填写年龄');
    host.show({});
    expect(cellsOfRow(2)[2]?.getAttribute('aria-invalid')).toBe('false');
  });

  it('tells the text box of the active cell what is wrong with it', () => {
    const host = openRoster(crew(), {
      problems: [{ row: 'q', field: 'age', message: '请填写年龄', severity: 'error' }],
    });
    const box = goTo(host, 'q', 'age');
    expect(box.getAttribute('aria-invalid')).toBe('true');
    expect(box.getAttribute('aria-label')).toBe('年龄，第 2 行');
    const ids = (box.getAttribute('aria-describedby') ?? '').split(' ');
    expect(ids.map((id) => document.getElementById(id)?.textContent).join(' ')).toContain('请填写年龄');
  });

  it('shows problems of a whole row at its number', () => {
    openRoster(crew(), { problems: [{ row: 'q', message: '与第 1 行重复', severity: 'error' }] });
    expect(screen.getByRole('rowheader', { name: /与第 1 行重复/ }).textContent).toMatch(/^2/);
  });

  it('jumps to a cell by name, and says where there is none', () => {
    const host = openRoster(crew());
    goTo(host, 'q', 'age');
    expect(cellsOfRow(2)[2]?.getAttribute('aria-selected')).toBe('true');
    expect(host.grid.focusCell('gone', 'age')).toBe(false);
    expect(host.grid.focusCell('q', 'gone')).toBe(false);
  });
});

describe('cells that are not open', () => {
  it('hatches what a condition rules out, and takes no typing there', async () => {
    const host = openRoster(crew(), { hiddenCell: (row, field) => row === 'q' && field === 'age' });
    expect(cellsOfRow(2)[2]?.textContent).toBe('不适用');
    const box = goTo(host, 'q', 'age');
    expect(box.readOnly).toBe(true);
    await user.keyboard('35{Enter}');
    expect(host.changes).toEqual([]);
  });

  it('shows a value that a condition has ruled out, instead of losing it', () => {
    openRoster(crew(), { hiddenCell: (row, field) => row === 'p' && field === 'age' });
    expect(cellsOfRow(1)[2]?.querySelector('s')?.textContent).toBe('35');
  });

  it('opens only the cells that are to be mended', async () => {
    const host = openRoster(crew(), { fixedRows: true, editableCell: (row, field) => row === 'q' && field === 'name' });
    goTo(host, 'p', 'name');
    await user.keyboard('王五{Enter}赵六{Enter}');
    expect(host.rows().map((row) => row['name'])).toEqual(['张三', '赵六']);
    expect(cellsOfRow(1)[0]?.getAttribute('aria-readonly')).toBe('true');
    expect(cellsOfRow(2)[0]?.getAttribute('aria-readonly')).toBe('false');
  });

  it('changes nothing where all is read-only, whatever key is pressed', async () => {
    const host = openRoster(crew(), { readOnly: true });
    goTo(host, 'p', 'name');
    await user.keyboard(
      '王{Enter}{Delete}{Control>}d{/Control}{Control>}{Delete}{/Control}{Control>}{Enter}{/Control} {F2}',
    );
    expect(host.changes).toEqual([]);
    expect(screen.queryByRole('button', { name: '新增一行' })).toBeNull();
  });

  it('shows masked columns as they came and takes no typing there', async () => {
    const columns = [{ key: 'phone', title: '电话', kind: 'text' as const, masked: true }];
    const host = openRoster([{ _id: 'p', phone: '138****1000' }], { columns });
    goTo(host, 'p', 'phone');
    await user.keyboard('139{Enter}{Delete}');
    expect(host.changes).toEqual([]);
    expect(screen.getByRole('columnheader', { name: /电话.*已脱敏/ })).toBeTruthy();
  });

  it('lets a reviewer remark on a cell by Enter, by double click and by button', async () => {
    const asked: string[] = [];
    const onCellAction = ({ row, field, anchor }: CellRequest): void => {
      asked.push(`${row} ${field} ${anchor.getAttribute('role') ?? ''}`);
    };
    const host = openRoster(crew(), { readOnly: true, onCellAction });
    goTo(host, 'p', 'age');
    await user.keyboard('{Enter}');
    fireEvent.mouseDown(screen.getByText('李四'));
    fireEvent.doubleClick(screen.getByText('李四'));
    await user.click(screen.getByRole('button', { name: '批注此格' }));
    expect(asked).toEqual(['p age gridcell', 'q name gridcell', 'q name gridcell']);
  });

  it('hands cells that the host draws back to the host', async () => {
    const opened: string[] = [];
    const columns = [...crewColumns, { key: 'photo', title: '照片', kind: 'file' as const }];
    const host = openRoster(crew(), {
      columns,
      renderCell: (row) => `${row._id} 的照片`,
      onOpenCell: ({ row, field }) => opened.push(`${row} ${field}`),
    });
    expect(screen.getByText('q 的照片')).toBeTruthy();
    goTo(host, 'q', 'photo');
    await user.keyboard('{F2}');
    expect(opened).toEqual(['q photo']);
  });
});

describe('reading and leaving the grid', () => {
  it('names its parts for screen readers and has no fault that axe can find', async () => {
    const host = openRoster(crew(), {
      exampleRows: [{ _id: 'e', name: '示例人' }],
      problems: [{ row: 'q', field: 'name', message: '姓名重复', severity: 'error' }],
    });
    goTo(host, 'q', 'berth');
    await user.keyboard('上');
    expect(screen.getByRole('grid', { name: '船员名单' }).getAttribute('aria-colcount')).toBe('6');
    expect(screen.getByRole('columnheader', { name: /姓名.*必填/ })).toBeTruthy();
    expect(await faults()).toEqual([]);
  });

  it('shows example rows that are never data', () => {
    const host = openRoster(crew(), { exampleRows: [{ _id: 'e', name: '示例人' }] });
    expect(screen.getByText('示例人').closest('[role=row]')?.textContent).toMatch(/^示例/);
    expect(host.rows()).toHaveLength(2);
    expect(host.grid.focusCell('e', 'name')).toBe(false);
  });

  it('lets Tab go on to the page after Escape', async () => {
    const host = openRoster(crew());
    const box = goTo(host, 'p', 'name');
    await user.keyboard('{Tab}');
    expect(document.activeElement).toBe(box);
    await user.keyboard('{Escape}{Tab}');
    expect(document.activeElement).not.toBe(box);
  });

  it('speaks English where the host does', () => {
    openRoster(crew(), { labels: en });
    expect(screen.getByRole('button', { name: 'Add row' })).toBeTruthy();
    expect(screen.getByText('2 rows of at most 2000')).toBeTruthy();
  });

  it('shows its keys on request', async () => {
    openRoster(crew());
    await user.click(screen.getByRole('button', { name: '快捷键' }));
    expect(screen.getByRole('dialog', { name: '快捷键' }).textContent).toContain('Ctrl+D');
  });
});
