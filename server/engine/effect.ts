import type { Instant } from './case.ts';

/** One line of the case's history. `seq`, hash and time of writing are added where it is stored. */
export interface HistoryEvent {
  type:
    | 'opened'
    | 'acted'
    | 'claimed'
    | 'released'
    | 'reminded'
    | 'escalated'
    | 'extended'
    | 'exempted'
    | 'cancelled'
    | 'deadline-passed'
    | 'grace-ended'
    | 'settled'
    | 'mark-set'
    | 'mark-cleared'
    | 'reacted';
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

/** What follows from a step, as data; one place carries each kind out, inside the same transaction. */
export type Effect =
  | { kind: 'history'; event: HistoryEvent }
  | { kind: 'freeze'; data: Record<string, unknown>; zero: boolean }
  | { kind: 'timers'; visit: number; wishes: TimerWish[] }
  | { kind: 'end-visit'; visit: number }
  | { kind: 'notice'; template: string; actors: string[]; payload: Record<string, unknown> };
