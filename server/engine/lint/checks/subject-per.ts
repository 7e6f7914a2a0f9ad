import { type Check, type Path, type Remark, say, workflowsOf } from '../check.ts';

export const subjectPer: Check = {
  code: 'subject-per',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }): Remark[] => {
      const { per, audience } = workflow.subject;
      const complain = (path: Path, zh: string, en: string): Remark[] => [{ of, path, message: say(zh, en) }];
      if (new Set(per).size < per.length)
        return complain(['subject', 'per'], 'per 中有重复', 'per names something twice');
      if (per.includes('programme') && per.includes('organisation'))
        return complain(
          ['subject', 'per'],
          'per 不能同时有 programme 和 organisation',
          'per is either programme or organisation',
        );
      if (!per.includes('programme') && !per.includes('organisation'))
        return complain(
          ['subject', 'per'],
          'per 缺少 organisation 或 programme',
          'per needs organisation or programme',
        );
      if (per.includes('period') && workflow.periods === undefined)
        return complain(['subject', 'per'], '按周期报送需要写 periods', 'Cases for each period need periods');
      if (!per.includes('period') && workflow.periods !== undefined)
        return complain(
          ['periods'],
          '写了 periods，但 subject.per 中没有 period',
          'There are periods, but subject.per does not name period',
        );
      if (per.includes('programme') && audience !== undefined)
        return complain(
          ['subject', 'audience'],
          'per: [programme] 只有一项事项，没有报送对象',
          'With per: [programme] there is one case and no audience',
        );
      return [];
    }),
};
