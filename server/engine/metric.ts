import { ask, type Asking } from './ask.ts';
import type { Data } from './data.ts';
import type { Situation } from './situation.ts';

const METRIC: Asking = { place: { at: 'metric' } };

/** The numbers that a case publishes, taken from its data. One that the data does not yield is 0. */
export const metricsOf = (situation: Situation, data: Data): Record<string, unknown> => {
  const seen = { ...situation, facts: { ...situation.facts, data } };
  const entries = Object.entries(situation.model.workflow.metrics ?? {}).map(([key, text]) => {
    const answer = ask(seen, METRIC, text);
    return [key, answer.ok ? answer.value : 0];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
};

/** What a case publishes that holds nothing (not sent, withdrawn, zero, exempt): 0 or empty. */
export const blankMetrics = (situation: Situation): Record<string, unknown> =>
  metricsOf({ ...situation, facts: { ...situation.facts, entries: [] } }, {});
