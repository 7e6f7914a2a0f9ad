import type { Deadline, DueRule } from '../../contract/definition/deadline.ts';
import { type Path, type Subject, type WorkflowSubject, workflowsOf } from './check.ts';
import type { Dossier } from './dossier.ts';

/** Deadlines: each says when it is due, in one way, for everybody who must keep it. */

export interface DeadlineAt {
  of: Subject;
  path: Path;
  key: string;
  deadline: Deadline;
  about: WorkflowSubject;
}

export const deadlinesOf = (dossier: Dossier): DeadlineAt[] =>
  workflowsOf(dossier).flatMap((about) =>
    Object.entries(about.workflow.deadlines ?? {}).map(([key, deadline]) => ({
      of: about.of,
      path: ['deadlines', key],
      key,
      deadline,
      about,
    })),
  );

/** The due rules of a deadline: its own, one by kind, the default. */
export const dueRulesOf = (deadline: Deadline, path: Path): { path: Path; rule: DueRule }[] => [
  { path, rule: deadline },
  ...Object.entries(deadline.for ?? {}).map(([kind, rule]) => ({ path: [...path, 'for', kind], rule })),
  ...(deadline.default === undefined ? [] : [{ path: [...path, 'default'], rule: deadline.default }]),
];

export const waysOf = ({ on, at, within }: DueRule): string[] =>
  Object.entries({ on, at, within }).flatMap(([way, value]) => (value === undefined ? [] : [way]));

/** The kinds that a workflow's cases belong to: those of the audience, else all of the programme. */
export const audienceKinds = (dossier: Dossier, { workflow }: WorkflowSubject): string[] =>
  workflow.subject.audience?.kinds ?? Object.keys(dossier.programme.organisation_kinds);
