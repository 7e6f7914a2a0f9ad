import type { Effect, HistoryEvent } from './effect.ts';

/** A line of the history; what is not given is empty. */
export const line = (event: Partial<HistoryEvent> & Pick<HistoryEvent, 'type'>): Effect => ({
  kind: 'history',
  event: {
    action: null,
    from: null,
    to: null,
    actor: null,
    comment: null,
    reasons: [],
    onBehalf: false,
    payload: {},
    ...event,
  },
});
