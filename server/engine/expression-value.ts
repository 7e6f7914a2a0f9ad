import type { EvaluationError, FailureCode } from './expression-problem.ts';
import { evaluationError } from './expression-problem.ts';
import type { Quantity } from './expression-number.ts';
import { compare, numberOf, quantity } from './expression-number.ts';
import type { Span } from './expression-tree.ts';
import type { Slot, ValueType } from './expression-type.ts';

const FAILED = Symbol('failed');

/**
 * Values while an expression runs: text, yes/no, date (`2024-03-31`) and lists as in the form's JSON, instants in
 * milliseconds, numbers as exact quantities. A failure travels as a value too, because nothing here throws.
 */
export interface Failure extends EvaluationError {
  [FAILED]: true;
}
/** The variables by name, each a plain JSON value of the type that the environment declares. */
export type Values = Readonly<Record<string, unknown>>;
interface Frame {
  values: Values;
  /** Variables of macros, by nesting depth. */
  locals: unknown[];
}
export type Run = (frame: Frame) => unknown;

export const fail = (code: FailureCode, span: Span): Failure => ({ [FAILED]: true, ...evaluationError(code, span) });

export const isFailure = (value: unknown): value is Failure =>
  typeof value === 'object' && value !== null && FAILED in value;

const DAY = /^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/;

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const MISFIT = Symbol('a value of another type');

const fitted = (type: ValueType, raw: unknown): unknown => {
  switch (type.is) {
    case 'text':
      return typeof raw === 'string' ? raw : typeof raw === 'number' ? String(raw) : MISFIT;
    case 'bool':
      return typeof raw === 'boolean' ? raw : MISFIT;
    case 'int':
      return Number.isSafeInteger(raw) ? raw : MISFIT;
    case 'decimal':
      return typeof raw === 'number' && Number.isFinite(raw) ? quantity(raw) : MISFIT;
    case 'date':
      return typeof raw === 'string' && DAY.test(raw) ? raw : MISFIT;
    case 'instant':
      return instantOf(raw);
    case 'list':
      return fittedList(type.of, raw);
    case 'map':
    case 'object':
      return isRecord(raw) ? raw : MISFIT;
    case 'nothing':
      return MISFIT;
  }
};

/** Rows stay as they are, their fields are read one by one; simple elements are read at once. */
const fittedList = (of: ValueType, raw: unknown): unknown => {
  if (!Array.isArray(raw) || of.is === 'object') return Array.isArray(raw) ? raw : MISFIT;
  const items = raw.map((item) => fitted(of, item));
  return items.includes(MISFIT) ? MISFIT : items;
};

const instantOf = (raw: unknown): unknown => {
  const at = typeof raw === 'number' ? raw : typeof raw === 'string' ? Date.parse(raw) : NaN;
  return Number.isFinite(at) ? at : MISFIT;
};

/** What a field of an object holds, before its slot is read. */
export const fieldOf = (object: unknown, name: string): unknown =>
  isRecord(object) && Object.hasOwn(object, name) ? object[name] : undefined;

const EMPTY: Partial<Record<ValueType['is'], unknown>> = { text: '', list: [], object: {}, map: {} };

/** What stands in a slot: its value, the empty value or fallback where it is absent, or a failure at the place that asked. */
export const read = (slot: Slot, raw: unknown, span: Span): unknown => {
  if (raw === undefined || raw === null || (slot.mark !== undefined && raw === slot.mark)) {
    return slot.fallback ?? EMPTY[slot.type.is] ?? fail('absent', span);
  }
  const value = fitted(slot.type, raw);
  return value === MISFIT ? fail('wrong-type', span) : value;
};

/** Whether a slot is filled in: an empty text or list and the mark `not applicable` are not. */
export const isPresent = (slot: Slot, raw: unknown): boolean => {
  if (raw === undefined || raw === null || raw === '' || (slot.mark !== undefined && raw === slot.mark)) return false;
  return Array.isArray(raw) ? raw.length > 0 : fitted(slot.type, raw) !== MISFIT;
};

/** The order of two values of one type: below zero, zero, above zero. */
export const order = (a: unknown, b: unknown): number => {
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (typeof a === 'boolean' && typeof b === 'boolean') return Number(a) - Number(b);
  return compare(a as Quantity, b as Quantity);
};

export const isEqual = (a: unknown, b: unknown): boolean => {
  if (Array.isArray(a) && Array.isArray(b)) return a.length === b.length && a.every((one, i) => isEqual(one, b[i]));
  return order(a, b) === 0;
};

/** A result as JSON: exact numbers become JavaScript numbers, whole numbers beyond 2^53 are a failure. */
export const jsonOf = (type: ValueType, value: unknown, span: Span): unknown => {
  if (type.is === 'list') return listJson(type.of, value as unknown[], span);
  if (type.is !== 'int' && type.is !== 'decimal') return value;
  const number = numberOf(value as Quantity);
  const fits = type.is === 'int' ? Number.isSafeInteger(number) : Number.isFinite(number);
  return fits ? number : fail('number-too-large', span);
};

const listJson = (of: ValueType, values: unknown[], span: Span): unknown => {
  const items = values.map((value) => jsonOf(of, value, span));
  return items.find(isFailure) ?? items;
};
