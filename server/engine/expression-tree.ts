import type { Quantity } from './expression-number.ts';

/** Where something stands in the text of an expression: offsets of characters, `to` is exclusive. */
export interface Span {
  from: number;
  to: number;
}

export const ARITHMETIC = ['+', '-', '*', '/', '%'] as const;
export const COMPARISONS = ['==', '!=', '<', '<=', '>', '>='] as const;
export type Arithmetic = (typeof ARITHMETIC)[number];
export type Comparison = (typeof COMPARISONS)[number];
export type BinaryOperator = Arithmetic | Comparison | 'in';

type Literal = { type: 'text'; value: string } | { type: 'bool'; value: boolean } | NumberLiteral;
interface NumberLiteral {
  type: 'int' | 'decimal';
  value: Quantity;
}

/** An expression after parsing. The shape is ours, so that types and evaluation do not depend on the parser's. */
export type Tree = Span &
  (
    | ({ is: 'literal' } & Literal)
    | { is: 'name'; name: string }
    | { is: 'field'; of: Tree; name: string; nameFrom: number }
    | { is: 'index'; of: Tree; at: Tree }
    | { is: 'call'; name: string; receiver: Tree | null; args: Tree[] }
    | { is: 'binary'; op: BinaryOperator; left: Tree; right: Tree }
    | { is: 'logic'; op: '&&' | '||'; left: Tree; right: Tree }
    | { is: 'not' | 'minus'; of: Tree }
    | { is: 'choice'; when: Tree; then: Tree; otherwise: Tree }
    | { is: 'list'; items: Tree[] }
    | { is: 'unsupported'; what: 'null' | 'map' | 'bytes' | 'unsigned' | 'optional' | 'too-large-number' }
  );

export type TreeOf<K extends Tree['is']> = Extract<Tree, { is: K }>;
