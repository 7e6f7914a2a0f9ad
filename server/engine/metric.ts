import { ask } from './ask.ts';
import type { Data } from './data.ts';
import type { Situation } from './situation.ts';

/**
 * The numbers that a case publishes, taken from its data. One that the data does not yield is left out: like those of a case
 * that holds nothing (not sent, withdrawn, zero, exempt), it counts as 0 or empty wherever it is asked for.
 */
export const metricsOf = (situation: Situation, data: Data): Record<string, unknown> => {
  const seen = { ...situation, facts: { ...situation.facts, data } };
  const entries = Object.entries(situation.model.workflow.metrics ?? {}).flatMap(([key, text]) => {
    const answer = ask(seen, { place: { at: 'metric' } }, text);
    return answer.ok ? [[key, answer.value]] : [];
  });
  return Object.fromEntries(entries) as Record<string, unknown>;
};
