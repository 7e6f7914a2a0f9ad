import type { Environment } from './expression-context.ts';
import type { FailureCode } from './expression-problem.ts';
import type { ValueType } from './expression-type.ts';
import type { Values } from './expression-value.ts';

export type Parameter =
  'any' | 'text' | 'number' | 'int' | 'bool' | 'date' | 'instant' | 'map' | 'list' | 'texts' | 'numbers' | 'ordered';

/** Why a call has no value; it becomes a failure at the place of the call. */
export interface Refused {
  refused: FailureCode;
}
export const refused = (code: FailureCode): Refused => ({ refused: code });
export const isRefused = (value: unknown): value is Refused =>
  typeof value === 'object' && value !== null && 'refused' in value;

/** What a function may ask of its surroundings. */
export interface Surroundings {
  values: Values;
  environment: Environment;
}

/** One way to call a function; the receiver of a method is its first parameter. */
export interface Signature {
  takes: readonly Parameter[];
  gives: ValueType | ((given: readonly ValueType[]) => ValueType);
  run: (given: readonly unknown[], surroundings: Surroundings) => unknown;
}

export interface Definition {
  /** Called as `f(x)`, as `x.f()`, or either way. */
  form: 'function' | 'method' | 'either';
  signatures: readonly Signature[];
  /** The variable without which it has no meaning in a place. */
  needs?: string;
  /** It leaves out the rows whose value is absent. */
  skipsAbsent?: boolean;
  /** Steps of one call beyond the length of its lists. */
  cost?: number;
  /** The length of a list does not matter to it. */
  constant?: boolean;
}

type Given = readonly unknown[];
type Prepared<T extends Given> = (given: T, surroundings: Surroundings) => unknown;

/** A signature whose function names the types that the checker has made sure of. */
export const takes =
  (...parameters: Parameter[]) =>
  <T extends Given>(gives: Signature['gives'], run: Prepared<T>): Signature => ({
    takes: parameters,
    gives,
    run: run as Prepared<Given>,
  });

export const plain = (...signatures: Signature[]): Definition => ({ form: 'function', signatures });
export const method = (...signatures: Signature[]): Definition => ({ form: 'method', signatures });
export const either = (...signatures: Signature[]): Definition => ({ form: 'either', signatures });
