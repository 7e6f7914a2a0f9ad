import { describe, expect, it } from '@jest/globals';
import { localizeErrors } from '../../server/engine/form/messages.ts';
import { MOST_ERRORS, formValidator } from '../../server/registry/form-validator.ts';
import { buildModels } from '../../server/registry/shelf.ts';
import { aForm, aProgramme } from './lint/lantern.ts';
import { aSource } from './trial.ts';

const TABLES =
  '{oils: {columns: {title: text, other: bool}, rows: {whale: {title: Whale}, olive: {title: Olive}, else: {title: Else, other: true}}}}';

/** A form that compiles, and what its validator says of data: pointer and keyword. */
const compiled = (properties: Record<string, unknown>, more: Record<string, unknown> = {}) => {
  const shelf = buildModels([
    aSource('Programme', aProgramme({ tables: TABLES })),
    aSource('Form', aForm(properties, more)),
  ]);
  expect(shelf.findings.map(({ message }) => message.en)).toEqual([]);
  const loaded = shelf.programmes.get('trial')?.forms.get('trial');
  if (loaded === undefined) throw new Error('the form was not loaded');
  const validate = formValidator(loaded.schema);
  const wrong = (data: unknown): string[] =>
    localizeErrors(loaded.form, validate(data), 'en').map(({ pointer, code }) => `${pointer} ${code}`);
  return { ...loaded, wrong };
};

const ID = '0f8fad5b-d9cb-469f-a165-70867728950e';

