import { type Path, type Subject, workflowsOf } from './check.ts';
import { deadlinesOf, dueRulesOf } from './deadlines.ts';
import type { Dossier } from './dossier.ts';
import { expressionsOf } from './expression-sites.ts';

/** Working days need a calendar that knows the year; a year that is not published yet is told before it is needed. */

export interface Use {
  of: Subject;
  path: Path;
}

const WORKING = /^P\d+WD$/;

const inDeadlines = (dossier: Dossier): Use[] =>
  deadlinesOf(dossier).flatMap(({ of, path, deadline }): Use[] => {
    const durations: [Path, string | undefined][] = [
      ...dueRulesOf(deadline, path).map(({ path: at, rule }): [Path, string | undefined] => [
        [...at, 'within'],
        rule.within,
      ]),
      ...(deadline.remind ?? []).map((remind, index): [Path, string] => [[...path, 'remind', index], remind]),
      [[...path, 'grace'], deadline.grace],
      [[...path, 'extension', 'max'], deadline.extension?.max],
      ...(deadline.escalate ?? []).map(({ after }, index): [Path, string] => [
        [...path, 'escalate', index, 'after'],
        after,
      ]),
    ];
    const moved = deadline.if_holiday === 'next_workday' || deadline.if_holiday === 'previous_workday';
    return [
      ...durations.filter(([, text]) => WORKING.test(text ?? '')).map(([at]) => ({ of, path: at })),
      ...(moved ? [{ of, path: [...path, 'if_holiday'] }] : []),
    ];
  });

const inActions = (dossier: Dossier): Use[] =>
  workflowsOf(dossier).flatMap(({ of, workflow }) => [
    ...Object.entries(workflow.states).flatMap(([state, { on }]) =>
      Object.entries(on ?? {}).flatMap(([key, rule]) =>
        'kind' in rule && WORKING.test(rule.give ?? '') ? [{ of, path: ['states', state, 'on', key, 'give'] }] : [],
      ),
    ),
    ...(WORKING.test(workflow.settle?.after ?? '') ? [{ of, path: ['settle', 'after'] }] : []),
  ]);

const inExpressions = (dossier: Dossier): Use[] =>
  expressionsOf(dossier).filter(({ text }) => /\bworkdays_between\s*\(/.test(text));

/** Every place of a programme's definitions that counts working days. */
export const workingDayUses = (dossier: Dossier): Use[] => [
  ...inDeadlines(dossier),
  ...inActions(dossier),
  ...inExpressions(dossier),
];
