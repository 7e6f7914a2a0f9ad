import type { LocalText } from '../contract/text.ts';
import type { Instant, Task } from './case.ts';
import type { GivenMarks } from './command.ts';

/** One line of the case's history. `seq`, hash and time of writing are added where it is stored. */
export interface HistoryEvent {
  type:
    | 'opened'
    | 'acted'
    | 'claimed'
    | 'released'
    | 'judged'
    | 'recused'
    | 'reminded'
    | 'escalated'
    | 'extended'
    | 'extension-revoked'
    | 'deadline-changed'
    | 'exempted'
    | 'exemption-lifted'
    | 'cancelled'
    | 'deadline-passed'
    | 'grace-ended'
    | 'mark-set'
    | 'mark-cleared'
    | 'reacted'
    | 'reaction-held'
    | 'contest-event'
    | 'migrated';
  action: string | null;
  from: string | null;
  to: string | null;
  /** The actor of the workflow (not the person) as whom it was done. */
  actor: string | null;
  comment: string | null;
  reasons: string[];
  onBehalf: boolean;
  payload: Record<string, unknown>;
}

export const TIMER_KINDS = ['open', 'remind', 'due', 'grace_end', 'escalate', 'settle'] as const;
export type TimerKind = (typeof TIMER_KINDS)[number];

/** A wish to be called at an instant; identity is (case, visit, kind, key, n). */
export interface TimerWish {
  kind: TimerKind;
  key: string;
  n: number;
  at: Instant;
}

/** What a notice is about; each has a standard text for workflows whose `messages` give none for the template. */
export type NoticeSubject =
  | 'opened'
  | 'submitted'
  | 'waiting'
  | 'approved'
  | 'returned'
  | 'rejected'
  | 'reopened'
  | 'moved'
  | 'remind'
  | 'chase'
  | 'escalate'
  | 'extended'
  | 'deadline-changed'
  | 'exempted'
  | 'exemption-lifted'
  | 'cancelled'
  | 'mark-set'
  | 'mark-cleared'
  | 'matter-opened'
  | 'matter-closed';

/** What follows from a step, as data; one place carries each kind out, inside the same transaction. */
export type Effect =
  | { kind: 'history'; event: HistoryEvent }
  /** A new version that never changes; its number is `case.submission` of the moved case. */
  | { kind: 'freeze'; data: Record<string, unknown>; zero: boolean }
  /** Every one of these gathered cases takes the action too, or nothing of all this happens. */
  | { kind: 'members'; action: string; cases: string[] }
  /** `set` changed the data before anything was submitted: the draft is replaced. */
  | { kind: 'write-draft'; data: Record<string, unknown> }
  /** All wishes of this visit: stored ones that are not among them are dropped, one that fired already is set again. */
  | { kind: 'timers'; visit: number; wishes: TimerWish[] }
  /** The visit is over: its timers are dropped, of its open tasks those in `done` are done and the others cancelled. */
  | { kind: 'end-visit'; visit: number; done: string[] }
  /** Tasks of this visit that are new, or are as told now. */
  | { kind: 'tasks'; visit: number; tasks: Task[] }
  /** The sheets of the person who judged the subject; they stand from now on. */
  | { kind: 'marks'; visit: number; subject: string; marks: readonly GivenMarks[] }
  /** Granted to the organisation of the case, for its period; kept beyond the visit. */
  | { kind: 'extension'; deadline: string; due: Instant; reason: string }
  | { kind: 'exemption'; reason: string }
  /** The named case of the series takes a `settle` command at that time; an earlier wish for the same case is replaced. No visit ends it. */
  | { kind: 'settle'; case: string; at: Instant }
  /** The named case, which bears the mark of a limit, is looked at again. */
  | { kind: 'recount'; case: string }
  /** How the organisation's series was judged this time. */
  | { kind: 'settlement'; met: boolean; messages: LocalText[] }
  | {
      kind: 'notice';
      /** Key under the workflow's `messages`: an action, or `@remind.<deadline>`, `@escalate.<deadline>`, `@enter.<state>`, `@open`, … */
      template: string;
      about: NoticeSubject;
      actors: string[];
      payload: Record<string, unknown>;
    };
