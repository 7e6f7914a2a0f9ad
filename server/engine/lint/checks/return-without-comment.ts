import { actionsAt } from '../actions.ts';
import { type Check, say } from '../check.ts';

export const returnWithoutComment: Check = {
  code: 'return-without-comment',
  severity: 'error',
  remarks: (dossier) =>
    actionsAt(dossier)
      .filter(({ rule }) => rule.kind === 'return' && rule.comment !== 'required')
      .map(({ of, path }) => ({
        of,
        path,
        message: say('退回必须写明理由', 'Whoever returns must say why'),
        suggestion: say('请加上 comment: required', 'Add comment: required'),
      })),
};
