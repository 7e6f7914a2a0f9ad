import type { Problem } from './expression-problem.ts';
import { sentence } from './expression-problem.ts';
import type { Scope } from './expression-scope.ts';
import type { Span, Tree } from './expression-tree.ts';
import type { Slot, ValueType } from './expression-type.ts';
import { NOTHING, describeType } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import type { TimeFrame } from './workday.ts';

/** The variables of one place with their types, and what the place asks of its expressions. */
export interface Environment {
  names: ReadonlyMap<string, Slot>;
  /** Zone and calendar, for functions of days. */
  time: TimeFrame;
  /** How often an expression of this place runs for one form: the rows of its roster, else 1. */
  repeat: number;
  /** Warn of optional fields that are read without has(). */
  strict: boolean;
}

/** One checked part of an expression: its type, how to run it, and the steps that it may cost. */
export interface Checked extends Span {
  type: ValueType;
  run: Run;
  cost: number;
  /** The data path it stands for (`form.rows.amount`), where it is no computed value. */
  path: string | null;
  /** Set by literals that suggestions repeat. */
  literal?: unknown;
}

export interface Context {
  text: string;
  environment: Environment;
  problems: Problem[];
  warnings: Problem[];
  references: Set<string>;
  /** Checks a part of the expression; here, so that every file of rules can go on inwards. */
  check: (context: Context, tree: Tree, scope: Scope) => Checked;
}

interface Complaint {
  code: string;
  zh: string;
  en: string;
  suggestion?: string | undefined;
}

export const problemAt = ({ from, to }: Span, { code, zh, en, suggestion }: Complaint): Problem => ({
  code,
  message: sentence(zh, en),
  from,
  to,
  ...(suggestion === undefined ? {} : { suggestion }),
});

/** Notes a problem and gives a part of no type in return, so that checking goes on and finds the others. */
export const complain = (context: Context, span: Span, complaint: Complaint): Checked => {
  context.problems.push(problemAt(span, complaint));
  return { from: span.from, to: span.to, type: NOTHING, run: () => undefined, cost: 0, path: null };
};

export const textOf = (context: Context, { from, to }: Span): string => context.text.slice(from, to);

/** A part of a type with its way to run, without cost and path. */
export const part = ({ from, to }: Span, type: ValueType, run: Run): Checked => ({
  from,
  to,
  type,
  run,
  cost: 0,
  path: null,
});

export const mustBeBool = (context: Context, checked: Checked): void => {
  if (checked.type.is === 'bool' || checked.type.is === 'nothing') return;
  const { zh, en } = describeType(checked.type);
  complain(context, checked, {
    code: 'not-a-condition',
    zh: `此处需要一个条件（是或否），得到的是${zh}`,
    en: `A condition (yes or no) is needed here, not ${en}`,
  });
};
