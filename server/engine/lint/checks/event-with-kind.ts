import { rulesOf } from '../actions.ts';
import { type Check, say } from '../check.ts';

export const eventWithKind: Check = {
  code: 'event-with-kind',
  severity: 'error',
  remarks: (dossier) =>
    rulesOf(dossier)
      .filter(({ key, rule }) => key.startsWith('@') && 'kind' in rule)
      .map(({ of, path }) => ({
        of,
        path: [...path, 'kind'],
        message: say('系统事件没有 kind、title 和 by', 'An event has no kind, title or by'),
        suggestion: say('只写 to、require、set', 'Only to, require and set'),
      })),
};
