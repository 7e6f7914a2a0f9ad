import type { Field } from '../contract/definition/field.ts';
import type { Form } from '../contract/definition/form.ts';
import { didYouMean } from '../engine/expression-suggest.ts';
import { LIMITS } from './limits.ts';
import { type Fault, type Path, say } from './place.ts';

/** Writes every `$ref` of a form out, so that nobody after this has to follow one. */

interface Walk {
  readonly defs: Record<string, Field>;
  readonly faults: Fault[];
  nodes: number;
}

const keyOf = (ref: string): string => ref.slice('#/$defs/'.length);

const unknownRef = (walk: Walk, path: Path, key: string): Fault => {
  const meant = didYouMean(key, Object.keys(walk.defs));
  return {
    code: 'unknown-ref',
    path: [...path, '$ref'],
    message: say(`$defs 中没有“${key}”`, `There is no "${key}" in $defs`),
    suggestion:
      meant === undefined ? undefined : say(`是否要写“#/$defs/${meant}”？`, `Did you mean "#/$defs/${meant}"?`),
  };
};

const follow = (walk: Walk, path: Path, field: Field, seen: readonly string[]): Field => {
  if (field.$ref === undefined) return field;
  const key = keyOf(field.$ref);
  const { $ref, ...own } = field;
  const target = Object.hasOwn(walk.defs, key) ? walk.defs[key] : undefined;
  if (target === undefined) {
    walk.faults.push(unknownRef(walk, path, key));
    return own;
  }
  if (seen.includes(key)) {
    const message = say(`“${$ref}”引用了自己`, `"${$ref}" refers to itself`);
    walk.faults.push({ code: 'ref-cycle', path: [...path, '$ref'], message });
    return own;
  }
  return writeOutField(walk, path, { ...target, ...own }, [...seen, key]);
};

const countNodes = (field: Field): number => 1 + Object.keys(field).length + (field.oneOf?.length ?? 0) * 3;

const writeOutField = (walk: Walk, path: Path, given: Field, seen: readonly string[]): Field => {
  if (walk.nodes > LIMITS.formNodes) return given;
  if (given.$ref !== undefined) return follow(walk, path, given, seen);
  walk.nodes += countNodes(given);
  const field = { ...given };
  if (given.properties !== undefined)
    field.properties = Object.fromEntries(
      Object.entries(given.properties).map(([key, inner]) => [
        key,
        writeOutField(walk, [...path, 'properties', key], inner, seen),
      ]),
    );
  if (given.items !== undefined) field.items = writeOutField(walk, [...path, 'items'], given.items, seen);
  return field;
};

/** The form without `$ref` and `$defs`; an unknown or circular one, or too large a form, is a fault. */
export const writeOut = (form: Form): { form: Form; faults: Fault[] } => {
  const { $defs = {}, ...rest } = form;
  const walk: Walk = { defs: $defs, faults: [], nodes: 0 };
  const { properties = {} } = writeOutField(walk, [], rest, []);
  if (walk.nodes > LIMITS.formNodes)
    walk.faults.push({
      code: 'too-many-values',
      path: [],
      message: say(
        `表单展开后超过 ${String(LIMITS.formNodes)} 个值`,
        `Written out, the form has more than ${String(LIMITS.formNodes)} values`,
      ),
      suggestion: say('请拆成几张表单', 'Split it into several forms'),
    });
  return { form: { ...rest, properties }, faults: walk.faults };
};
