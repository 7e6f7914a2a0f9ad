import { z } from 'zod';
import { Key } from '../key.ts';
import { Locale, LocalText } from '../text.ts';
import { Expression } from '../duration.ts';

/**
 * The closed vocabulary of one field (or object, or roster) of a form: a subset of JSON Schema 2020-12 with `x-` keywords.
 * In the file `title` is plain text, as every JSON Schema tool expects, and `x-title` adds other languages;
 * once loaded, `title` holds the text in all languages, `x-title` is gone and every `$ref` stands written out.
 */

export const Code = z.union([z.string().max(200), z.number(), z.boolean()]);
export type Code = z.infer<typeof Code>;

/** The same title in further languages, by language tag. */
const OtherTitles = z.record(Locale, z.string().max(2000));

/** One choice: the code is permanent, the title is free. `x-other` names the text field that this choice asks for. */
export const Option = z.strictObject({
  const: Code,
  title: LocalText,
  'x-title': OtherTitles.optional(),
  'x-other': Key.optional(),
  'x-retired': z.boolean().optional(),
});
export type Option = z.infer<typeof Option>;

const SEVERITIES = ['error', 'warning', 'waivable'] as const;
export const Rule = z.strictObject({
  expr: Expression,
  message: LocalText,
  severity: z.enum(SEVERITIES).optional(),
  at: z.string().max(200).optional(),
});
export type Rule = z.infer<typeof Rule>;

const NORMALIZE_STEPS = ['nfkc', 'trim', 'digits', 'list', 'ditto', 'thousands', 'prefix'] as const;
const WIDGETS = ['textarea', 'money', 'radio', 'select', 'organisation', 'file', 'month', 'fixed'] as const;
const FORMATS = ['date', 'date-time', 'month', 'time', 'email', 'uri', 'uuid'] as const;
const TYPES = ['string', 'integer', 'number', 'boolean', 'array', 'object'] as const;
export const PRIVACY_KINDS = ['name', 'phone', 'id_number', 'address', 'sensitive'] as const;
export type PrivacyKind = (typeof PRIVACY_KINDS)[number];

/** A table of the programme as a list of choices; `where` narrows it for one organisation (variables: option, org, params, tables). */
export const OptionsSource = z.union([Key, z.strictObject({ table: Key, where: Expression.optional() })]);
export type OptionsSource = z.infer<typeof OptionsSource>;

export const Limit = z.strictObject({
  by: z.array(Key).min(1).max(8),
  max: z.int().min(1).max(10_000),
  message: LocalText.optional(),
});
export type Limit = z.infer<typeof Limit>;

export const Total = z.strictObject({
  total: z.string().max(200),
  parts: z.array(z.string().max(200)).min(1).max(200),
  relation: z.enum(['eq', 'ge']).optional(),
  message: LocalText.optional(),
});
export type Total = z.infer<typeof Total>;

export const Checksum = z.strictObject({
  weights: z.array(z.int()).min(1).max(64),
  mod: z.int().min(2).max(1000),
  alphabet: z.string().min(2).max(100),
});
export type Checksum = z.infer<typeof Checksum>;

export const FileRule = z.strictObject({
  types: z.array(z.string().max(100)).min(1).max(30),
  minBytes: z.int().min(0).optional(),
  maxBytes: z.int().min(1).max(200_000_000),
  maxCount: z.int().min(1).max(100),
  pixels: z.strictObject({ min: z.int().optional(), max: z.int().optional() }).optional(),
  name: z.string().max(200).optional(),
  /** What whoever uploads a picture may declare; without it the picture is shown to nobody but the case's own people. */
  declare: LocalText.optional(),
});
export type FileRule = z.infer<typeof FileRule>;

const Reference = z.strictObject({
  workflow: Key,
  show: z.array(Key).max(10),
  fill: z.record(Key, z.string().max(200)).optional(),
});

/** Limits on one value, as a condition asks for them or a consequence adds them. */
const BareLimits = z.strictObject({
  const: Code.optional(),
  enum: z.array(Code).min(1).max(500).optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).max(100_000).optional(),
  pattern: z.string().max(500).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(0).max(20_000).optional(),
});

