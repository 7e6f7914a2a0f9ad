import { compileIn } from '../../environment-evaluate.ts';
import type { Check } from '../check.ts';
import { expressionsOf } from '../expression-sites.ts';
import { remarkOf } from '../expressions.ts';

export const expressionError: Check = {
  code: 'expression',
  severity: 'error',
  remarks: (dossier) =>
    expressionsOf(dossier).flatMap((at) => {
      const compiled = compileIn(at.model, at);
      return compiled.ok ? [] : compiled.problems.map((problem) => remarkOf(at, problem));
    }),
};
