import type { ContestEvent } from '../contract/definition/gather.ts';
import type { CellAddress } from '../contract/wire/case.ts';
import type { Day, Instant, Organisation } from './case.ts';

/** The acting person with the roles held for this programme, by organisation. */
export interface Person {
  id: string;
  name: string;
  memberships: Membership[];
}

/** Roles held in one organisation; null is the installation itself. */
export interface Membership {
  organisation: Organisation | null;
  roles: string[];
}

/** One action of a person. `receivedAt` is set by an import: the moment at which its file came in. */
export interface ActCommand {
  type: 'act';
  action: string;
  comment?: string;
  reasons?: string[];
  proxy?: boolean;
  /** The person has seen the problems that may be waived, and stands by the data. */
  accepted?: boolean;
  receivedAt?: Instant;
}

/** A judge's sheet, checked by its form. */
export interface GivenMarks {
  key: string;
  /** The version of the sheet's form. */
  formVersion: string;
  data: Record<string, unknown>;
}

/** A person's part of a task that several people judge. */
export interface FinishCommand {
  type: 'finish';
  task: string;
  subject?: string;
  outcome?: string;
  comment?: string;
  /** A sheet for each of the marks that belong to the task. */
  marks?: readonly GivenMarks[];
}

/** Fired by a timer. A command of an earlier visit, or one whose time has moved away, changes nothing. */
export type TimerCommand =
  | { type: 'open' }
  | { type: 'event'; name: string; visit: number }
  | { type: 'remind'; deadline: string; n: number; visit: number }
  | { type: 'escalate'; deadline: string; n: number; visit: number }
  | { type: 'settle' };

/** An election of the case ended, or was counted. */
export interface ContestEventCommand {
  type: 'contest-event';
  name: ContestEvent;
  ballot: string;
}

/** What somebody, or the clock, wants to happen to a case. */
export type Command =
  | ActCommand
  | { type: 'claim'; task: string; subject?: string }
  | { type: 'release'; task: string; subject?: string }
  | FinishCommand
  | { type: 'recuse'; task: string; subject?: string; reason: string }
  | { type: 'extend'; deadline: string; to: Day; reason: string }
  | { type: 'revoke-extension'; deadline: string; reason: string }
  | { type: 'exempt'; reason: string }
  | { type: 'lift-exemption'; reason: string }
  | { type: 'cancel'; reason: string }
  | { type: 'recount' }
  | { type: 'replan' }
  | ContestEventCommand
  | TimerCommand;

/** The part of an issue of the form that the engine needs: it never validates, it is told. */
export interface FormIssue {
  pointer: string;
  message: string;
  severity: 'error' | 'warning' | 'waivable';
}

/** A case of the same organisation as guards see it: in `series` (this workflow) and in `cases.<workflow>`. */
export interface SiblingCase {
  id: string;
  state: string;
  status: string;
  final: string | null;
  period: string | null;
  /** A report was received and not withdrawn; a zero report counts, a return does not undo it. */
  submitted: boolean;
  zero: boolean;
  late: boolean;
  /** When the report is or was due, extensions included. */
  due: Instant | null;
  metrics: Record<string, unknown>;
}

/** A case of the workflow as limits see it: whose it is, and when it was received (before that: begun). */
export interface PeerCase extends SiblingCase {
  organisation: Organisation | null;
  at: Instant;
  marks: string[];
}

/** A case that another one gathers, as the rules of the gathering case see it. */
export interface Entry extends SiblingCase {
  /** Null where the gathered workflow runs for the whole programme. */
  org: { code: string; title: string; kinds: string[] } | null;
  /** What was submitted last; empty where nothing was, or a zero report. */
  form: Record<string, unknown>;
}

/** A due date granted by a person: to the organisation of the case, to one above it, or (null) to everybody. */
export interface Extension {
  deadline: string;
  organisation: string | null;
  due: Instant;
}

/**
 * Everything outside the case that a decision may depend on, read before the step.
 * `person` is null when the clock or the system acts. `data` is the content that the decision is about.
 */
export interface Facts {
  person: Person | null;
  data: Record<string, unknown>;
  /** `data` was changed since the version frozen last: whoever checks a report may write into it. */
  edited?: boolean;
  issues: FormIssue[];
  /** This organisation's cases of this workflow, this case among them. */
  series: SiblingCase[];
  /** This organisation's cases of the programme's other workflows. */
  cases: Record<string, SiblingCase[]>;
  /** What the case gathers, now or as it was frozen; absent where the workflow gathers nothing. */
  entries?: readonly Entry[];
  /** All cases of this workflow; absent where it has no quotas. */
  peers?: readonly PeerCase[];
  /** Open side records by key (`open('key')`). */
  matters: Record<string, number>;
  /** Whoever might hold a seat of a task that is given to all; absent where it is not known. */
  people?: readonly Person[];
  /** Cells with an open query. */
  openQueries: CellAddress[];
  previous: Record<string, unknown> | null;
  /** Those granted for this case's period and not revoked. */
  extensions: Extension[];
  /** The paper that a proxy copies from is attached. */
  hasOriginal: boolean;
}
