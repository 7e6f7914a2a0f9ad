import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** The workflows that one holds, those that these hold, and so on. */
const heldBy = (workflows: ReadonlyMap<string, Workflow>, key: string): Set<string> => {
  const seen = new Set<string>();
  for (let next = workflows.get(key)?.gather?.workflow; next !== undefined && !seen.has(next);) {
    seen.add(next);
    next = workflows.get(next)?.gather?.workflow;
  }
  return seen;
};

/** What gathers must not be gathered by what it holds, and its name must not be that of a field. */
export const gatherMisfit: Check = {
  code: 'gather-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow: { gather }, form }): Remark[] => {
      if (gather === undefined) return [];
      const circle: Remark = {
        of,
        path: ['gather', 'workflow'],
        message: say('汇集的流程最终又汇集了自己', 'What it gathers gathers it again in the end'),
        suggestion: say('请只让上一级汇集下一级', 'Let only the level above gather the level below'),
      };
      const taken: Remark = {
        of,
        path: ['gather', 'as'],
        message: say(`表单中已有字段“${gather.as}”`, `The form has a field "${gather.as}" already`),
        suggestion: say('请为汇集的事项另取一个名称', 'Give what is gathered another name'),
      };
      return [
        ...(heldBy(dossier.workflows, of.key).has(of.key) ? [circle] : []),
        ...(form !== undefined && fieldsIn(form).some(({ key }) => key === gather.as) ? [taken] : []),
      ];
    }),
};
