/**
 * The rules that are built without writing: something compared with something. A rule that says more is written as an
 * expression; reading one back gives null then.
 */

export const OPERATORS = ['==', '!=', '>=', '<=', '>', '<'] as const;
export type Operator = (typeof OPERATORS)[number];

export type Operand =
  /** A field by its name in expressions: `form.begin`, `row.age`. */
  | { kind: 'field'; name: string }
  /** How many rows a roster has. */
  | { kind: 'count'; roster: string }
  /** The sum of a roster's column. */
  | { kind: 'sum'; roster: string; column: string }
  /** A day or text that the case knows: `today`, `period.to`, `org.title`. */
  | { kind: 'known'; name: string }
  | { kind: 'number'; value: number }
  | { kind: 'text'; value: string }
  | { kind: 'truth'; value: boolean };

export interface Comparison {
  left: Operand;
  operator: Operator;
  right: Operand;
}

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", String.raw`\'`)}'`;

const operandText = (operand: Operand): string => {
  switch (operand.kind) {
    case 'field':
    case 'known':
      return operand.name;
    case 'count':
      return `form.${operand.roster}.size()`;
    case 'sum':
      return `sum(form.${operand.roster}.map(one, one.${operand.column}))`;
    case 'text':
      return quoted(operand.value);
    case 'number':
    case 'truth':
      return String(operand.value);
  }
};

export const comparisonText = ({ left, operator, right }: Comparison): string =>
  `${operandText(left)} ${operator} ${operandText(right)}`;

const NAME = /^(?:form|row)(?:\.[a-z][a-z0-9_]*)+$/;
const KNOWN = /^(?:today|due|(?:period|org|params|programme|previous)(?:\.[a-z][a-z0-9_]*)+)$/;
const COUNT = /^form\.([a-z][a-z0-9_]*)\.size\(\)$/;
const SUM = /^sum\(form\.([a-z][a-z0-9_]*)\.map\((\w+), ?(\w+)\.([a-z][a-z0-9_]*)\)\)$/;
const TEXT = /^'((?:[^'\\]|\\['\\])*)'$/;

const readOperand = (text: string): Operand | null => {
  const [, counted] = COUNT.exec(text) ?? [];
  if (counted !== undefined) return { kind: 'count', roster: counted };
  const [, roster, bound, used, column] = SUM.exec(text) ?? [];
  if (roster !== undefined && column !== undefined && bound === used) return { kind: 'sum', roster, column };
  if (KNOWN.test(text)) return { kind: 'known', name: text };
  if (NAME.test(text)) return { kind: 'field', name: text };
  if (/^-?\d{1,15}(\.\d{1,10})?$/.test(text)) return { kind: 'number', value: Number(text) };
  if (text === 'true' || text === 'false') return { kind: 'truth', value: text === 'true' };
  const [, inner] = TEXT.exec(text) ?? [];
  return inner === undefined ? null : { kind: 'text', value: inner.replaceAll(/\\(['\\])/g, '$1') };
};

/** The comparison that an expression says, or null where it says something else. */
export const readComparison = (expression: string): Comparison | null => {
  for (const operator of OPERATORS) {
    const parts = expression.split(` ${operator} `);
    const [left, right] = parts.map((part) => readOperand(part.trim()));
    if (parts.length === 2 && left != null && right != null) return { left, operator, right };
  }
  return null;
};
