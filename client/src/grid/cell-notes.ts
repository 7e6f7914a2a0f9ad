import type { GridColumn } from './column.ts';
import type { GridLabels } from './labels.ts';
import { noNotes, type Notes, type ProblemSeverity, type RowNotes } from './notes.ts';
import type { GridRow } from './row.ts';
import { unreadableMessage } from './show-cell.ts';

/**
 * What is said about one cell. Where validation is silent about a text that is not of the column's kind, the grid says
 * so itself.
 */
export const notesOfCell = (
  row: GridRow,
  column: GridColumn,
  said: RowNotes | undefined,
  labels: GridLabels,
): Notes => {
  const notes = said?.cells.get(column.key) ?? noNotes;
  if (notes.problems.length > 0) return notes;
  const message = unreadableMessage(column, row[column.key], labels);
  if (message === undefined) return notes;
  return { ...notes, problems: [{ row: row._id, field: column.key, message, severity: 'error' }] };
};

/** The gravest of the problems; undefined where there are none. */
export const worstSeverity = ({ problems }: Notes): ProblemSeverity | undefined => {
  if (problems.some((problem) => problem.severity === 'error')) return 'error';
  return problems.length > 0 ? 'warning' : undefined;
};

const changeIn = ({ highlight }: Notes, labels: GridLabels): string[] => {
  if (highlight === undefined) return [];
  const word = labels.highlight[highlight.kind];
  return [highlight.before === undefined ? word : labels.said(word, labels.before(highlight.before))];
};

/** The notes as sentences, in the order in which they are read. */
export const sentencesOf = (notes: Notes, labels: GridLabels): string[] => [
  ...notes.problems.map((problem) => labels.said(labels.severity[problem.severity], problem.message)),
  ...notes.remarks.map((remark) => labels.said(labels.remark[remark.status], remark.text)),
  ...changeIn(notes, labels),
];
