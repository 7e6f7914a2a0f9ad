import type { Action, Reaction, Workflow } from '../../contract/definition/workflow.ts';
import { type Path, type Subject, workflowsOf } from './check.ts';
import type { Dossier } from './dossier.ts';

/** What may stand under `on`, action by action. */

export interface RuleAt {
  of: Subject;
  workflow: Workflow;
  path: Path;
  key: string;
  rule: Action | Reaction;
}

export const rulesOf = (dossier: Dossier): RuleAt[] =>
  workflowsOf(dossier).flatMap(({ of, workflow }) =>
    Object.entries(workflow.states).flatMap(([state, { on }]) =>
      Object.entries(on ?? {}).map(([key, rule]) => ({ of, workflow, path: ['states', state, 'on', key], key, rule })),
    ),
  );

export const actionsAt = (dossier: Dossier): (RuleAt & { rule: Action })[] =>
  rulesOf(dossier).flatMap((at) => ('kind' in at.rule ? [{ ...at, rule: at.rule }] : []));
