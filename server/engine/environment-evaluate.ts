import type { FormModel, Place } from './environment.ts';
import { environmentFor } from './environment.ts';
import type { Compiled, Evaluated, Uncompiled } from './expression.ts';
import { compile } from './expression.ts';
import type { Environment } from './expression-context.ts';
import type { ValueType } from './expression-type.ts';
import type { Values } from './expression-value.ts';

const known = new WeakMap<Environment, Map<string, Compiled>>();

/** An expression of a definition where it stands. `expected` are the types that the place takes. */
export interface Located {
  place: Place;
  text: string;
  expected?: readonly ValueType['is'][];
}

/** Compiles an expression once for a model and a place. */
export const compileIn = (model: FormModel, { place, text, expected }: Located): Compiled => {
  const environment = environmentFor(model, place);
  const compiled = known.get(environment) ?? new Map<string, Compiled>();
  known.set(environment, compiled);
  const key = `${expected?.join() ?? ''} ${text}`;
  const found = compiled.get(key) ?? compile(text, environment, expected);
  compiled.set(key, found);
  return found;
};

/** The value of an expression of a model, or why it has none: wrong text, or data that does not allow an answer. */
export const evaluateIn = (model: FormModel, located: Located, values: Values): Evaluated | Uncompiled => {
  const compiled = compileIn(model, located);
  return compiled.ok ? compiled.evaluate(values) : compiled;
};

/** Whether a condition holds; null where it cannot be told. */
export const holds = (model: FormModel, { place, text }: Located, values: Values): boolean | null => {
  const result = evaluateIn(model, { place, text, expected: ['bool'] }, values);
  return result.ok ? result.value === true : null;
};
