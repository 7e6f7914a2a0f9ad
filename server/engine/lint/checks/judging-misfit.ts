import type { FindingText } from '../../../contract/finding.ts';
import type { TaskRule } from '../../../contract/definition/judging.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { tasksOf } from '../judging.ts';

interface Misfit {
  word: keyof TaskRule;
  message: FindingText;
  suggestion: FindingText;
}

const misfitsOf = ({ outcome, majority, assign, claim }: TaskRule): Misfit[] => [
  ...(majority !== undefined && outcome === undefined
    ? [
        {
          word: 'majority' as const,
          message: say('没有结论可供多数决', 'A majority needs outcomes to be had of'),
          suggestion: say('请加上 outcome，或删去 majority', 'Add outcome, or delete majority'),
        },
      ]
    : []),
  ...(assign === 'all' && claim === true
    ? [
        {
          word: 'claim' as const,
          message: say('任务分派给每个人，无须接单', 'A task that is given to everybody is not claimed'),
          suggestion: say('请删去 claim，或写 assign: claim', 'Delete claim, or write assign: claim'),
        },
      ]
    : []),
];

/** Words of a task that do not go together. */
export const judgingMisfit: Check = {
  code: 'judging-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      tasksOf(workflow).flatMap(({ path, rule }): Remark[] =>
        misfitsOf(rule).map(({ word, ...said }) => ({ of, path: [...path, word], ...said })),
      ),
    ),
};
