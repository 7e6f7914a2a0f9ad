import { type Check, formsOf, say, unknownAmong } from '../check.ts';
import { fieldsIn } from '../form-walk.ts';

/** Words of `x-default` that stand for a value; any other text is the value itself. */
const DEFAULT_WORDS = ['today', 'previous', 'org.title', 'org.code', 'org.level', 'user.name'] as const;

const LOOKS_LIKE_WORD = /^(?:org|user|period|programme|params|form|row)\.[a-z_.]+$/;

/** A default that looks like a word of the language and is none would be filled in as text. */
export const unknownDefault: Check = {
  code: 'unknown-default',
  severity: 'error',
  remarks: (dossier) =>
    formsOf(dossier).flatMap(({ of, form }) =>
      unknownAmong(
        of,
        fieldsIn(form).flatMap(({ path, field }) => {
          const name = field['x-default'];
          return typeof name === 'string' && LOOKS_LIKE_WORD.test(name) ? [{ path: [...path, 'x-default'], name }] : [];
        }),
        { thing: say('默认值', 'default'), known: DEFAULT_WORDS },
      ),
    ),
};
