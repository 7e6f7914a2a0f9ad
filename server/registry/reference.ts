import { z } from 'zod';
import { Area, RoleActor } from '../contract/definition/actor.ts';
import { Audience } from '../contract/definition/audience.ts';
import { Deadline, DueRule, Periods } from '../contract/definition/deadline.ts';
import {
  Code,
  Condition,
  Consequence,
  Field,
  Limit,
  Limits,
  OptionsSource,
  Probe,
} from '../contract/definition/field.ts';
import { Param } from '../contract/definition/programme.ts';
import { Requirement } from '../contract/definition/requirement.ts';
import { Day, Duration, Expression, LocalTime, TimeOfDay } from '../contract/duration.ts';
import { DEFINITION_KINDS, type DefinitionKind, FieldPath, Key } from '../contract/key.ts';
import { LocalText, Locale } from '../contract/text.ts';
import { SHAPES } from './definition.ts';

/** The vocabulary of definitions as the shapes have it, word by word: what a reference must tell, and may not add. */

/** One word of a definition. `where` leads from the top to the object that holds it; empty is the top itself. */
export interface Word {
  where: string;
  word: string;
  /** In words, as a reader of Markdown sees it: ``list of keys``, `` `open` or `done` ``. */
  type: string;
  isRequired: boolean;
}

/** Small things that have a name of their own in every table. */
const NAMED: Record<string, z.ZodType> = {
  key: Key,
  'field path': FieldPath,
  text: LocalText,
  language: Locale,
  duration: Duration,
  day: Day,
  'time of day': TimeOfDay,
  'local time': LocalTime,
  expression: Expression,
  code: Code,
};

/** Objects that stand in several places: their words are told at the first of them. */
const SHARED: Record<string, z.ZodType> = {
  Area,
  Audience,
  Condition,
  Consequence,
  Deadline,
  DueRule,
  Field,
  Limit,
  Limits,
  OptionsSource,
  Param,
  Periods,
  Probe,
  Requirement,
  RoleActor,
};

/** Objects whose words another object has taken in as its own: told there, with its kind and place. */
const TAKEN_IN = { Field: 'Form ', DueRule: 'Workflow deadlines.<key>' };

/** Objects that a programme's bindings repeat: they are told where they belong, further down. */
const TOLD_LATER = {
  Audience: 'Workflow subject.audience',
  Deadline: 'Workflow deadlines.<key>',
  Periods: 'Workflow periods',
};

type Node = z.core.JSONSchema.JSONSchema;

const nodeOf = (shape: z.ZodType): Node => {
  const names = z.registry<{ id: string }>();
  for (const [id, named] of Object.entries({ ...NAMED, ...SHARED })) if (named !== shape) names.add(named, { id });
  return z.toJSONSchema(shape, { metadata: names });
};

interface Walk {
  kind: DefinitionKind;
  root: Node;
  /** Where the words of a shared object are told, by its name. */
  told: Map<string, string>;
  /** Every object at a place, each as its words; several where one or the other may stand there. */
  objects: Map<string, Omit<Word, 'where'>[][]>;
}

const code = (value: unknown): string => `\`${String(value)}\``;

const span = (least: number | undefined, most: number | undefined): string => {
  if (least === undefined && most === undefined) return '';
  if (least === undefined || least === 0) return most === undefined ? '' : ` ≤ ${most}`;
  return most === undefined ? ` ≥ ${least}` : least === most ? ` = ${least}` : ` ${least}–${most}`;
};

const isWithin = (limit: number | undefined): number | undefined =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;

const plainText = ({ format, minLength, maxLength }: Node): string =>
  format === 'date' ? 'day' : `plain text${span(minLength, maxLength)}`;

const number = ({ type, minimum, maximum, exclusiveMinimum }: Node): string => {
  const bound = exclusiveMinimum === undefined ? span(isWithin(minimum), isWithin(maximum)) : ` > ${exclusiveMinimum}`;
  return `${type === 'integer' ? 'whole number' : 'number'}${bound}`;
};

const placeText = (kind: DefinitionKind, told: string): string => {
  const [of = '', where = ''] = told.split(' ');
  const name = where === '' ? (of === 'Form' ? 'a field' : of) : code(where);
  return of === kind || where === '' ? name : `${of} ${name}`;
};

const referred = (walk: Walk, ref: string, where: string): string => {
  if (ref === '#') return placeText(walk.kind, `${walk.kind} `);
  const name = ref.slice('#/$defs/'.length);
  if (name in NAMED) return name;
  const told = walk.told.get(name);
  if (told !== undefined) return placeText(walk.kind, told);
  walk.told.set(name, `${walk.kind} ${where}`);
  return typeOf(walk, walk.root.$defs?.[name] ?? {}, where);
};

