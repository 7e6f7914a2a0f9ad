import { rulesOf } from '../actions.ts';
import { type Check, say } from '../check.ts';

export const actionWithoutKind: Check = {
  code: 'action-without-kind',
  severity: 'error',
  remarks: (dossier) =>
    rulesOf(dossier)
      .filter(({ key, rule }) => !key.startsWith('@') && !('kind' in rule))
      .map(({ of, path }) => ({
        of,
        path,
        message: say('操作缺少 kind、title 和 by', 'An action needs kind, title and by'),
        suggestion: say('请写 kind: submit、approve、return…', 'Write kind: submit, approve, return …'),
      })),
};
