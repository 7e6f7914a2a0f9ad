import type { Case, Instant } from '../../engine/case.ts';
import type { TimerKind } from '../../engine/effect.ts';
import type { Entry } from '../../engine/command.ts';
import type { LinkedEvent } from './history-chain.ts';

/** A version of the data that is frozen by the step. */
export interface FrozenVersion {
  n: number;
  formVersionId: string;
  data: Record<string, unknown>;
  /** What the case gathered at that moment; null where it gathers nothing. */
  gathered: readonly Entry[] | null;
  zero: boolean;
  proxy: boolean;
  salt: string;
  /** Null where a reaction of the workflow itself changed the data. */
  savedBy: string | null;
}

export interface TaskToSet {
  id: string;
  visit: number;
  key: string;
  subject: string;
  slot: number;
  assignee: string | null;
  status: 'open' | 'done' | 'cancelled';
  outcome: string | null;
}

export interface MarkToKeep {
  visit: number;
  key: string;
  subject: string;
  person: string;
  formVersion: string;
  data: Record<string, unknown>;
}

/** Instants are ISO 8601. */
export interface TimerToSet {
  id: string;
  caseId: string;
  visit: number;
  kind: TimerKind;
  key: string;
  n: number;
  fireAt: string;
}

export interface OutboxEntry {
  id: string;
  topic: string;
  dedupKey: string;
  payload: Record<string, unknown>;
}

type DraftChange =
  | { kind: 'keep' }
  | { kind: 'remove' }
  | { kind: 'replace'; formVersionId: string; data: Record<string, unknown>; savedBy: string | null }
  /** Values under other keys; who saved it, and by which version of the form, stays. `rev` is the one that was read. */
  | { kind: 'carry'; data: Record<string, unknown>; rev: number };

/** The versions on which a case stands from now on. */
export interface NewPins {
  workflowVersionId: string;
  formVersionId: string;
}

/** The case's line in a plan by which it follows a publication. */
export interface CarriedItem {
  planId: string;
  toState: string;
  /** Somebody acted on the case since the publication. */
  movedSince: boolean;
  /** What the case was. */
  before: unknown;
}

/** Everything that one step writes, in one statement. */
export interface CaseChanges {
  /** The case as the decision saw it; where it has moved on since, nothing is written. */
  expected: { id: string; lockVersion: number; eventSeq: number; versionId: string };
  /** Other cases that the decision looked at; where one has moved on since, nothing is written. */
  looked: { id: string; lockVersion: number }[];
  case: Case;
  now: Instant;
  /** The end of the history afterwards. */
  head: { seq: number; hash: string };
  /** What a repetition with the same key is answered. */
  answer: { key: string; requestHash: string; result: unknown } | null;
  events: LinkedEvent[];
  /** What a person wrote, by the number of the event. */
  texts: { seq: number; salt: string; comment: string }[];
  frozen: FrozenVersion[];
  draft: DraftChange;
  tasks: TaskToSet[];
  /** Sheets that were finished by the person. */
  marks: MarkToKeep[];
  /** Visits that are over: their timers are dropped, their open tasks done or cancelled. */
  ended: { visit: number; done: string[] }[];
  /** Visits whose timers are all among `timers`: others that have not fired are dropped. */
  plannedVisits: number[];
  timers: TimerToSet[];
  firedTimer: string | null;
  extensions: { id: string; key: string; due: string; reason: string; grantedBy: string | null }[];
  exemptions: { id: string; reason: string; grantedBy: string | null }[];
  settlements: { id: string; status: 'met' | 'unmet'; messages: unknown[] }[];
  /** Open remarks on rows that are there no more. */
  removedQueries: string[];
  outbox: OutboxEntry[];
  query?: QueryChange;
  matter?: MatterChange;
  file?: FileChange;
  pins?: NewPins;
  item?: CarriedItem;
}

/** A file that is attached to a case, or taken away; one that a frozen version names is only marked. */
type FileChange =
  | {
      kind: 'attach';
      id: string;
      purpose: 'field' | 'original';
      cell: StoredCell | null;
      sha256: string;
      name: string;
      /** Whether what the field asks of a picture was declared; null where it asks nothing. */
      declared: boolean | null;
      person: string;
    }
  | { kind: 'mark'; id: string }
  | { kind: 'delete'; id: string };

/** A cell as rows hold it. */
export interface StoredCell {
  field: string;
  roster: string | null;
  row: string | null;
}

/** A side record that is opened, or answered and closed. */
type MatterChange =
  | {
      kind: 'open';
      id: string;
      key: string;
      text: string;
      form: { version: string; data: Record<string, unknown> } | null;
      person: string | null;
      /** Who opened it without an account; `receipt` is a digest. */
      stranger: { name: string; contact: string; receipt: string } | null;
    }
  | { kind: 'close'; id: string; answer: string; person: string };

/** A remark on a cell that is made, answered or closed. */
type QueryChange =
  | {
      kind: 'open';
      id: string;
      remark: Remark;
      submission: number;
      field: string;
      roster: string | null;
      row: string | null;
    }
  | { kind: 'answer'; id: string; remark: Remark }
  | { kind: 'close'; id: string };

interface Remark {
  id: string;
  person: string;
  text: string;
}
