import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { rosterOfContest } from '../contest.ts';
import { fieldsIn } from '../form-walk.ts';

/** Where everybody who stands gets a place, a vote decides nothing. */
export const fewEntries: Check = {
  code: 'few-entries',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow, form }): Remark[] => {
      if (form === undefined || workflow.places === undefined) return [];
      const roster = rosterOfContest(workflow, form);
      const most = fieldsIn(form).find(({ key }) => key === roster)?.field.maxItems;
      const seats = workflow.places
        .filter(({ from, by }) => from === undefined && by === undefined)
        .reduce((sum, { count }) => sum + count, 0);
      if (most === undefined || most > seats) return [];
      return [
        {
          of,
          path: ['places'],
          message: say(
            `最多 ${most} 个候选，奖项却有 ${seats} 个`,
            `At most ${most} entries stand for ${seats} places`,
          ),
          suggestion: say('请增加 maxItems，或减少名额', 'Allow more entries, or have fewer places'),
        },
      ];
    }),
};