const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null;

/** The type of an object in words; its own words are noted on the way. */
const objectType = (walk: Walk, node: Node, where: string): string => {
  const { properties, required = [], additionalProperties } = node;
  const free =
    isNode(additionalProperties) && Object.keys(additionalProperties).length > 0 ? additionalProperties : null;
  if (properties === undefined) {
    return free === null
      ? 'any values by name'
      : `by key: ${typeOf(walk, free, `${where}${where === '' ? '' : '.'}<key>`)}`;
  }
  const words: Omit<Word, 'where'>[] = [];
  walk.objects.set(where, [...(walk.objects.get(where) ?? []), words]);
  for (const [word, inner] of Object.entries(properties)) {
    const type = typeOf(walk, inner, where === '' ? word : `${where}.${word}`);
    words.push({ word, type, isRequired: required.includes(word) });
  }
  if (free !== null) words.push({ word: '<key>', type: typeOf(walk, free, where), isRequired: false });
  return '{…}';
};

const typeOf = (walk: Walk, node: Node | boolean, where: string): string => {
  if (typeof node === 'boolean') return 'any value';
  if (node.$ref !== undefined) return referred(walk, node.$ref, where);
  if (node.const !== undefined) return code(node.const);
  if (node.enum !== undefined) return node.enum.map(code).join(', ');
  const either = node.anyOf ?? node.oneOf;
  if (either !== undefined) {
    return [...new Set(either.map((one) => typeOf(walk, one, where)))].join(' or ');
  }
  const { type } = node;
  if (Array.isArray(type)) return type.map((one) => typeOf(walk, { type: one }, where)).join(' or ');
  switch (type) {
    case 'array': {
      const items = isNode(node.items) ? typeOf(walk, node.items, `${where}[]`) : 'anything';
      return `list${span(node.minItems, node.maxItems)} of ${items}`;
    }
    case 'object':
      return objectType(walk, node, where);
    case 'string':
      return plainText(node);
    case 'integer':
    case 'number':
      return number(node);
    case 'boolean':
      return 'true or false';
    case 'null':
    case undefined:
    default:
      return 'any value';
  }
};

/** The words of one place: a word of several alternatives stands once, and must be there only where all ask for it. */
const merged = (where: string, objects: Omit<Word, 'where'>[][]): Word[] => {
  const names = [...new Set(objects.flat().map(({ word }) => word))];
  return names.map((word) => {
    const found = objects.flatMap((words) => words.filter((one) => one.word === word));
    const types = [...new Set(found.map(({ type }) => type))];
    const isRequired = found.length === objects.length && found.every((one) => one.isRequired);
    return { where, word, type: types.join(' or '), isRequired };
  });
};

const walked = (shape: z.ZodType, kind: DefinitionKind, told: Walk['told']): Word[] => {
  const walk: Walk = { kind, root: nodeOf(shape), told, objects: new Map([['', []]]) };
  typeOf(walk, walk.root, '');
  return [...walk.objects].flatMap(([where, objects]) => merged(where, objects));
};

/** A form is a field at the top, with a few words of its own: only these are told of it, at the place `form`. */
const formWords = (told: Walk['told']): Word[] => {
  const ofFields = walked(Field, 'Form', told);
  const identity = ({ where, word, isRequired }: Word): string => [where, word, isRequired].join(' ');
  const known = new Set(ofFields.map(identity));
  const own = walked(SHAPES.Form, 'Form', told).filter((word) => !known.has(identity(word)));
  return [...ofFields, ...own.map((word) => (word.where === '' ? { ...word, where: 'form' } : word))];
};

/** Every word of every kind of definition, in the order of the shapes. */
export const vocabulary = (): Record<DefinitionKind, Word[]> => {
  const told: Walk['told'] = new Map(Object.entries(TAKEN_IN));
  const form = formWords(told);
  const ahead = new Map([...told, ...Object.entries(TOLD_LATER)]);
  const programme = walked(SHAPES.Programme, 'Programme', ahead);
  for (const [name, place] of ahead) if (!(name in TOLD_LATER)) told.set(name, place);
  const others = { Form: form, Programme: programme };
  return Object.fromEntries(
    DEFINITION_KINDS.map((kind) => [
      kind,
      kind === 'Form' || kind === 'Programme' ? others[kind] : walked(SHAPES[kind], kind, told),
    ]),
  ) as Record<DefinitionKind, Word[]>;
};
