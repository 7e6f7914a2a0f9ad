import type { ContestEvent } from '../contract/definition/gather.ts';
import type { Instant } from '../engine/case.ts';
import type { NoticeSubject } from '../engine/effect.ts';

/** What an outbox row may be about; the start of the system refuses a topic without exactly one handler. */
export const OUTBOX_TOPICS = ['notice', 'migration', 'contest-event', 'recount', 'begin'] as const;
export type OutboxTopic = (typeof OUTBOX_TOPICS)[number];

/**
 * Payload of the topic `notice`: an effect `notice` of a step, with what cannot be known any more when it is carried out.
 * Who holds the actors' roles, in which language, and the words themselves are found then.
 */
export interface NoticeOrder {
  case: string;
  /** The visit in which the case is after the step. */
  visit: number;
  /** Tells notices of one template and visit apart: which reminder or escalation, else the number of the event. */
  n: number;
  template: string;
  about: NoticeSubject;
  actors: string[];
  payload: Record<string, unknown>;
  /** The clock's time of the step. */
  at: Instant;
  /** Who did it, and needs no notice of it; null where the clock did. */
  person: string | null;
}

/** Payload of the topic `migration`: running cases that follow a publication together. */
export interface MigrationOrder {
  plan: string;
  chunk: number;
}

/** Payload of the topic `recount`: a case that bears the mark of a limit, where another one may have made room. */
export interface RecountOrder {
  case: string;
  /** Tells several of them apart. */
  n: number;
}

/** Payload of the topic `begin`: after `case` one of the workflow (by id) begins. */
export interface BeginOrder {
  case: string;
  workflow: string;
}

/** Payload of the topic `contest-event`: an election ended or was counted, which its case may react to. */
export interface ContestEventOrder {
  case: string;
  election: string;
  ballot: string;
  name: ContestEvent;
  /** Tells several counts of one election apart. */
  n: number;
}
