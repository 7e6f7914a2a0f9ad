import type { CaseChanges } from './case-changes.ts';

/** One or two common table expressions; `$1`, `$2` .. stand for the part's own values until it gets its place. */
export interface WritePart {
  name: string;
  sql: string;
  /** Null where this step has nothing for the part. */
  values: (changes: CaseChanges) => unknown[] | null;
}
