import { actionsOf } from '../../action.ts';
import { type Check, say, workflowsOf } from '../check.ts';

/** Where people are to act and nothing says until when, a case can lie for ever unnoticed. */
export const stateWithoutDeadline: Check = {
  code: 'state-without-deadline',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.states)
        .filter(([, state]) => state.final === undefined && state.deadline === undefined && actionsOf(state).length > 0)
        .map(([key]) => ({
          of,
          path: ['states', key],
          message: say('有人要在此环节操作，却没有期限', 'People act in this state, and it has no deadline'),
          suggestion: say('请加上 deadline', 'Add a deadline'),
        })),
    ),
};
