import type { Checked, Context } from './expression-context.ts';
import { complain, mustBeBool, part } from './expression-context.ts';
import type { Scope } from './expression-scope.ts';
import { knowing, presentWhen } from './expression-scope.ts';
import type { Tree, TreeOf } from './expression-tree.ts';
import type { ValueType } from './expression-type.ts';
import { BOOL, NOTHING, TEXT, always, describeType, listOf } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import { isFailure } from './expression-value.ts';

const LIST_MACROS = ['all', 'exists', 'exists_one', 'filter', 'map'] as const;
export type ListMacro = (typeof LIST_MACROS)[number];

interface MacroParts {
  /** A list, or a map of which the keys are taken. */
  list: Run;
  /** Where the variable stands among the locals. */
  depth: number;
  /** The condition of `map(x, condition, value)`. */
  filter: Run | null;
  body: Run;
  /** Leave out the elements for which the body has no value, instead of having none at all. */
  skipAbsent: boolean;
}

type Each = (parts: MacroParts, items: readonly unknown[], evaluate: (run: Run, item: unknown) => unknown) => unknown;

/** One deciding element settles it, even where others have no value. */
const quantified =
  (decisive: boolean): Each =>
  ({ body }, items, evaluate) => {
    let failure: unknown;
    for (const item of items) {
      const value = evaluate(body, item);
      if (value === decisive) return decisive;
      if (isFailure(value)) failure ??= value;
    }
    return failure ?? !decisive;
  };

const kept: Each = ({ body }, items, evaluate) => {
  const result: unknown[] = [];
  for (const item of items) {
    const value = evaluate(body, item);
    if (isFailure(value)) return value;
    if (value === true) result.push(item);
  }
  return result;
};

const mapped: Each = ({ filter, body, skipAbsent }, items, evaluate) => {
  const result: unknown[] = [];
  for (const item of items) {
    const wanted = filter === null ? true : evaluate(filter, item);
    const value = wanted === true ? evaluate(body, item) : wanted;
    if (isFailure(value)) {
      if (skipAbsent && value.code === 'absent') continue;
      return value;
    }
    if (wanted === true) result.push(value);
  }
  return result;
};

const EACH: Record<ListMacro, Each> = {
  all: quantified(false),
  exists: quantified(true),
  exists_one: (parts, items, evaluate) => {
    const found = kept(parts, items, evaluate);
    return isFailure(found) ? found : (found as unknown[]).length === 1;
  },
  filter: kept,
  map: mapped,
};

/** How a macro runs: its body once for each element. */
const runMacro = (macro: ListMacro, parts: MacroParts): Run => {
  const each = EACH[macro];
  const { depth, list } = parts;
  return (frame) => {
    const items = list(frame);
    if (isFailure(items)) return items;
    return each(parts, Array.isArray(items) ? items : Object.keys(items as object), (run, item) => {
      frame.locals[depth] = item;
      return run(frame);
    });
  };
};

const MOST_NESTED_MACROS = 2;

/** A macro as written: `list.name(variable, body)`, or `list.map(variable, condition, body)`. */
export type MacroTree = TreeOf<'call'> & { name: ListMacro; receiver: Tree };

const isListMacro = (name: string): name is ListMacro => (LIST_MACROS as readonly string[]).includes(name);

export const asMacro = (tree: Tree): MacroTree | null =>
  tree.is === 'call' && tree.receiver !== null && isListMacro(tree.name)
    ? { ...tree, name: tree.name, receiver: tree.receiver }
    : null;

interface Shape {
  variable: string;
  condition: Tree | null;
  body: Tree;
}

const shapeOf = ({ name, args }: MacroTree): Shape | null => {
  const [variable, first, second] = args;
  if (variable?.is !== 'name' || first === undefined || args.length > (name === 'map' ? 3 : 2)) return null;
  const [condition, body] = second === undefined ? [null, first] : [first, second];
  return { variable: variable.name, condition, body };
};

const elements = (type: ValueType): { of: ValueType; max: number } | null => {
  if (type.is === 'list') return type;
  if (type.is === 'map') return { of: TEXT, max: type.max };
  return type.is === 'nothing' ? { of: NOTHING, max: 0 } : null;
};

const resultType = (name: ListMacro, { of, max }: { of: ValueType; max: number }, body: Checked): ValueType => {
  if (name === 'map') return listOf(body.type, max);
  return name === 'filter' ? listOf(of, max) : BOOL;
};

const refuseMacro = (
  context: Context,
  tree: MacroTree,
  { list, scope }: { list: Checked; scope: Scope },
): Checked | null => {
  if (shapeOf(tree) === null) {
    const example = `${tree.name}(x, …)`;
    return complain(context, tree, { code: 'wrong-arguments', zh: `请写成 ${example}`, en: `Write it as ${example}` });
  }
  if (elements(list.type) === null) {
    const { zh, en } = describeType(list.type);
    return complain(context, tree, {
      code: 'not-a-list',
      zh: `${tree.name} 只能用于列表，不能用于${zh}`,
      en: `${tree.name} works on lists, not on ${en}`,
    });
  }
  if (scope.depth < MOST_NESTED_MACROS) return null;
  return complain(context, tree, {
    code: 'nested-too-deep',
    zh: `exists、map 等最多嵌套${MOST_NESTED_MACROS}层`,
    en: `exists, map and the like nest at most ${MOST_NESTED_MACROS} deep`,
  });
};

/** Checks a macro; with `skipAbsent` its list leaves out the elements for which a field is not filled in. */
export const checkMacro = (
  context: Context,
  tree: MacroTree,
  { scope, skipAbsent }: { scope: Scope; skipAbsent: boolean },
): Checked => {
  const list = context.check(context, tree.receiver, scope);
  const refused = refuseMacro(context, tree, { list, scope });
  const shape = shapeOf(tree);
  const over = elements(list.type);
  if (refused !== null || shape === null || over === null) return refused ?? list;
  const { name } = tree;
  const { depth } = scope;
  const slot = always(over.of);
  const path = list.type.is === 'map' ? null : list.path;
  const inner = {
    ...scope,
    locals: new Map(scope.locals).set(shape.variable, { slot, depth, path }),
    depth: depth + 1,
  };
  const condition = shape.condition === null ? null : context.check(context, shape.condition, inner);
  const known = shape.condition === null ? [] : presentWhen(shape.condition, true);
  const body = context.check(context, shape.body, knowing(inner, known));
  if (condition !== null) mustBeBool(context, condition);
  if (name !== 'map') mustBeBool(context, body);
  const run = runMacro(name, { list: list.run, depth, filter: condition?.run ?? null, body: body.run, skipAbsent });
  const cost = list.cost + over.max * (1 + body.cost + (condition?.cost ?? 0));
  return { ...part(tree, resultType(name, over, body), run), cost, path: name === 'filter' ? path : null };
};
