/** What a cell holds, and so how it is typed, read and shown. */
export type CellKind =
  'text' | 'long-text' | 'integer' | 'decimal' | 'boolean' | 'choice' | 'choices' | 'date' | 'month' | 'fixed' | 'file';

export type OptionCode = string | number | boolean;

/** One answer of a choice: the code is kept in the row, the title is shown. */
export interface CellOption {
  readonly code: OptionCode;
  readonly title: string;
}

/**
 * One column of a roster. Values by kind: text, long-text, fixed: string; integer, decimal: number; boolean: boolean;
 * choice: an option's code; choices: a list of codes; date: `YYYY-MM-DD`; month: `YYYY-MM`; file: whatever the host
 * draws. A cell may also hold the text that could not be read, as it was typed.
 */
export interface GridColumn {
  readonly key: string;
  readonly title: string;
  /** Titles of the header groups above this column, outermost first. */
  readonly titlePath?: readonly string[] | undefined;
  readonly kind: CellKind;
  readonly options?: readonly CellOption[] | undefined;
  /** In pixels; without it the kind decides. */
  readonly width?: number | undefined;
  readonly required?: boolean | undefined;
  readonly readOnly?: boolean | undefined;
  /** The values arrive masked: shown as they came, never typed over. */
  readonly masked?: boolean | undefined;
  readonly hidden?: boolean | undefined;
  readonly placeholder?: string | undefined;
  readonly help?: string | undefined;
  /** Cleans a typed or pasted text before it is read, for instance thousands separators away. */
  readonly normalize?: ((text: string) => string) | undefined;
  /** Shows a value in another dress, for instance as money; what is typed and copied stays plain. */
  readonly format?: ((value: unknown) => string) | undefined;
}

export const shownColumns = (columns: readonly GridColumn[]): GridColumn[] =>
  columns.filter((column) => column.hidden !== true);

/** Whether a person can ever type into this column; conditions on single cells come on top. */
export const isTyped = (column: GridColumn): boolean =>
  column.kind !== 'fixed' && column.kind !== 'file' && column.readOnly !== true && column.masked !== true;

export const isNumeric = (column: GridColumn): boolean => column.kind === 'integer' || column.kind === 'decimal';
