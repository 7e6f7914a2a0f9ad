import type { ASTNode } from '@marcbachmann/cel-js';
import { Environment as Library, ParseError } from '@marcbachmann/cel-js';
import { problemAt } from './expression-context.ts';
import { quantity, quantityOf } from './expression-number.ts';
import type { Problem } from './expression-problem.ts';
import { parseProblem } from './expression-syntax.ts';
import type { Tree } from './expression-tree.ts';

/** The only door to the expression library: its parser with our limits, its tree turned into ours. */

export const EXPRESSION_LIMITS = { characters: 1_000, nodes: 300, depth: 12, steps: 1_000_000 } as const;

const library = new Library({ limits: { maxAstNodes: EXPRESSION_LIMITS.nodes, maxDepth: EXPRESSION_LIMITS.depth } });

const number = (node: ASTNode, value: number | bigint): Tree => {
  const span = { from: node.start, to: node.end };
  if (typeof value === 'bigint') {
    const whole = quantityOf(String(value));
    return whole === null || typeof whole !== 'number'
      ? { ...span, is: 'unsupported', what: 'too-large-number' }
      : { ...span, is: 'literal', type: 'int', value: whole };
  }
  const written = quantityOf(node.input.slice(node.start, node.end));
  return { ...span, is: 'literal', type: 'decimal', value: written ?? quantity(value) };
};

const literal = (node: Extract<ASTNode, { op: 'value' }>): Tree => {
  const span = { from: node.start, to: node.end };
  const value = node.args;
  if (typeof value === 'string') return { ...span, is: 'literal', type: 'text', value };
  if (typeof value === 'boolean') return { ...span, is: 'literal', type: 'bool', value };
  if (typeof value === 'number' || typeof value === 'bigint') return number(node, value);
  const what = value === null ? 'null' : value instanceof Uint8Array ? 'bytes' : 'unsigned';
  return { ...span, is: 'unsupported', what };
};

const treeOf = (node: ASTNode): Tree => {
  const span = { from: node.start, to: node.end };
  switch (node.op) {
    case 'value':
      return literal(node);
    case 'id':
      return { ...span, is: 'name', name: node.args };
    case '.':
      return { ...span, is: 'field', of: treeOf(node.args[0]), name: node.args[1], nameFrom: node.pos };
    case '[]':
      return { ...span, is: 'index', of: treeOf(node.args[0]), at: treeOf(node.args[1]) };
    case '.?':
    case '[?]':
      return { ...span, is: 'unsupported', what: 'optional' };
    case 'call':
      return { ...span, is: 'call', name: node.args[0], receiver: null, args: node.args[1].map(treeOf) };
    case 'rcall':
      return {
        ...span,
        is: 'call',
        name: node.args[0],
        receiver: treeOf(node.args[1]),
        args: node.args[2].map(treeOf),
      };
    case 'list':
      return { ...span, is: 'list', items: node.args.map(treeOf) };
    case 'map':
      return { ...span, is: 'unsupported', what: 'map' };
    case '?:':
      return {
        ...span,
        is: 'choice',
        when: treeOf(node.args[0]),
        then: treeOf(node.args[1]),
        otherwise: treeOf(node.args[2]),
      };
    case '||':
    case '&&':
      return { ...span, is: 'logic', op: node.op, left: treeOf(node.args[0]), right: treeOf(node.args[1]) };
    case '!_':
      return { ...span, is: 'not', of: treeOf(node.args) };
    case '-_':
      return { ...span, is: 'minus', of: treeOf(node.args) };
    case '==':
    case '!=':
    case '<':
    case '<=':
    case '>':
    case '>=':
    case '+':
    case '-':
    case '*':
    case '/':
    case '%':
    case 'in':
      return { ...span, is: 'binary', op: node.op, left: treeOf(node.args[0]), right: treeOf(node.args[1]) };
  }
};

/** The tree of an expression, or what is wrong with its form. Never throws. */
export const parse = (text: string): { tree: Tree } | { problem: Problem } => {
  if (text.length > EXPRESSION_LIMITS.characters) {
    const span = { from: EXPRESSION_LIMITS.characters, to: text.length };
    const zh = `表达式最多${EXPRESSION_LIMITS.characters}个字符`;
    const en = `An expression has at most ${EXPRESSION_LIMITS.characters} characters`;
    return { problem: problemAt(span, { code: 'too-long', zh, en }) };
  }
  try {
    return { tree: treeOf(library.parse(text).ast) };
  } catch (error) {
    const known = error instanceof ParseError ? error : null;
    const { start, end } = known?.range ?? { start: 0, end: text.length };
    return { problem: parseProblem(text, { code: known?.code, summary: known?.summary, from: start, to: end }) };
  }
};
