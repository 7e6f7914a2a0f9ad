import type { Checked, Context } from './expression-context.ts';
import { complain, part, problemAt } from './expression-context.ts';
import type { Quantity } from './expression-number.ts';
import { numberOf } from './expression-number.ts';
import type { Scope } from './expression-scope.ts';
import { writtenPath } from './expression-scope.ts';
import { didYouMean } from './expression-suggest.ts';
import type { Span, TreeOf } from './expression-tree.ts';
import type { Slot, ValueType } from './expression-type.ts';
import { BOOL, always, describeType } from './expression-type.ts';
import type { Run } from './expression-value.ts';
import { fail, fieldOf, isFailure, isPresent, read } from './expression-value.ts';

/** Ways into the data: variables, fields, rows of tables. */

const along = (context: Context, path: string | null): string | null => {
  if (path !== null) context.references.add(path);
  return path;
};

/** A name that is unknown as a variable may be a field whose object was left out. */
const meantVariable = (context: Context, name: string, scope: Scope): string | undefined => {
  const { names } = context.environment;
  const holder = ['row', 'form'].find((one) => {
    const type = names.get(one)?.type;
    return type?.is === 'object' && type.fields.has(name);
  });
  return holder === undefined ? didYouMean(name, [...names.keys(), ...scope.locals.keys()]) : `${holder}.${name}`;
};

export const checkName = (context: Context, tree: TreeOf<'name'>, scope: Scope): Checked => {
  const local = scope.locals.get(tree.name);
  if (local !== undefined) {
    const { depth, slot, path } = local;
    return { ...part(tree, slot.type, (frame) => frame.locals[depth]), path };
  }
  const slot = context.environment.names.get(tree.name);
  if (slot !== undefined) {
    const run: Run = (frame) => read(slot, fieldOf(frame.values, tree.name), tree);
    return { ...part(tree, slot.type, run), path: along(context, slot.path ?? tree.name) };
  }
  const meant = meantVariable(context, tree.name, scope);
  return complain(context, tree, {
    code: 'unknown-variable',
    zh: `此处没有“${tree.name}”${meant === undefined ? '' : `，是否指“${meant}”？`}`,
    en: `There is no "${tree.name}" here${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    suggestion: meant,
  });
};

const warnIfAbsent = (context: Context, tree: TreeOf<'field'>, { slot, scope }: { slot: Slot; scope: Scope }): void => {
  const emptyInstead = ['text', 'list', 'object', 'map'].includes(slot.type.is) || slot.fallback !== undefined;
  const path = writtenPath(tree);
  if (!context.environment.strict || !slot.optional || emptyInstead || path === null || scope.present.has(path)) return;
  context.warnings.push(
    problemAt(tree, {
      code: 'may-be-absent',
      zh: `“${path}”可能没有填写，请先用 has(${path}) 判断`,
      en: `"${path}" may be absent; ask has(${path}) first`,
    }),
  );
};

const unknownField = (context: Context, tree: TreeOf<'field'>, of: Checked): Checked => {
  const span = { from: tree.nameFrom, to: tree.to };
  const known = of.type.is === 'object' ? [...of.type.fields.keys()] : of.type.is === 'map' ? (of.type.keys ?? []) : [];
  const meant = didYouMean(tree.name, known);
  return complain(context, span, {
    code: 'unknown-field',
    zh: `没有字段“${tree.name}”${meant === undefined ? '' : `，是否指“${meant}”？`}`,
    en: `There is no field "${tree.name}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    suggestion: meant,
  });
};

const noFields = (context: Context, tree: TreeOf<'field'>, of: Checked): Checked => {
  const { zh, en } = describeType(of.type);
  const [hintZh, hintEn] =
    of.type.is === 'list'
      ? ['，请用 exists、all、filter 或 map 逐行取值', '; use exists, all, filter or map for its rows']
      : ['', ''];
  return complain(context, tree, {
    code: 'no-fields',
    zh: `${zh}没有字段“${tree.name}”${hintZh}`,
    en: `A ${en} has no field "${tree.name}"${hintEn}`,
  });
};

const slotOf = (type: ValueType, name: string): Slot | undefined => {
  if (type.is === 'object') return type.fields.get(name);
  return type.is === 'map' && (type.keys === undefined || type.keys.includes(name)) ? always(type.of) : undefined;
};

