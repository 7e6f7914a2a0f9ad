import type { Workflow } from '../../../contract/definition/workflow.ts';
import { startByPeople } from '../../start-rule.ts';
import { type Check, type Path, type Remark, say, workflowsOf } from '../check.ts';

type Misfit = [Path, string, string];

const ofPeople = (workflow: Workflow): Misfit[] => {
  const rule = startByPeople(workflow);
  if (rule === null) return [];
  const misfits: (Misfit | null)[] = [
    rule.from !== undefined && rule.to !== undefined && rule.to < rule.from
      ? [['start', 'to'], '结束时间早于开始时间', 'It ends before it begins']
      : null,
    rule.per !== undefined && rule.max === undefined
      ? [['start', 'per'], 'per 须与 max 一起写', 'per says for whom max counts, and there is no max']
      : null,
    rule.per === 'organisation' && workflow.subject.per.includes('programme')
      ? [
          ['start', 'per'],
          'per: [programme] 的事项不属于任何单位',
          'Cases for the whole programme belong to no organisation',
        ]
      : null,
  ];
  return misfits.filter((one) => one !== null);
};

/** What begins cases fits what cases are about. */
export const startMisfit: Check = {
  code: 'start-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }): Remark[] => {
      const { start = 'published', subject } = workflow;
      const periodic: Misfit[] =
        start !== 'published' && subject.per.includes('period')
          ? [
              [
                ['start'],
                '有报送周期的事项由发布产生，不能由人或其他事项发起',
                'Cases of periods are made by publishing; neither people nor other cases begin them',
              ],
            ]
          : [];
      return [...periodic, ...ofPeople(workflow)].map(([path, zh, en]) => ({ of, path, message: say(zh, en) }));
    }),
};
