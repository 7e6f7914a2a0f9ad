import type { Effect } from '../../engine/effect.ts';
import { metricsOf } from '../../engine/metric.ts';
import type { Moved } from '../../engine/outcome.ts';
import type { Seen } from './command.service.ts';
import { sourceOf } from './facts.ts';

/** Kinds of action that decide on what was submitted; going back instead leaves what was written to whoever goes on. */
const DECIDING = new Set(['approve', 'reject', 'act']);

/** Whether an action decides on a submitted case into which somebody has written since: that becomes a version too. */
export const isDecidedWithChanges = ({ state, running }: Seen, action: string): boolean => {
  const rule = running.model.workflow.states[state.state]?.on?.[action];
  const isDeciding = rule !== undefined && 'kind' in rule && DECIDING.has(rule.kind);
  return isDeciding && state.submission > 0 && sourceOf(state, running) === 'draft';
};

/** The step with what was written frozen as one more version. Who wrote a part of a review has not filled in the report. */
export const withVersion = (seen: Seen, moved: Moved): Moved => {
  const { running, facts, now } = seen;
  const freeze: Effect = { kind: 'freeze', data: facts.data, zero: false };
  const situation = { model: running.model, case: moved.case, facts, now };
  const metrics = moved.case.judged === null ? moved.case.metrics : metricsOf(situation, facts.data);
  return {
    ...moved,
    case: { ...moved.case, submission: moved.case.submission + 1, metrics },
    effects: [...moved.effects, freeze],
  };
};
