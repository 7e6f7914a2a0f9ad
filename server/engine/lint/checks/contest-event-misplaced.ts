import { isJuryContest } from '../../ballot/jury.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Events of elections happen only where there is a ballot; a jury's contest is counted, and closes no ballot. */
export const contestEventMisplaced: Check = {
  code: 'contest-event-misplaced',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      workflow.ballots !== undefined
        ? []
        : Object.entries(workflow.states).flatMap(([state, { on = {} }]) =>
            Object.keys(on)
              .filter((event) => (isJuryContest(workflow) ? /^@ballot\./ : /^@(ballot|tally)\./).test(event))
              .map((event): Remark => ({
                of,
                path: ['states', state, 'on', event],
                message: say(
                  `流程没有投票，“${event}”不会发生`,
                  `The workflow has no ballot, so "${event}" never happens`,
                ),
                suggestion: say('请加上 ballots，或删去', 'Add ballots, or delete it'),
              })),
          ),
    ),
};
