import type { PeriodRule } from '../../contract/definition/deadline.ts';
import type { Day } from '../case.ts';
import { type Path, type Remark, type Subject, say, workflowsOf } from './check.ts';
import type { Dossier } from './dossier.ts';

/** Periods: in order, without overlap, and a workflow has them exactly where its cases are made for each period. */

export interface RuleAt {
  of: Subject;
  path: Path;
  kinds: readonly string[];
  rule: PeriodRule;
}

export const periodRulesOf = (dossier: Dossier): RuleAt[] =>
  workflowsOf(dossier).flatMap(({ of, workflow: { periods } }): RuleAt[] => {
    if (periods === undefined) return [];
    if (!('for' in periods)) return [{ of, path: ['periods'], kinds: [], rule: periods }];
    return Object.entries(periods.for).map(([kind, rule]) => ({
      of,
      path: ['periods', 'for', kind],
      kinds: [kind],
      rule,
    }));
  });

export const swapped = (of: Subject, path: Path, earlier: Day, later: Day): Remark => ({
  of,
  path,
  message: say(`${later} 早于 ${earlier}`, `${later} is before ${earlier}`),
  suggestion: say('请核对日期的先后', 'Look at the order of the dates'),
});

export type Neighbours = RuleAt & { index: number; before: Day; after: Day };

export const neighboursOf = (at: RuleAt): Neighbours[] => {
  const list = 'list' in at.rule ? at.rule.list : [];
  return list
    .slice(1)
    .map(({ from }, index) => ({ ...at, index: index + 1, before: list[index]?.to ?? from, after: from }));
};
