import type { Instant, Organisation } from './case.ts';

/** The acting person with the roles held for this programme, by organisation. */
export interface Person {
  id: string;
  name: string;
  memberships: { organisation: Organisation | null; roles: string[] }[];
}

/** What somebody, or the clock, wants to happen to a case. */
export type Command =
  | { type: 'act'; action: string; comment?: string; reasons?: string[]; proxy?: boolean; hasOriginal?: boolean }
  | { type: 'claim'; task: string }
  | { type: 'release'; task: string }
  | { type: 'extend'; deadline: string; to: string; reason: string }
  | { type: 'exempt'; reason: string }
  | { type: 'open' }
  | { type: 'event'; name: string }
  | { type: 'remind'; deadline: string; n: number }
  | { type: 'escalate'; deadline: string; n: number }
  | { type: 'cancel'; reason: string };

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
  submitted: boolean;
  zero: boolean;
  late: boolean;
  metrics: Record<string, unknown>;
}

/**
 * Everything outside the case that a decision may depend on, read before the step.
 * `person` is null when the clock or the system acts. `data` is the content that the decision is about.
 */
export interface Facts {
  person: Person | null;
  data: Record<string, unknown>;
  issues: FormIssue[];
  series: SiblingCase[];
  cases: Record<string, SiblingCase[]>;
  /** Open side records by key (`open('key')`). */
  matters: Record<string, number>;
  /** Cells with an open query, as JSON Pointers. */
  openQueries: string[];
  previous: Record<string, unknown> | null;
  /** Due dates granted to this case by a person, by deadline key. */
  extensions: Record<string, Instant>;
}