describe('compiled forms', () => {
  it('closes every object: the head, sections and rows', () => {
    const row = { type: 'object', properties: { n: { type: 'integer' } } };
    const { wrong } = compiled({
      part: { type: 'object', properties: { a: { type: 'string' } } },
      rows: { type: 'array', maxItems: 3, items: row },
    });
    expect(wrong({ status: 'done', part: { organisation_id: 1 }, rows: [{ n: 1, role: 'admin' }] })).toEqual([
      '/status additionalProperties',
      '/part/organisation_id additionalProperties',
      '/rows/0/role additionalProperties',
    ]);
    expect(wrong(JSON.parse('{"__proto__": {"polluted": 1}, "constructor": 1}'))).toEqual([
      '/__proto__ additionalProperties',
      '/constructor additionalProperties',
    ]);
  });

  it.each([[null], [[]], ['x'], [1], [true]])('says of %j only that it is no form', (data) => {
    expect(compiled({ a: { type: 'string' } }, { required: ['a'] }).wrong(data)).toEqual([' type']);
  });

  it('points at the missing value itself', () => {
    const row = { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } };
    const { wrong } = compiled(
      { rows: { type: 'array', maxItems: 3, items: row }, a: { type: 'string' } },
      { required: ['a'] },
    );
    expect(wrong({ rows: [{ n: 1 }, {}] })).toEqual(['/a required', '/rows/1/n required']);
  });

  it('gives every row an id and refuses one that is none', () => {
    const { wrong, schema } = compiled({
      rows: { type: 'array', maxItems: 3, items: { type: 'object', properties: {} } },
    });
    expect(schema).toMatchObject({ properties: { rows: { items: { properties: { _id: { format: 'uuid' } } } } } });
    expect(wrong({ rows: [{ _id: ID }, {}, { _id: 'x' }] })).toEqual(['/rows/2/_id format']);
  });

  it('tells of a wrong choice once, however many choices there are', () => {
    const oneOf = Array.from({ length: 300 }, (_, n) => ({ const: `c${n}`, title: `C${n}` }));
    expect(compiled({ a: { title: 'A', oneOf } }).wrong({ a: 'c300' })).toEqual(['/a enum']);
  });

  it('takes choices from a table, and codes for what they are', () => {
    const { wrong } = compiled({ oil: { 'x-options': 'oils' }, n: { oneOf: [{ const: 1, title: 'One' }] } });
    expect(wrong({ oil: 'olive', n: 1 })).toEqual([]);
    expect(wrong({ oil: 'crude', n: '1' })).toEqual(['/oil enum', '/n type']);
  });

  it('unites the tables of several sources, whatever narrows them later', () => {
    const tables =
      '{a: {columns: {title: text}, rows: {x: {title: X}}}, b: {columns: {title: text}, rows: {y: {title: Y}}}}';
    const source = aForm({ c: { 'x-options': ['a', { table: 'b', where: 'false' }] } });
    const shelf = buildModels([aSource('Programme', aProgramme({ tables })), aSource('Form', source)]);
    expect(shelf.programmes.get('trial')?.forms.get('trial')?.schema).toMatchObject({
      properties: { c: { enum: ['x', 'y'] } },
    });
  });

  it('asks for the text of “other” only then, in single and multiple choices and from tables', () => {
    const oneOf = [
      { const: 1, title: 'One' },
      { const: 9, title: 'Other', 'x-other': 'what' },
    ];
    const { wrong } = compiled({
      several: { type: 'array', maxItems: 2, items: { oneOf } },
      what: { type: 'string', minLength: 1 },
      oil: { 'x-options': 'oils', 'x-other': 'which' },
      which: { type: 'string' },
    });
    expect(wrong({ several: [1, 9] })).toEqual(['/what required']);
    expect(wrong({ several: [1], what: 'no' })).toEqual(['/what false']);
    expect(wrong({ several: [9], what: 'yes', oil: 'else' })).toEqual(['/which required']);
    expect(wrong({ oil: 'olive', which: 'no' })).toEqual(['/which false']);
    expect(wrong({})).toEqual([]);
  });

  it('asks for one text if any of several questions needs it', () => {
    const oneOf = [
      { const: 'o', title: 'Other', 'x-other': 'what' },
      { const: 'n', title: 'None' },
    ];
    const { wrong } = compiled({ a: { oneOf }, b: { oneOf }, what: { type: 'string' } });
    expect(wrong({ a: 'n', b: 'o' })).toEqual(['/what required']);
    expect(wrong({ a: 'n', b: 'n', what: 'x' })).toEqual(['/what false']);
    expect(wrong({ a: 'o', b: 'n', what: 'x' })).toEqual([]);
  });

  it('turns dependentRequired into a condition', () => {
    const { wrong, schema } = compiled(
      { a: { type: 'string' }, b: { type: 'string' } },
      { dependentRequired: { a: ['b'] } },
    );
    expect(schema.allOf).toEqual([{ if: { type: 'object', required: ['a'] }, then: { required: ['b'] } }]);
    expect(wrong({ a: 'x' })).toEqual(['/b required']);
  });

  it('hides and forbids, limits and requires by condition, down into sections', () => {
    const { wrong } = compiled(
      {
        paid: { type: 'boolean' },
        sum: { type: 'number' },
        part: { type: 'object', properties: { note: { type: 'string' }, why: { type: 'string' } } },
      },
      {
        if: { properties: { paid: { const: true } }, required: ['paid'] },
        then: {
          required: ['sum'],
          properties: { sum: { minimum: 1 }, part: { required: ['why'], properties: { note: false } } },
        },
        else: { properties: { sum: false } },
      },
    );
    expect(wrong({ paid: true })).toEqual(['/sum required']);
    expect(wrong({ paid: true, sum: 0, part: { note: 'n' } })).toEqual([
      '/sum minimum',
      '/part/why required',
      '/part/note false',
    ]);
    expect(wrong({ paid: false, sum: 5 })).toEqual(['/sum false']);
  });

  it('takes at least one of a required multiple choice, wherever it is required', () => {
    const several = { type: 'array', maxItems: 3, items: { oneOf: [{ const: 1, title: 'One' }] } };
    const { wrong } = compiled(
      { a: several, b: several, c: { type: 'boolean' } },
      { required: ['a'], if: { required: ['c'] }, then: { required: ['b'] } },
    );
    expect(wrong({ a: [], b: [] })).toEqual(['/a minItems']);
    expect(wrong({ a: [1], b: [], c: true })).toEqual(['/b minItems']);
  });

  it('accepts the mark for “not applicable” in place of a value, and no other text', () => {
    const { wrong } = compiled(
      { n: { type: 'integer', minimum: 1, 'x-na': '—' }, d: { type: 'string', format: 'date', 'x-na': '/' } },
      { required: ['n', 'd'] },
    );
    expect(wrong({ n: '—', d: '/' })).toEqual([]);
    expect(wrong({ n: 3, d: '2025-01-31' })).toEqual([]);
    expect(wrong({ n: 'none', d: 'none' })).toEqual(['/n type', '/d format']);
    expect(wrong({ n: 0, d: '—' })).toEqual(['/n minimum', '/d format']);
    expect(wrong({})).toEqual(['/n required', '/d required']);
  });

  it('caps files by their number', () => {
    const { wrong } = compiled({
      f: {
        type: 'array',
        maxItems: 9,
        items: { type: 'string', maxLength: 64 },
        'x-file': { types: ['image/png'], maxBytes: 1, maxCount: 1 },
      },
    });
    expect(wrong({ f: ['a', 'b'] })).toEqual(['/f maxItems']);
  });

  it.each([
    ['date', ['2024-02-29'], ['2023-02-29', '2024-2-1', '2024-13-01', '20240301', '']],
    ['month', ['2024-02'], ['2024-13', '2024-2', '2024-02-01']],
    ['time', ['17:30', '17:30:59'], ['24:00', '7:30', '17:60']],
    [
      'date-time',
      ['2024-02-29T17:30:00+08:00', '2024-02-29T17:30:00.5Z'],
      ['2024-02-29T17:30', '2023-02-29T17:30:00Z', '2024-02-29 17:30:00Z'],
    ],
    ['email', ['a.b@c.org'], ['a@b', '@c.org', 'a b@c.org', 'a@c..org', 'a@b@c.org']],
    ['uri', ['https://example.org/a?b#c'], ['javascript:alert(1)', 'data:text/html,x', 'ftp://a.b', 'https://']],
    ['uuid', [ID], ['x']],
  ])('knows the format %s', (format, right, wrong) => {
    const form = compiled({ a: { type: 'string', format } });
    for (const a of right) expect([a, form.wrong({ a })]).toEqual([a, []]);
    for (const a of wrong) expect([a, form.wrong({ a })]).toEqual([a, ['/a format']]);
  });

  it('writes references out, with own keywords on top', () => {
    const { form, wrong } = compiled(
      { a: { $ref: '#/$defs/short', title: 'Mine' } },
      { $defs: { short: { type: 'string', title: 'Theirs', maxLength: 2 } } },
    );
    expect(form.properties['a']).toEqual({ type: 'string', title: 'Mine', maxLength: 2 });
    expect(form).not.toHaveProperty('$defs');
    expect(wrong({ a: 'abc' })).toEqual(['/a maxLength']);
  });

  it('joins titles of all languages', () => {
    const { form } = compiled({ a: { type: 'string', title: 'Wick', 'x-title': { pt: 'Pavio' } } });
    expect(form.properties['a']).toEqual({ type: 'string', title: { en: 'Wick', pt: 'Pavio' } });
  });

  it('does not change what it validates', () => {
    const data = { a: ' 1 ', rows: [{}] };
    const copy = structuredClone(data);
    compiled({
      a: { type: 'string' },
      rows: { type: 'array', maxItems: 2, items: { type: 'object', properties: {} } },
    }).wrong(data);
    expect(data).toEqual(copy);
  });

  it('tells a bounded number of errors, however many there are', () => {
    const { schema } = compiled({
      rows: {
        type: 'array',
        maxItems: 20_000,
        items: { type: 'object', required: ['n'], properties: { n: { type: 'integer' } } },
      },
    });
    expect(formValidator(schema)({ rows: Array.from({ length: 10_000 }, () => ({})) })).toHaveLength(MOST_ERRORS);
  });

  it('compiles a form once', () => {
    const { schema } = compiled({ once: { type: 'string' } });
    expect(formValidator(structuredClone(schema))).toBe(formValidator(schema));
  });
});
