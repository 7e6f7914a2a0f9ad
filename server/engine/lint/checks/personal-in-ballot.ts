import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { entryFields, entryForm } from '../contest.ts';

/** What stands on a ballot is public. */
export const personalInBallot: Check = {
  code: 'personal-in-ballot',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow, form }) =>
      Object.entries(workflow.ballots ?? {})
        .filter(([, { options, show }]) => {
          const held = entryForm(dossier, { workflow, form }, options);
          return held !== null && entryFields(held).get(show)?.['x-pii'] !== undefined;
        })
        .map(([key, { show }]): Remark => ({
          of,
          path: ['ballots', key, 'show'],
          message: say(`选票上公开了个人信息“${show}”`, `The ballot shows personal data, "${show}"`),
          suggestion: say('请改用作品或单位名称', 'Show the name of a work or an organisation instead'),
        })),
    ),
};
