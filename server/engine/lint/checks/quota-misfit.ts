import type { Quota } from '../../../contract/definition/quota.ts';
import type { Workflow } from '../../../contract/definition/workflow.ts';
import { compileIn } from '../../environment-evaluate.ts';
import type { Model } from '../../model.ts';
import { type Check, type Path, type Remark, say } from '../check.ts';
import { modelsOf } from '../dossier.ts';

type Misfit = [Path, string, string];

const measure = (model: Model, { count, sum }: Quota): Misfit[] => {
  if ((count === undefined) === (sum === undefined))
    return [[[], '请写 count: true 或 sum，二者取一', 'Write either count: true or sum']];
  if (sum === undefined) return [];
  const text = model.workflow.metrics?.[sum];
  if (text === undefined) return [[['sum'], `没有名为“${sum}”的统计量`, `There is no metric "${sum}"`]];
  const compiled = compileIn(model, { place: { at: 'metric' }, text });
  const isNumber = !compiled.ok || compiled.type.is === 'int' || compiled.type.is === 'decimal';
  return isNumber ? [] : [[['sum'], `统计量“${sum}”不是数值`, `The metric "${sum}" is no number`]];
};

const groups = ({ subject: { per } }: Workflow, quota: Quota): Misfit[] => {
  const ofProgramme = per.includes('programme') && quota.by.some((part) => part !== 'programme');
  const ofPeriod = quota.window === 'period' && !per.includes('period');
  return [
    ...(ofProgramme
      ? [
          [
            ['by'],
            'per: [programme] 的事项不属于任何单位',
            'Cases for the whole programme belong to no organisation',
          ] as Misfit,
        ]
      : []),
    ...(ofPeriod ? [[['window'], '此流程没有报送周期', 'This workflow has no periods'] as Misfit] : []),
  ];
};

/** A limit counts or adds up, over groups that the workflow's cases can be parted into. */
export const quotaMisfit: Check = {
  code: 'quota-misfit',
  severity: 'error',
  remarks: (dossier) =>
    [...modelsOf(dossier)].flatMap(([workflow, model]): Remark[] =>
      Object.entries(model.workflow.quotas ?? {}).flatMap(([key, quota]) =>
        [...measure(model, quota), ...groups(model.workflow, quota)].map(([path, zh, en]) => ({
          of: { kind: 'Workflow' as const, key: workflow },
          path: ['quotas', key, ...path],
          message: say(zh, en),
        })),
      ),
    ),
};
