import { checkField, checkHas, checkIndex, checkName } from './expression-access.ts';
import { checkCall } from './expression-call.ts';
import type { Checked, Context } from './expression-context.ts';
import { complain, mustBeBool, part } from './expression-context.ts';
import { FUNCTIONS } from './expression-functions.ts';
import { asMacro, checkMacro } from './expression-macro.ts';
import { checkBinary, logic, negation } from './expression-operators.ts';
import type { Scope } from './expression-scope.ts';
import { knowing, presentWhen } from './expression-scope.ts';
import type { Tree, TreeOf } from './expression-tree.ts';
import type { ValueType } from './expression-type.ts';
import { BOOL, INT, NOTHING, describeType, isNumber, listOf, unify } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import { isFailure } from './expression-value.ts';

/** Types, costs and evaluation of every part of an expression, from the leaves upwards. Problems are collected, not thrown. */

const checkLogic = (context: Context, tree: TreeOf<'logic'>, scope: Scope): Checked => {
  const left = check(context, tree.left, scope);
  const right = check(context, tree.right, knowing(scope, presentWhen(tree.left, tree.op === '&&')));
  mustBeBool(context, left);
  mustBeBool(context, right);
  return { ...part(tree, BOOL, logic(tree.op, left.run, right.run)), cost: left.cost + right.cost };
};

const checkNegation = (context: Context, tree: TreeOf<'not' | 'minus'>, scope: Scope): Checked => {
  const of = check(context, tree.of, scope);
  if (tree.is === 'not') mustBeBool(context, of);
  else if (!isNumber(of.type) && of.type.is !== 'nothing') {
    const { zh, en } = describeType(of.type);
    return complain(context, tree, { code: 'no-such-operation', zh: `${zh}不能取负数`, en: `A ${en} has no negative` });
  }
  return { ...of, ...part(tree, tree.is === 'not' ? BOOL : of.type, negation(tree.is, of.run)), cost: of.cost };
};

const checkChoice = (context: Context, tree: TreeOf<'choice'>, scope: Scope): Checked => {
  const when = check(context, tree.when, scope);
  const then = check(context, tree.then, knowing(scope, presentWhen(tree.when, true)));
  const otherwise = check(context, tree.otherwise, knowing(scope, presentWhen(tree.when, false)));
  mustBeBool(context, when);
  const type = unify(then.type, otherwise.type);
  if (type === null) {
    const [a, b] = [describeType(then.type), describeType(otherwise.type)];
    return complain(context, tree, {
      code: 'branches-differ',
      zh: `“?:”两边的类型应相同，现在是${a.zh}和${b.zh}`,
      en: `Both sides of "?:" must be of one type; they are ${a.en} and ${b.en}`,
    });
  }
  const run: Run = (frame) => {
    const condition = when.run(frame);
    return isFailure(condition) ? condition : condition === true ? then.run(frame) : otherwise.run(frame);
  };
  return { ...part(tree, type, run), cost: when.cost + Math.max(then.cost, otherwise.cost) };
};

const checkList = (context: Context, tree: TreeOf<'list'>, scope: Scope): Checked => {
  const items = tree.items.map((item) => check(context, item, scope));
  let of: ValueType = NOTHING;
  for (const item of items) {
    const both = unify(of, item.type);
    if (both === null) {
      return complain(context, item, {
        code: 'elements-differ',
        zh: '列表中的各项类型应相同',
        en: 'The elements of a list must be of one type',
      });
    }
    of = both;
  }
  const run: Run = (frame) => {
    const values = items.map((item) => item.run(frame));
    return values.find(isFailure) ?? values;
  };
  return { ...part(tree, listOf(of, items.length), run), cost: items.reduce((sum, item) => sum + item.cost, 0) };
};

const checkAnyCall = (context: Context, tree: TreeOf<'call'>, scope: Scope): Checked => {
  const macro = asMacro(tree);
  if (macro !== null) return checkMacro(context, macro, { scope, skipAbsent: false });
  if (tree.name === 'has' && tree.receiver === null) return checkHas(context, tree, scope);
  const skipAbsent = FUNCTIONS.get(tree.name)?.skipsAbsent === true;
  const given = tree.receiver === null ? tree.args : [tree.receiver, ...tree.args];
  const checked = given.map((one) => {
    const mapping = skipAbsent ? asMacro(one) : null;
    return mapping?.name === 'map' ? checkMacro(context, mapping, { scope, skipAbsent }) : check(context, one, scope);
  });
  return checkCall(context, tree, checked);
};

const UNSUPPORTED: Record<TreeOf<'unsupported'>['what'], [string, string]> = {
  null: ['不能使用 null，请用 has(…) 判断是否填写', 'null is not used; ask has(…) whether a field is filled in'],
  map: ['不能使用 {…}', '{…} is not used in expressions'],
  bytes: ['不能使用 b"…"', 'b"…" is not used in expressions'],
  unsigned: ['数字后不要写 u', 'Write numbers without u'],
  optional: ['不能使用 .? 和 [?…]', '.? and [?…] are not used'],
  'too-large-number': ['数值过大', 'The number is too large'],
};

export const check = (context: Context, tree: Tree, scope: Scope): Checked => {
  switch (tree.is) {
    case 'literal': {
      const { value } = tree;
      return { ...part(tree, tree.type === 'int' ? INT : { is: tree.type }, () => value), literal: value };
    }
    case 'name':
      return checkName(context, tree, scope);
    case 'field':
      return checkField(context, tree, { of: check(context, tree.of, scope), scope });
    case 'index':
      return checkIndex(context, tree, [check(context, tree.of, scope), check(context, tree.at, scope)]);
    case 'call':
      return checkAnyCall(context, tree, scope);
    case 'binary':
      return checkBinary(context, tree, [check(context, tree.left, scope), check(context, tree.right, scope)]);
    case 'logic':
      return checkLogic(context, tree, scope);
    case 'not':
    case 'minus':
      return checkNegation(context, tree, scope);
    case 'choice':
      return checkChoice(context, tree, scope);
    case 'list':
      return checkList(context, tree, scope);
    case 'unsupported': {
      const [zh, en] = UNSUPPORTED[tree.what];
      return complain(context, tree, { code: 'not-supported', zh, en });
    }
  }
};