export const checkField = (
  context: Context,
  tree: TreeOf<'field'>,
  { of, scope }: { of: Checked; scope: Scope },
): Checked => {
  const { type } = of;
  if (type.is === 'nothing') return of;
  if (type.is !== 'object' && type.is !== 'map') return noFields(context, tree, of);
  const slot = slotOf(type, tree.name);
  if (slot === undefined) return unknownField(context, tree, of);
  warnIfAbsent(context, tree, { slot, scope });
  const run: Run = (frame) => {
    const object = of.run(frame);
    return isFailure(object) ? object : read(slot, fieldOf(object, tree.name), tree);
  };
  const path = of.path === null ? null : type.is === 'map' ? of.path : `${of.path}.${tree.name}`;
  return { ...part(tree, slot.type, run), cost: of.cost, path: along(context, path) };
};

const elementAt =
  (of: Checked, at: Checked, span: Span): Run =>
  (frame) => {
    const list = of.run(frame);
    if (isFailure(list)) return list;
    const position = at.run(frame);
    if (isFailure(position)) return position;
    const item = (list as unknown[])[numberOf(position as Quantity)];
    return item === undefined ? fail('out-of-range', span) : item;
  };

const rowAt =
  (of: Checked, at: Checked, { span, slot }: { span: Span; slot: Slot }): Run =>
  (frame) => {
    const map = of.run(frame);
    if (isFailure(map)) return map;
    const key = at.run(frame);
    if (isFailure(key)) return key;
    const row = fieldOf(map, key as string);
    return row === undefined ? fail('no-such-key', span) : read(slot, row, span);
  };

const unknownRow = (context: Context, at: Checked, keys: readonly string[]): Checked => {
  const meant = didYouMean(String(at.literal), keys);
  return complain(context, at, {
    code: 'unknown-row',
    zh: `表中没有“${String(at.literal)}”这一行${meant === undefined ? '' : `，是否指“${meant}”？`}`,
    en: `The table has no row "${String(at.literal)}"${meant === undefined ? '' : `; did you mean "${meant}"?`}`,
    suggestion: meant === undefined ? undefined : `"${meant}"`,
  });
};

export const checkIndex = (context: Context, tree: TreeOf<'index'>, [of, at]: [Checked, Checked]): Checked => {
  const { type } = of;
  const cost = of.cost + at.cost;
  if (type.is === 'nothing' || at.type.is === 'nothing') return { ...part(tree, { is: 'nothing' }, of.run), cost };
  if (type.is === 'list' && at.type.is === 'int') {
    return { ...part(tree, type.of, elementAt(of, at, tree)), cost, path: of.path };
  }
  if (type.is === 'map' && at.type.is === 'text') {
    const isUnknown = typeof at.literal === 'string' && type.keys !== undefined && !type.keys.includes(at.literal);
    if (isUnknown) return unknownRow(context, at, type.keys ?? []);
    return { ...part(tree, type.of, rowAt(of, at, { span: tree, slot: always(type.of) })), cost, path: of.path };
  }
  const [whole, key] = [describeType(type), describeType(at.type)];
  return complain(context, tree, {
    code: 'no-such-operation',
    zh: `不能用${key.zh}从${whole.zh}中取值`,
    en: `A ${whole.en} cannot be indexed by ${key.en}`,
  });
};

/** has(): the field must exist in the form; whether it is filled in is asked of the data. */
export const checkHas = (context: Context, tree: TreeOf<'call'>, scope: Scope): Checked => {
  const [asked] = tree.args;
  const isVariable = asked?.is === 'name' && context.environment.names.has(asked.name);
  if (tree.args.length !== 1 || (asked?.is !== 'field' && !isVariable)) {
    return complain(context, tree, {
      code: 'wrong-arguments',
      zh: 'has 需要一个字段，如 has(form.remark)',
      en: 'has takes one field, such as has(form.remark)',
    });
  }
  const sure = { ...scope, present: new Set([...scope.present, context.text.slice(asked.from, asked.to)]) };
  const checked = context.check(context, asked, sure);
  const holder =
    asked.is === 'field' ? context.check({ ...context, problems: [], warnings: [] }, asked.of, sure) : null;
  const { name } = asked;
  const slot = holder === null ? context.environment.names.get(name) : slotOf(holder.type, name);
  const run: Run = (frame) => {
    const object = holder === null ? frame.values : holder.run(frame);
    if (isFailure(object)) return object.code === 'absent' ? false : object;
    return slot !== undefined && isPresent(slot, fieldOf(object, name));
  };
  return { ...part(tree, BOOL, run), cost: checked.cost };
};
