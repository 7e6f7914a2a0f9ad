import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** Criteria can leave entries equal; the last rule must always decide. */
export const noLastTie: Check = {
  code: 'no-last-tie',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }): Remark[] => {
      const { ranking, places } = workflow;
      const last = ranking?.ties?.at(-1);
      if (ranking === undefined || places === undefined || (last !== undefined && !('expr' in last))) return [];
      return [
        {
          of,
          path: ranking.ties === undefined ? ['ranking'] : ['ranking', 'ties'],
          message: say('并列时最后没有能定胜负的规则', 'No last rule decides where entries stay equal'),
          suggestion: say(
            '请在最后加上 {lot: true} 或 {committee: <环节>}',
            'End with {lot: true} or {committee: <state>}',
          ),
        },
      ];
    }),
};
