import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import type { AttachmentView, CellAddress, QueryView, Reach } from '#contract/wire/case.ts';
import type { PlacedIssue } from './placed-issue.ts';

export interface Choice {
  code: string | number | boolean;
  title: string;
}

/** Files of cells: what is there, and how one is added or taken away. */
export interface FileDesk {
  list: AttachmentView[];
  upload: (address: CellAddress, upload: { file: File; isDeclared: boolean }) => Promise<unknown>;
  remove: (id: string) => Promise<unknown>;
}

/** What every part of a form may need to know, beside its own value. */
export interface FormContext {
  form: Form;
  locale: string;
  today: string;
  readOnly: boolean;
  write: Reach;
  remark: Reach;
  issues: PlacedIssue[];
  queries: QueryView[];
  masked: ReadonlySet<string>;
  /** Cells that a condition rules out, as JSON Pointers; a roster's column by `/<roster>/<row id>/<field>`. */
  hidden: ReadonlySet<string>;
  required: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  choices: (field: Field) => Choice[];
  /** The organisations that can be chosen; a list beside the function, as RJSF takes all functions for the same. */
  organisations: Choice[];
  files: FileDesk;
  onRemark: ((address: CellAddress, anchor: HTMLElement) => void) | null;
}

/** A cell's name inside the sets of the context: `/<field>` or `/<roster>/<row id>/<field>`. */
export const placeOf = (address: CellAddress): string =>
  address.roster === undefined ? `/${address.field}` : `/${address.roster}/${address.row ?? ''}/${address.field}`;
