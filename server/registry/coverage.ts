import type { Finding } from '../contract/finding.ts';
import type { Model } from '../engine/model.ts';
import { type ScenarioReport, uncovered } from '../engine/scenario.ts';
import { type Rehearsal, failures, play } from './rehearse.ts';

/** What became of one scenario. */
export interface ScenarioOutcome {
  key: string;
  workflow: string;
  findings: Finding[];
}

/** Of all there is, what at least one scenario came to and what none did. Actions are named `state.action`. */
interface Share {
  covered: string[];
  missed: string[];
}

export interface WorkflowCoverage {
  states: Share;
  actions: Share;
}

const share = (all: readonly string[], missed: readonly string[]): Share => {
  const open = new Set(missed);
  return { covered: all.filter((one) => !open.has(one)), missed: [...missed] };
};

const coverageOf = (model: Model, reports: readonly ScenarioReport[]): WorkflowCoverage => {
  const [all, open] = [uncovered(model, []), uncovered(model, reports)];
  return { states: share(all.states, open.states), actions: share(all.actions, open.actions) };
};

/** Plays the scenarios of one workflow, one by one, and tells what they come to together. */
export const playWithCoverage = (
  rehearsal: Rehearsal,
  model: Model,
): { scenarios: ScenarioOutcome[]; coverage: WorkflowCoverage } => {
  const { reports } = play(rehearsal, model);
  return {
    scenarios: reports.map((report) => ({
      key: report.key,
      workflow: model.workflow.key,
      findings: failures(rehearsal, report),
    })),
    coverage: coverageOf(model, reports),
  };
};
