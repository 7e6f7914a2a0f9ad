export type ProblemSeverity = 'error' | 'warning';
export type RemarkStatus = 'open' | 'answered' | 'closed';
export type HighlightKind = 'changed' | 'added' | 'removed';

/** What validation found. Without `field` it concerns the row as a whole. */
export interface GridProblem {
  readonly row: string;
  readonly field?: string | undefined;
  readonly message: string;
  readonly severity: ProblemSeverity;
}

/** A reviewer's remark on one cell. */
export interface GridRemark {
  readonly row: string;
  readonly field: string;
  readonly text: string;
  readonly status: RemarkStatus;
}

/** What differs from another version: a whole row, or one cell with its earlier text. */
export interface GridHighlight {
  readonly row: string;
  readonly field?: string | undefined;
  readonly kind: HighlightKind;
  readonly before?: string | undefined;
}

/** All that is said about one cell, or about a row as a whole. */
export interface Notes {
  readonly problems: readonly GridProblem[];
  readonly remarks: readonly GridRemark[];
  readonly highlight?: GridHighlight | undefined;
}

export interface RowNotes {
  readonly row: Notes;
  readonly cells: ReadonlyMap<string, Notes>;
  /** Equal for equal notes, so that a row is drawn anew only when something new is said about it. */
  readonly signature: string;
}

export const noNotes: Notes = { problems: [], remarks: [] };

interface Sources {
  readonly problems?: readonly GridProblem[] | undefined;
  readonly remarks?: readonly GridRemark[] | undefined;
  readonly highlights?: readonly GridHighlight[] | undefined;
}

const groupBy = <Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item[]> => {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group === undefined) groups.set(keyOf(item), [item]);
    else group.push(item);
  }
  return groups;
};

/** The field name under which notes on a whole row are kept; no column key is empty. */
const wholeRow = '';

const byField = (problems: GridProblem[], remarks: GridRemark[], highlights: GridHighlight[]): Map<string, Notes> => {
  const ownProblems = groupBy(problems, (problem) => problem.field ?? wholeRow);
  const ownRemarks = groupBy(remarks, (remark) => remark.field);
  const ownHighlights = groupBy(highlights, (highlight) => highlight.field ?? wholeRow);
  const fields = new Set([...ownProblems.keys(), ...ownRemarks.keys(), ...ownHighlights.keys()]);
  const notes = new Map<string, Notes>();
  for (const field of fields)
    notes.set(field, {
      problems: ownProblems.get(field) ?? [],
      remarks: ownRemarks.get(field) ?? [],
      highlight: ownHighlights.get(field)?.at(-1),
    });
  return notes;
};

/** Everything said about the roster, by row identity. */
export const notesByRow = ({ problems = [], remarks = [], highlights = [] }: Sources): Map<string, RowNotes> => {
  const ownProblems = groupBy(problems, (problem) => problem.row);
  const ownRemarks = groupBy(remarks, (remark) => remark.row);
  const ownHighlights = groupBy(highlights, (highlight) => highlight.row);
  const result = new Map<string, RowNotes>();
  for (const row of new Set([...ownProblems.keys(), ...ownRemarks.keys(), ...ownHighlights.keys()])) {
    const said = [ownProblems.get(row) ?? [], ownRemarks.get(row) ?? [], ownHighlights.get(row) ?? []] as const;
    const cells = byField(...said);
    const whole = cells.get(wholeRow) ?? noNotes;
    cells.delete(wholeRow);
    result.set(row, { row: whole, cells, signature: JSON.stringify(said) });
  }
  return result;
};
