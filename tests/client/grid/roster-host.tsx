import { jest } from '@jest/globals';
import { act, fireEvent, render, screen } from '@testing-library/react';
import axe from 'axe-core';
import { createRef, useState } from 'react';
import type { GridColumn } from '../../../client/src/grid/column.ts';
import type { GridHandle, RosterGridProps } from '../../../client/src/grid/grid-props.ts';
import type { GridChange } from '../../../client/src/grid/history.ts';
import { zhCn } from '../../../client/src/grid/labels.ts';
import { RosterGrid } from '../../../client/src/grid/roster-grid.tsx';
import type { GridRow } from '../../../client/src/grid/row.ts';

export const crewColumns: readonly GridColumn[] = [
  { key: 'name', title: '姓名', kind: 'text', required: true },
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
  { key: 'trained', title: '是否受训', kind: 'boolean' },
];

export const crew = (): GridRow[] => [
  { _id: 'p', name: '张三', berth: 'u', age: 35, duties: [1, 3], trained: true },
  { _id: 'q', name: '李四' },
];

/** jsdom has no layout: every element is given the size of a desktop window. */
export const giveSizes = (): void => {
  Object.defineProperty(HTMLElement.prototype, 'clientHeight', { configurable: true, get: () => 600 });
  Object.defineProperty(HTMLElement.prototype, 'clientWidth', { configurable: true, get: () => 1200 });
  HTMLElement.prototype.scrollIntoView = () => undefined;
};

/** Answers every media query the same way, as a phone or a desktop would. */
export const bePhone = (phone: boolean): void => {
  window.matchMedia = (media: string) => Object.assign(new EventTarget(), { media, matches: phone }) as MediaQueryList;
};

interface Settings extends Partial<Omit<RosterGridProps, 'rows' | 'onChange' | 'ref'>> {
  /** What the page makes of changed rows before it keeps them. */
  readonly answer?: (rows: readonly GridRow[]) => readonly GridRow[];
}

export interface Host {
  readonly grid: GridHandle;
  readonly rows: () => readonly GridRow[];
  /** The values of one row, without its identity. */
  readonly row: (at: number) => Record<string, unknown>;
  readonly changes: readonly GridChange[];
  /** Draws the same page again with other settings. */
  readonly show: (settings: Settings) => void;
}

/** A page that keeps the rows, as the form does. */
export const openRoster = (start: readonly GridRow[], first: Settings = {}): Host => {
  let current = start;
  const changes: GridChange[] = [];
  const ref = createRef<GridHandle>();
  const Page = ({ answer = (rows) => rows, ...settings }: Settings) => {
    const [rows, setRows] = useState(start);
    const keep = (next: readonly GridRow[], change: GridChange): void => {
      current = answer(next);
      changes.push(change);
      setRows(current);
    };
    const usual = { label: '船员名单', columns: crewColumns, labels: zhCn };
    return <RosterGrid ref={ref} {...usual} {...settings} rows={rows} onChange={keep} />;
  };
  const { rerender } = render(<Page {...first} />);
  if (ref.current === null) throw new Error('the grid gives no handle');
  return {
    grid: ref.current,
    rows: () => current,
    row: (at) => Object.fromEntries(Object.entries(current[at] ?? {}).filter(([key]) => key !== '_id')),
    changes,
    show: (settings) => {
      rerender(<Page {...settings} />);
    },
  };
};

export const goTo = (host: Host, row: string, field: string): HTMLTextAreaElement => {
  act(() => {
    host.grid.focusCell(row, field);
  });
  return screen.getByRole<HTMLTextAreaElement>('textbox');
};

export const cellsOfRow = (number: number): HTMLElement[] => [
  ...(screen
    .getAllByRole('row')
    .find((row) => row.querySelector('[role=rowheader]')?.firstChild?.textContent === String(number))
    ?.querySelectorAll<HTMLElement>('[role=gridcell]') ?? []),
];

export const pasteText = (text: string): void => {
  fireEvent.paste(screen.getByRole('textbox'), { clipboardData: { getData: () => text } });
};

export const copyText = (cut = false): Record<string, string> => {
  const copied: Record<string, string> = {};
  const clipboardData = {
    setData: jest.fn((type: string, text: string) => {
      copied[type] = text;
    }),
  };
  fireEvent[cut ? 'cut' : 'copy'](screen.getByRole('textbox'), { clipboardData });
  return copied;
};

/** What axe finds wrong with the page, contrast excepted: jsdom has no colours. */
export const faults = async (): Promise<string[]> => {
  const rules = { region: { enabled: false }, 'color-contrast': { enabled: false } };
  const { violations } = await axe.run(document.body, { rules });
  return violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html}`));
};
