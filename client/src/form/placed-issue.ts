import type { CellAddress } from '#contract/wire/case.ts';

/** Something that is not right with the content: where, how grave, and in words. Without an address it is about the whole. */
export interface PlacedIssue {
  pointer: string;
  message: string;
  severity: 'error' | 'warning' | 'waivable';
  /** What broke: a keyword of the schema, or the kind of rule. */
  code: string;
  address: CellAddress | null;
}
