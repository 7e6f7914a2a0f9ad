import { textIn } from '../../contract/text.ts';
import type { BoardCell, BoardView } from '../../contract/wire/board.ts';
import { keysInOrder } from '../../engine/binding.ts';
import type { RunningModel } from '../models.ts';
import type { BoardRow } from './board.repository.ts';

type Column = BoardView['columns'][number];

/** A row with the rules of the version that its case runs on. */
export interface Judged {
  row: BoardRow;
  running: RunningModel;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;

const columnKey = ({ row, running }: Judged): string =>
  row.period === null ? running.model.workflow.key : `${running.model.workflow.key}/${row.period.key}`;

const cellOf = ({ row, running }: Judged, language: string): BoardCell => {
  const state = running.model.workflow.states[row.state];
  return {
    case: row.id,
    state: row.state,
    stateTitle: textIn(state?.title, language),
    final: state?.final ?? null,
    status: row.status,
    due: iso(row.due),
    overdue: row.status === 'open' && !row.reported && row.due !== null && row.due <= row.now,
    late: row.late,
    zero: row.zero,
    reported: row.reported,
    marks: row.marks,
  };
};

const columnOf = (judged: Judged, language: string): Column => {
  const { workflow } = judged.running.model;
  const { period, due } = judged.row;
  return {
    key: columnKey(judged),
    workflow: workflow.key,
    workflowTitle: textIn(workflow.title, language),
    period: period?.key ?? null,
    periodTitle: period === null ? null : textIn(period.title, language),
    due: iso(due),
  };
};

/** Columns in the order of the programme's workflows, periods by their first day. */
const columnsOf = (rows: readonly Judged[], language: string): Column[] => {
  const [first] = rows;
  const order = first === undefined ? [] : keysInOrder(first.running.model.programme);
  const found = new Map<string, { column: Column; from: string }>();
  for (const judged of rows) {
    const key = columnKey(judged);
    if (!found.has(key)) found.set(key, { column: columnOf(judged, language), from: judged.row.period?.from ?? '' });
  }
  const rank = ({ column, from }: { column: Column; from: string }): string =>
    `${String(order.indexOf(column.workflow)).padStart(4, '0')} ${from} ${column.key}`;
  return [...found.values()].sort((one, other) => (rank(one) < rank(other) ? -1 : 1)).map(({ column }) => column);
};

const rowsOf = (rows: readonly Judged[], language: string): BoardView['rows'] => {
  const found = new Map<string, BoardView['rows'][number]>();
  for (const judged of rows) {
    const { organisation, code, title, kinds } = judged.row;
    const row = found.get(organisation) ?? { organisation, code, title, kinds, cells: {} };
    row.cells[columnKey(judged)] = cellOf(judged, language);
    found.set(organisation, row);
  }
  return [...found.values()];
};

/** What is owed by now: neither exempt nor still to come. */
const isOwed = ({ status }: BoardCell): boolean => status !== 'exempt' && status !== 'upcoming';

const countsOf = (cells: readonly BoardCell[]): BoardView['counts'] => {
  const owed = cells.filter(isOwed);
  const count = (is: (cell: BoardCell) => boolean): number => owed.filter(is).length;
  return {
    due: owed.length,
    reported: count(({ reported }) => reported),
    overdue: count(({ overdue }) => overdue),
    late: count(({ late }) => late),
    accepted: count(({ final }) => final === 'success'),
  };
};

/** The overview of one programme, in the language of the request. */
export const boardView = (programme: string, judged: readonly Judged[], language: string): Omit<BoardView, 'now'> => {
  const rows = rowsOf(judged, language);
  return {
    programme,
    columns: columnsOf(judged, language),
    rows,
    counts: countsOf(rows.flatMap(({ cells }) => Object.values(cells))),
  };
};
