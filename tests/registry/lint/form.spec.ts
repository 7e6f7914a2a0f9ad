import { describe, expect, it } from '@jest/globals';
import { type Planted, lint } from './planted.ts';

/** A mistake in words, what is planted, and the line that lint must print. */
type Row = [mistake: string, planted: Planted, finding: string];

const text = (title: string, more: object = {}) => ({ type: 'string', title, ...more });
const roster = (properties: object, more: object = {}, row: object = {}) => ({
  type: 'array',
  title: 'Rows',
  maxItems: 20,
  items: { type: 'object', properties, ...row },
  ...more,
});

const ROWS: Row[] = [
  [
    'a required field that does not exist',
    { form: { required: ['glas'] } },
    'trial.json:14:5 unknown-field: There is no field "glas" → Did you mean "glass"?',
  ],
  [
    'a condition on a field that does not exist',
    { form: { if: { properties: { glas: { const: 'x' } } }, then: { required: ['glass'] } } },
    'unknown-field: There is no field "glas"',
  ],
  [
    'a consequence for a field that does not exist',
    { form: { if: { required: ['glass'] }, then: { properties: { wik: false } } } },
    'unknown-field: There is no field "wik" → Known: glass',
  ],
  [
    'a limit by a field that rows do not have',
    { fields: { rows: roster({ n: text('N') }, { 'x-limit': { by: ['m'], max: 1 } }) } },
    'unknown-field: There is no field "m"',
  ],
  [
    'a printed column that does not exist',
    {
      fields: { rows: roster({ n: text('N') }) },
      form: { 'x-layout': { mode: 'table', roster: 'rows', columns: ['n', { template: '{nn}' }] } },
    },
    'unknown-field: There is no field "nn"',
  ],
  [
    'an option that asks for a text that does not exist',
    { fields: { kind: { title: 'Kind', oneOf: [{ const: 'o', title: 'Other', 'x-other': 'kind_other' }] } } },
    'unknown-field: There is no field "kind_other"',
  ],
  [
    'a rule placed at a field of another row',
    { fields: { rows: roster({ n: text('N') }, {}, { 'x-rules': [{ expr: 'true', message: 'M', at: 'glass' }] }) } },
    'unknown-field: There is no field "glass" → Known: n',
  ],
  [
    'a table that does not exist',
    { fields: { oil: { title: 'Oil', 'x-options': 'oils' } } },
    'unknown-table: There is no table "oils"',
  ],
  [
    'a workflow to pick from that does not exist',
    { fields: { earlier: text('Earlier', { 'x-ref': { workflow: 'trail', show: [] } }) } },
    'unknown-workflow: There is no workflow "trail" → Did you mean "trial"?',
  ],
  [
    'a list without a limit',
    { fields: { rows: { ...roster({ n: text('N') }), maxItems: undefined } } },
    'trial.json:7:5 array-without-max-items: A list needs a limit',
  ],
  [
    'a file without kinds and size',
    { fields: { photo: text('Photo', { 'x-widget': 'file' }) } },
    'file-without-rule: A field for files says which kinds, how large and how many',
  ],
  [
    'a pattern with look-ahead',
    { fields: { code: text('Code', { pattern: '(?=a)b' }) } },
    'trial.json:10:18 pattern-unsupported: The pattern is wrong, or uses look-around or back-references',
  ],
  [
    'a pattern inside a condition that cannot run',
    { form: { if: { properties: { glass: { pattern: '(a)\\1' } } }, then: { required: ['glass'] } } },
    'pattern-unsupported',
  ],
  [
    'a code used twice',
    {
      fields: {
        oil: {
          title: 'Oil',
          oneOf: [
            { const: 1, title: 'A' },
            { const: 1, title: 'B' },
          ],
        },
      },
    },
    'option-twice: The code 1 is there twice',
  ],
  [
    'a choice from an empty table',
    {
      programme: { tables: '{oils: {columns: {title: text}, rows: {}}}' },
      fields: { oil: { title: 'Oil', 'x-options': 'oils' } },
    },
    'options-empty: The table "oils" has no rows',
  ],
  [
    'choices on the list instead of its items',
    {
      fields: {
        oils: {
          type: 'array',
          title: 'Oils',
          maxItems: 3,
          items: { type: 'string' },
          oneOf: [{ const: 1, title: 'A' }],
        },
      },
    },
    'choice-misplaced: The choices of a list stand in its items',
  ],
  [
    'choices given in two ways',
    {
      programme: { tables: '{oils: {columns: {title: text}, rows: {a: {title: A}}}}' },
      fields: { oil: { title: 'Oil', oneOf: [{ const: 1, title: 'A' }], 'x-options': 'oils' } },
    },
    'choice-misplaced: The choices are given in more than one way: oneOf, x-options',
  ],
  [
    'a text for “other” that is always required',
    {
      fields: { kind: { title: 'K', oneOf: [{ const: 'o', title: 'Other', 'x-other': 'more' }] }, more: text('More') },
      form: { required: ['more'] },
    },
    'other-not-text: "more" must not stand in required',
  ],
  [
    'a number for “other, please state”',
    {
      fields: {
        kind: { title: 'K', oneOf: [{ const: 'o', title: 'Other', 'x-other': 'more' }] },
        more: { type: 'integer', title: 'M' },
      },
    },
    'other-not-text: "more" must be a text',
  ],
  [
    'a field that is required and hidden',
    { form: { required: ['glass'], if: { required: ['glass'] }, then: {}, else: { properties: { glass: false } } } },
    'required-but-hidden: "glass" is always required, and this hides it',
  ],
  [
    'a field without a type',
    { fields: { x: { title: 'X' } } },
    'trial.json:7:5 field-without-type: The field has no type',
  ],
  [
    'a keyword of texts on a number',
    { fields: { n: { type: 'integer', title: 'N', maxLength: 3 } } },
    'keyword-misplaced: maxLength is for a text; this is a number → Delete maxLength, or mend the type',
  ],
  ['then without if', { form: { then: { required: ['glass'] } } }, 'keyword-misplaced: then and else need an if'],
  [
    'a condition that does nothing',
    { form: { if: { required: ['glass'] } } },
    'condition-misfit: An if without then and else does nothing → Add then or else',
  ],
  [
    'a condition on a code that the field never has',
    {
      fields: { oil: { title: 'Oil', oneOf: [{ const: 1, title: 'A' }] }, why: text('Why') },
      form: { if: { properties: { oil: { const: '1' } } }, then: { required: ['why'] } },
    },
    'condition-misfit: This field can never be "1"',
  ],
  [
    'a condition on the length of a number',
    {
      fields: { n: { type: 'integer', title: 'N' }, why: text('Why') },
      form: { if: { properties: { n: { minLength: 2 } } }, then: { required: ['why'] } },
    },
    'condition-misfit: minLength has no meaning for a number',
  ],
  [
    'a roster in a roster',
    { fields: { rows: roster({ inner: roster({ n: text('N') }) }) } },
    'roster-in-roster: A roster cannot stand inside a roster',
  ],
  [
    'two rosters of one name',
    {
      fields: {
        rows: roster({ n: text('N') }),
        part: { type: 'object', title: 'P', properties: { rows: roster({ n: text('N') }) } },
      },
    },
    'roster-twice: Two rosters of the form are called "rows"',
  ],
  [
    'a default that is no word',
    { fields: { by: text('By', { 'x-default': 'user.nam' }) } },
    'unknown-default: There is no default "user.nam" → Did you mean "user.name"?',
  ],
  [
    'a title in several languages where plain text must stand',
    { fields: { x: { type: 'string', title: { en: 'X' } } } },
    'title-form: In a form `title` is plain text → Put other languages under x-title',
  ],
  [
    'a reference to nothing',
    { fields: { x: { $ref: '#/$defs/lmp' } }, form: { $defs: { lamp: text('Lamp') } } },
    'unknown-ref: There is no "lmp" in $defs → Did you mean "#/$defs/lamp"?',
  ],
  [
    'an expression that cannot be read',
    { form: { 'x-rules': [{ expr: 'form.glass ==', message: 'M' }] } },
    'trial.json:15:15 expression-',
  ],
  [
    'an expression about a field that does not exist',
    { form: { 'x-rules': [{ expr: "form.glas == 'x'", message: 'M' }] } },
    'expression-unknown-field',
  ],
  [
    'an expression of the wrong type',
    { form: { 'x-rules': [{ expr: 'form.glass', message: 'M' }] } },
    'expression-wrong-result',
  ],
  [
    'a message with an expression about nothing',
    { form: { 'x-rules': [{ expr: 'true', message: 'Not {form.wick}' }] } },
    'expression-unknown-field: Expression "{form.wick}"',
  ],
  [
    'a computed value of another type than its field',
    { fields: { n: { type: 'integer', title: 'N', 'x-computed': "'a'" } } },
    'expression-wrong-result',
  ],
  [
    'fields that are computed from each other',
    {
      fields: {
        a: { type: 'integer', title: 'A', 'x-computed': 'form.b' },
        b: { type: 'integer', title: 'B', 'x-computed': 'form.a' },
        c: { type: 'integer', title: 'C', 'x-computed': '1' },
      },
    },
    'computed-circle: These are computed from each other and never get a value: a, b → Compute one of them',
  ],
];

