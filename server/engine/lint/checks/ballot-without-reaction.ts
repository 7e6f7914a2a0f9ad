import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** When a ballot ends somebody should find the case where it goes on: the state of the vote says where to. */
export const ballotWithoutReaction: Check = {
  code: 'ballot-without-reaction',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      Object.entries(workflow.ballots ?? {}).flatMap(([key, { during, quorum }]): Remark[] => {
        const state = workflow.states[during];
        if (state === undefined) return [];
        const wanted = ['@ballot.closed', ...(quorum === undefined ? [] : ['@ballot.no_quorum'])];
        return wanted
          .filter((event) => state.on?.[event] === undefined)
          .map((event) => ({
            of,
            path: ['ballots', key, 'during'],
            message: say(
              `环节“${during}”没有写投票结束后的去向（${event}）`,
              `The state "${during}" does not say where it leads when the ballot ends (${event})`,
            ),
            suggestion: say(`请在该环节的 on 下加上 '${event}'`, `Add '${event}' under "on" of that state`),
          }));
      }),
    ),
};
