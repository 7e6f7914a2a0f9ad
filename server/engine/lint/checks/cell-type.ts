import type { Table } from '../../../contract/definition/programme.ts';
import { isDay } from '../../calendar.ts';
import { type Check, programmeSubject, say } from '../check.ts';

type Column = Table['columns'][string];
type Cell = Table['rows'][string][string];

const FITS: Record<Column, (cell: Cell) => boolean> = {
  text: (cell) => typeof cell === 'string' || (typeof cell === 'object' && !Array.isArray(cell)),
  int: (cell) => Number.isSafeInteger(cell),
  decimal: (cell) => typeof cell === 'number',
  money: (cell) => typeof cell === 'number',
  date: isDay,
  bool: (cell) => typeof cell === 'boolean',
  list: (cell) => Array.isArray(cell),
};

const WORDS: Record<Column, readonly [zh: string, en: string]> = {
  text: ['文字', 'a text'],
  int: ['整数', 'a whole number'],
  decimal: ['数字', 'a number'],
  money: ['数字', 'a number'],
  date: ['日期，如 2024-03-31', 'a day such as 2024-03-31'],
  bool: ['true 或 false', 'true or false'],
  list: ['列表 […]', 'a list […]'],
};

/** A cell of a table is of its column's type, and a parameter's value of the parameter's. */
export const cellType: Check = {
  code: 'cell-type',
  severity: 'error',
  remarks: (dossier) => {
    const of = programmeSubject(dossier);
    const wrong = (path: (string | number)[], column: Column) => {
      const [zh, en] = WORDS[column];
      return { of, path, message: say(`此处应为${zh}`, `Here must stand ${en}`) };
    };
    const cells = Object.entries(dossier.programme.tables ?? {}).flatMap(([table, { columns, rows }]) =>
      Object.entries(rows).flatMap(([row, values]) =>
        Object.entries(values).flatMap(([key, cell]) => {
          const column = columns[key];
          return column === undefined || FITS[column](cell) ? [] : [wrong(['tables', table, 'rows', row, key], column)];
        }),
      ),
    );
    const params = Object.entries(dossier.programme.params ?? {}).flatMap(([key, { type, value }]) =>
      FITS[type](value) ? [] : [wrong(['params', key, 'value'], type)],
    );
    const own = [...dossier.workflows].flatMap(([workflow, { params: given }]) =>
      Object.entries(given ?? {}).flatMap(([key, { type, value }]) =>
        FITS[type](value)
          ? []
          : [{ ...wrong(['params', key, 'value'], type), of: { kind: 'Workflow' as const, key: workflow } }],
      ),
    );
    return [...cells, ...params, ...own];
  },
};
