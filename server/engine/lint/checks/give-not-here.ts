import { actionsAt } from '../actions.ts';
import { type Check, say } from '../check.ts';

export const giveNotHere: Check = {
  code: 'give-not-here',
  severity: 'error',
  remarks: (dossier) =>
    actionsAt(dossier)
      .filter(({ rule }) => rule.give !== undefined && rule.kind !== 'return' && rule.kind !== 'reopen')
      .map(({ of, path }) => ({
        of,
        path: [...path, 'give'],
        message: say('只有退回和重开能给出时间（give）', 'Only return and reopen can give time'),
        suggestion: say('请删去 give', 'Delete give'),
      })),
};