describe('lint of forms', () => {
  it.each(ROWS)('finds %s', (_, planted, finding) => {
    expect(lint(planted).errors.join('\n')).toContain(finding);
  });

  it('tells a mistake in a form once, however many workflows use it', () => {
    const { errors } = lint({ form: { 'x-rules': [{ expr: 'form.nothing', message: 'M' }] } });
    expect(errors).toHaveLength(1);
  });
});

const WARNINGS: Row[] = [
  [
    'an example of a field that is not there',
    {
      fields: {
        rows: {
          type: 'array',
          title: 'Rows',
          maxItems: 5,
          'x-example': { glas: 'blue' },
          items: { type: 'object', properties: { glass: { type: 'string', title: 'Glass', maxLength: 20 } } },
        },
      },
    },
    'unknown-in-example: There is no field "glas" → Did you mean "glass"?',
  ],
  [
    'a field without a title',
    { fields: { x: { type: 'string' } } },
    'trial.json:7:5 title-missing: There is no title; people would see the key',
  ],
  [
    'a title missing in a language of the programme',
    { programme: { locales: '[en, pt]', title: '{en: Lanterns, pt: Lanternas}' } },
    'title-missing: The title is missing in pt → Add "x-title": {"pt": …}',
  ],
  [
    'a division of whole numbers',
    {
      fields: {
        n: { type: 'integer', title: 'N' },
        m: { type: 'number', title: 'M', 'x-computed': 'has(form.n) ? form.n / 2 : 0' },
      },
    },
    'expression-integer-division',
  ],
];

describe('warnings of lint about forms', () => {
  it.each(WARNINGS)('warns of %s', (_, planted, finding) => {
    expect(lint(planted).warnings.join('\n')).toContain(finding);
  });
});
