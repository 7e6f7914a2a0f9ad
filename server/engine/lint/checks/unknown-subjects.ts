import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';
import { isRoster } from '../contest.ts';
import { fieldsIn } from '../form-walk.ts';
import { tasksOf } from '../judging.ts';

/** What a task is done for one by one is a roster of the form, or what the case gathers. */
export const unknownSubjects: Check = {
  code: 'unknown-subjects',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow, form }) => {
      if (form === undefined) return [];
      const rosters = fieldsIn(form).filter(isRoster);
      const references = tasksOf(workflow).flatMap(({ path, rule: { for_each: name } }) =>
        name === undefined ? [] : [{ path: [...path, 'for_each'], name }],
      );
      const held = workflow.gather === undefined ? [] : [workflow.gather.as];
      const known = [...rosters.map(({ key }) => key), ...held];
      return unknownAmong(of, references, { thing: say('子表或汇集名称', 'roster, nor anything gathered,'), known });
    }),
};
