import { isRun, isTemplate } from '../../binding.ts';
import { type Check, say, workflowsOf } from '../check.ts';

export const unlistedWorkflow: Check = {
  code: 'unlisted-workflow',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier)
      .filter(({ of: { key } }) => !isRun(dossier.programme, key) && !isTemplate(dossier.programme, key))
      .map(({ of }) => ({
        of,
        path: ['key'],
        message: say(
          '工作方案的 workflows 中没有列出此流程，uses 中也没有引用',
          'The programme neither lists nor binds this workflow',
        ),
        suggestion: say(
          `请在 programme.yaml 的 workflows 中加上 ${of.key}`,
          `Add ${of.key} to workflows in programme.yaml`,
        ),
      })),
};
