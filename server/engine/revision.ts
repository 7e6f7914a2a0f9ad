import type { ActionKind } from '../contract/definition/workflow.ts';
import { isReporting } from './action.ts';
import type { Data } from './data.ts';
import { metricsOf } from './metric.ts';
import type { Situation } from './situation.ts';
import type { Change } from './visit.ts';

const REVISING: readonly ActionKind[] = ['approve', 'reject', 'return', 'act'];

/**
 * Whether an action makes a new version of a report that was received, because those who check it wrote into it. What the
 * submitters write while it is theirs to mend is no version until they submit, and a zero report has nothing to be revised.
 */
export const isRevision = ({ model, case: current, facts }: Situation, kind: ActionKind): boolean => {
  const state = model.workflow.states[current.state];
  const isTheirs = current.receipt === null || (state !== undefined && isReporting(state));
  return facts.edited === true && !isTheirs && !current.zero && REVISING.includes(kind);
};

/** The data that stands: of a zero report that was received, nothing. */
export const reportedData = ({ case: current, facts }: Situation): Data =>
  current.zero && current.receipt !== null ? {} : facts.data;

/** Data that changes with an action or event is a new version where something was submitted before, else the draft. */
export const rewritten = (situation: Situation, { data, changed }: { data: Data; changed: boolean }): Change => {
  const { case: current } = situation;
  if (!changed) return { case: current, effects: [] };
  if (current.submission === 0) return { case: current, effects: [{ kind: 'write-draft', data }] };
  const { zero } = current;
  const metrics = zero || current.judged === null ? current.metrics : metricsOf(situation, data);
  return {
    case: { ...current, submission: current.submission + 1, metrics },
    effects: [{ kind: 'freeze', data, zero }],
  };
};
