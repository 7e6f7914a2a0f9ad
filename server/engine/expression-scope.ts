import type { Slot } from './expression-type.ts';
import type { Tree } from './expression-tree.ts';

/** A variable of a macro. */
interface Local {
  slot: Slot;
  depth: number;
  path: string | null;
}

/** What is known where a part of an expression stands. */
export interface Scope {
  locals: ReadonlyMap<string, Local>;
  /** How many macros are around. */
  depth: number;
  /** Fields that has() has made sure of, as written. */
  present: ReadonlySet<string>;
}

export const OUTERMOST: Scope = { locals: new Map(), depth: 0, present: new Set() };

/** A field as written (`row.age`), or null for what is no plain path. */
export const writtenPath = (tree: Tree): string | null => {
  if (tree.is === 'name') return tree.name;
  const of = tree.is === 'field' ? writtenPath(tree.of) : null;
  return tree.is === 'field' && of !== null ? `${of}.${tree.name}` : null;
};

/** The fields that are filled in wherever the condition comes out as `outcome`. */
export const presentWhen = (condition: Tree, outcome: boolean): string[] => {
  if (condition.is === 'not') return presentWhen(condition.of, !outcome);
  if (condition.is === 'logic') {
    const isBoth = condition.op === (outcome ? '&&' : '||');
    return isBoth ? [...presentWhen(condition.left, outcome), ...presentWhen(condition.right, outcome)] : [];
  }
  if (!outcome || condition.is !== 'call' || condition.name !== 'has') return [];
  const path = condition.args[0] === undefined ? null : writtenPath(condition.args[0]);
  return path === null ? [] : [path];
};

export const knowing = (scope: Scope, paths: string[]): Scope =>
  paths.length === 0 ? scope : { ...scope, present: new Set([...scope.present, ...paths]) };
