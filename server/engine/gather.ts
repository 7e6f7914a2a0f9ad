import type { Organisation } from './case.ts';
import type { Entry } from './command.ts';
import { isReporting } from './action.ts';
import { evaluateIn } from './environment-evaluate.ts';
import { gatherValues } from './environment-values.ts';
import type { Model } from './model.ts';

/** Those of the cases within reach that a workflow gathers, in the order given. What cannot be judged is not gathered. */
export const gathered = (model: Model, cases: readonly Entry[], organisation: Organisation | null): Entry[] => {
  const { gather } = model.workflow;
  if (gather === undefined) return [];
  const { where } = gather;
  if (where === undefined) return [...cases];
  return cases.filter((one) => {
    const result = evaluateIn(model, { place: { at: 'gather' }, text: where }, gatherValues(model, one, organisation));
    return result.ok && result.value === true;
  });
};

/**
 * Whether what a case gathers is looked at as it is now: before anything was submitted, and while it is reported anew.
 * Otherwise it is what was frozen with the latest version.
 */
export const gathersNow = (model: Model, current: { state: string; submission: number }): boolean => {
  const state = model.workflow.states[current.state];
  return current.submission === 0 || (state !== undefined && isReporting(state));
};
