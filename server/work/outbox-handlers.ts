import { OUTBOX_TOPICS, type OutboxTopic } from '../modules/outbox-topics.ts';
import type { Writing } from './outbox.repository.ts';

/** Carries out the entries of one topic. Reads all that it needs first; what it answers is then written in one transaction. */
export interface OutboxHandler {
  readonly topic: string;
  prepare(payload: unknown): Promise<Writing>;
}

/** The table of handlers, for injection. */
export const OUTBOX_HANDLERS = Symbol('outbox handlers');

export type OutboxHandlers = ReadonlyMap<OutboxTopic, OutboxHandler>;

/** The handlers by topic. Throws where a topic has none, or more than one, so that the system does not start. */
export const handlersByTopic = (handlers: readonly OutboxHandler[]): OutboxHandlers =>
  new Map(
    OUTBOX_TOPICS.map((topic) => {
      const [handler, ...others] = handlers.filter((one) => one.topic === topic);
      if (handler === undefined) throw new Error(`nobody carries out the topic ${topic} of the outbox`);
      if (others.length > 0)
        throw new Error(`the topic ${topic} of the outbox has ${String(others.length + 1)} handlers`);
      return [topic, handler];
    }),
  );