/** What a condition asks of one value; `contains` is asked of a multiple choice. */
export const Probe = BareLimits.extend({
  required: z.array(Key).optional(),
  get contains() {
    return Probe.optional();
  },
  get not() {
    return Probe.optional();
  },
  get properties() {
    return z.record(Key, Probe).optional();
  },
});
export type Probe = z.infer<typeof Probe>;

/** `if` of a condition: what must hold of sibling values. */
export const Condition = z.strictObject({
  properties: z.record(Key, Probe).optional(),
  required: z.array(Key).optional(),
  get not() {
    return Condition.optional();
  },
  get allOf() {
    return z.array(Condition).min(1).max(20).optional();
  },
  get anyOf() {
    return z.array(Condition).min(1).max(20).optional();
  },
});
export type Condition = z.infer<typeof Condition>;

/** Limits that a consequence adds to one field, or to the fields of a section. */
export const Limits = BareLimits.extend({
  required: z.array(Key).optional(),
  get properties() {
    return z.record(Key, z.union([z.literal(false), Limits])).optional();
  },
});
export type Limits = z.infer<typeof Limits>;

/** `then` or `else` of a condition: may only require, limit, or forbid (a field set to `false` is hidden). */
export const Consequence = z.strictObject({
  required: z.array(Key).optional(),
  properties: z.record(Key, z.union([z.literal(false), Limits])).optional(),
});
export type Consequence = z.infer<typeof Consequence>;

export const Conditional = z.strictObject({
  if: Condition,
  then: Consequence.optional(),
  else: Consequence.optional(),
});
export type Conditional = z.infer<typeof Conditional>;

/** A field, a section (object) or a roster (array of objects). */
export const Field = z.strictObject({
  type: z.enum(TYPES).optional(),
  title: LocalText.optional(),
  'x-title': OtherTitles.optional(),
  description: z.string().max(2000).optional(),
  format: z.enum(FORMATS).optional(),
  const: Code.optional(),
  enum: z.array(Code).max(500).optional(),
  oneOf: z.array(Option).min(1).max(500).optional(),
  minLength: z.int().min(0).optional(),
  maxLength: z.int().min(0).max(100_000).optional(),
  pattern: z.string().max(500).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  exclusiveMinimum: z.number().optional(),
  exclusiveMaximum: z.number().optional(),
  multipleOf: z.number().positive().optional(),
  minItems: z.int().min(0).optional(),
  maxItems: z.int().min(1).max(20_000).optional(),
  uniqueItems: z.boolean().optional(),
  'x-widget': z.enum(WIDGETS).optional(),
  'x-options': z.union([OptionsSource, z.array(OptionsSource).max(10)]).optional(),
  /** With `x-options`: the text field that rows with a true column `other` ask for. */
  'x-other': Key.optional(),
  'x-computed': Expression.optional(),
  'x-rules': z.array(Rule).max(100).optional(),
  'x-limit': z.union([Limit, z.array(Limit).max(10)]).optional(),
  'x-totals': z.array(Total).max(100).optional(),
  'x-normalize': z.array(z.enum(NORMALIZE_STEPS)).optional(),
  'x-checksum': Checksum.optional(),
  'x-na': z.string().max(20).optional(),
  'x-default': z
    .union([
      z.string().max(200),
      z.number(),
      z.boolean(),
      z.strictObject({ table: Key, columns: z.record(Key, Key).optional() }),
    ])
    .optional(),
  'x-ref': Reference.optional(),
  'x-help': LocalText.optional(),
  'x-placeholder': LocalText.optional(),
  'x-example': z.unknown().optional(),
  'x-messages': z.record(z.string(), LocalText).optional(),
  'x-pii': z.enum(PRIVACY_KINDS).optional(),
  'x-file': FileRule.optional(),
  'x-width': z.number().min(1).max(100).optional(),
  $ref: z
    .string()
    .regex(/^#\/\$defs\/[a-z][a-z0-9_]{0,62}$/, 'a reference stays inside the file: #/$defs/<key>')
    .optional(),
  required: z.array(Key).optional(),
  dependentRequired: z.record(Key, z.array(Key)).optional(),
  if: Condition.optional(),
  then: Consequence.optional(),
  else: Consequence.optional(),
  allOf: z.array(Conditional).max(100).optional(),
  get properties() {
    return z.record(Key, Field).optional();
  },
  get items() {
    return Field.optional();
  },
});
export type Field = z.infer<typeof Field>;
