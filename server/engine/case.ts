import type { LocalText } from '../contract/text.ts';
import type { CaseStatus } from '../contract/wire/case.ts';

/** Milliseconds since 1970-01-01T00:00Z. */
export type Instant = number;

/** A calendar day, `2024-03-31`. */
export type Day = string;

/** What the rules know of an organisation on the day they are asked. `ancestors` runs from the parent upwards. */
export interface Organisation {
  id: string;
  code: string;
  title: string;
  kinds: string[];
  level: string | null;
  attributes: Record<string, string | number | boolean>;
  ancestors: { id: string; code: string; kinds: string[] }[];
  relations: Record<string, string[]>;
}

/** One window of a recurring workflow, `from` and `to` included. Its key is permanent, its days may move. */
export interface Period {
  key: string;
  title: LocalText;
  from: Day;
  to: Day;
  due: Day;
}

/** A deadline of the visit to a state in which the case is now. The instant itself is already late: days end where the next begins. */
export interface CaseDeadline {
  key: string;
  /** When it would be due without any extension; what the longest extension is counted from. */
  planned: Instant;
  due: Instant;
  graceUntil: Instant | null;
  /** Set where somebody granted an extension or a return gave time. */
  override: 'extension' | 'given' | null;
}

/** What waits for somebody in a state: one seat of it. `assignee` is a person's id once the seat is taken. */
export interface Task {
  key: string;
  visit: number;
  /** The row or gathered case that it is about; empty or absent for the case itself. */
  subject?: string;
  /** Tells the seats of one subject apart; absent for the first. */
  slot?: number;
  assignee: string | null;
  status: 'open' | 'done' | 'cancelled';
  /** What the person came to, where the task has outcomes. */
  outcome?: string | null;
}

/** How the first receipt that was not withdrawn was judged; never judged again. */
export interface Judgement {
  at: Instant;
  due: Instant | null;
  late: boolean;
  inGrace: boolean;
  /** The version that was received; only the withdrawal of this one takes the judgement back. */
  submission: number;
}

/** Who acted as which actor of the workflow in this case, oldest first, each line once. */
export interface Deed {
  actor: string;
  action: string;
  person: string;
  /** The row or gathered case that somebody will not judge (`@recused.<task>`); absent where it is all of them. */
  subject?: string;
}

/** A running workflow for one organisation (and one period). Everything that `step` may change, and nothing else. */
export interface Case {
  id: string;
  state: string;
  /** Grows by one on each entry to a state; 0 while the window has not opened. */
  visit: number;
  lockVersion: number;
  status: CaseStatus;
  organisation: Organisation | null;
  period: Period | null;
  /** When the window opens; null where the case is open from the start. */
  opensAt: Instant | null;
  enteredAt: Instant;
  /** When the report is or was due, extensions included, time for mending not: of the latest visit to a state in which one submits. */
  due: Instant | null;
  deadlines: CaseDeadline[];
  /** Due dates that a later visit to their state takes up again (`resume`), by deadline. */
  kept: Record<string, Instant>;
  /** The tasks of this visit. */
  tasks: Task[];
  /** Number of the latest frozen version of the data; 0 before the first submit. */
  submission: number;
  /** Number of the version that was last submitted or sent as zero and not withdrawn since. */
  receipt: number | null;
  zero: boolean;
  proxy: boolean;
  judged: Judgement | null;
  deeds: Deed[];
  /** Persons who saved a version of the data. */
  savedBy: string[];
  marks: string[];
  metrics: Record<string, unknown>;
}
