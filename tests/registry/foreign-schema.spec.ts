import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Form } from '../../server/contract/definition/form.ts';
import { readSchema } from '../../server/registry/foreign/read-schema.ts';
import { inspect } from '../../server/registry/inspect.ts';

const PROGRAMME = `apiVersion: formflow/v1
kind: Programme
key: p
title: P
zone: Europe/London
locales: [en]
organisation_kinds: {}
roles: {}
workflows: []
`;

const read = (schema: unknown) => {
  const answer = readSchema(typeof schema === 'string' ? schema : JSON.stringify(schema), 'sheet');
  if ('findings' in answer) throw new Error(JSON.stringify(answer.findings));
  return { ...answer, form: JSON.parse(answer.text) as Form };
};

const errorsOf = (text: string): string[] => {
  const { findings } = inspect([
    { name: { programme: 'p', kind: 'Programme', key: 'p' }, file: 'workflows/p/programme.yaml', text: PROGRAMME },
    { name: { programme: 'p', kind: 'Form', key: 'sheet' }, file: 'forms/p/sheet.json', text },
  ]);
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en);
};

/** As a tool of another make writes it: references, names in camel case, exclusive limits as flags. */
const FOREIGN = {
  $schema: 'http://json-schema.org/draft-04/schema#',
  id: 'https://example.org/boat.json',
  title: 'Boat',
  type: 'object',
  additionalProperties: false,
  required: ['boatName', 'crew'],
  properties: {
    boatName: { type: 'string', maxLength: 40, description: 'As painted', default: 'Ann' },
    length: { type: 'number', minimum: 0, exclusiveMinimum: true, format: 'double' },
    colour: { enum: ['r', 'g', null], enumNames: ['Red', 'Green', 'None'] },
    engine: {
      oneOf: [
        { const: 1, title: 'Diesel' },
        { const: 2, title: 'Electric' },
      ],
    },
    built: { type: ['string', 'null'], format: 'date' },
    home: { $ref: '#/definitions/port' },
    mail: { anyOf: [{ type: 'string', format: 'idn-email' }, { type: 'null' }] },
    crew: { type: 'array', items: { $ref: '#/definitions/person' } },
    flags: { type: 'array', items: { type: 'string', enum: ['a', 'b'] } },
    remarks: { type: 'array', items: { type: 'string' }, maxItems: 5 },
    insured: { type: 'boolean', readOnly: true },
    mystery: {},
  },
  dependencies: { insured: ['boatName'], engine: { properties: {} } },
  definitions: {
    port: { type: 'object', properties: { town: { type: 'string' }, next: { $ref: '#/definitions/port' } } },
    person: {
      allOf: [
        { properties: { name: { type: 'string' } }, required: ['name'] },
        { type: 'object', properties: { born: { type: 'string', format: 'hostname' } } },
      ],
    },
  },
};

describe('a JSON Schema of another origin', () => {
  it('becomes a form without errors that says the same', () => {
    const { form, text } = read(FOREIGN);
    expect(errorsOf(text)).toEqual([]);
    expect(form).toMatchObject({ $id: 'sheet', title: 'Boat', required: ['boat_name', 'crew'] });
    expect(form.properties).toMatchObject({
      boat_name: { type: 'string', maxLength: 40, 'x-help': 'As painted', 'x-default': 'Ann' },
      length: { type: 'number', exclusiveMinimum: 0 },
      colour: {
        oneOf: [
          { const: 'r', title: 'Red' },
          { const: 'g', title: 'Green' },
        ],
      },
      engine: {
        oneOf: [
          { const: 1, title: 'Diesel' },
          { const: 2, title: 'Electric' },
        ],
      },
      built: { type: 'string', format: 'date' },
      home: { type: 'object', properties: { town: { type: 'string' } } },
      mail: { type: 'string', format: 'email' },
      crew: { type: 'array', maxItems: 500, items: { required: ['name'], properties: { name: {}, born: {} } } },
      flags: { type: 'array', uniqueItems: true, maxItems: 2, items: { oneOf: [{ const: 'a' }, { const: 'b' }] } },
      remarks: { type: 'array', maxItems: 5, items: { properties: { value: { type: 'string' } } } },
    });
    expect(form.dependentRequired).toEqual({ insured: ['boat_name'] });
  });

  it('tells with its place whatever a form cannot say', () => {
    const { told } = read(FOREIGN);
    expect(told.map(({ at }) => at)).toEqual([
      '/additionalProperties',
      '/properties/boatName',
      '/properties/home/properties/next',
      '/properties/home/properties/next',
      '/properties/crew',
      '/properties/crew/items/properties/born/format',
      '/properties/remarks',
      '/properties/insured/readOnly',
      '/properties/mystery',
      '/dependencies/engine',
    ]);
    expect(told[1]?.words).toEqual({
      'zh-CN': '“boatName”不能作键，改为“boat_name”',
      en: '"boatName" cannot be a key; it is called "boat_name"',
    });
  });

  it('leaves a form of ours as it is written, but for its key', () => {
    const file = resolve(
      import.meta.dirname,
      '../fixtures/programmes/river_watch/forms/river_watch/sampling_sheet.json',
    );
    const own = readFileSync(file, 'utf8');
    expect(read(own)).toMatchObject({ text: own.replace('"sampling_sheet"', '"sheet"'), told: [] });
  });

  it('takes a list of objects at the top as the only table', () => {
    const { form, text } = read({ type: 'array', title: 'Catch', items: { properties: { fish: { type: 'string' } } } });
    expect(errorsOf(text)).toEqual([]);
    expect(form.title).toBe('Catch');
    expect(form.properties['rows']?.items?.properties).toHaveProperty('fish');
  });

  it('refuses what is no schema, and one that would grow without end', () => {
    const codes = (text: string) => {
      const answer = readSchema(text, 'sheet');
      return 'findings' in answer ? answer.findings.map(({ code }) => code) : [];
    };
    expect(codes('{"a": ')).toEqual(['syntax']);
    expect(codes('[1]')).toEqual(['shape']);
    expect(codes(`{"x": "${'y'.repeat(300_000)}"}`)).toEqual(['too-large']);
    const steps = Array.from({ length: 12 }, (_, n): [string, unknown] => {
      const next = { $ref: `#/$defs/d${String(n + 1)}` };
      return [`d${String(n)}`, { type: 'object', properties: { a: next, b: next, c: next } }];
    });
    const bomb = {
      $defs: { ...Object.fromEntries(steps), d12: { type: 'string' } },
      properties: { a: { $ref: '#/$defs/d0' } },
    };
    const begun = performance.now();
    expect(codes(JSON.stringify(bomb))).toEqual(['too-large']);
    expect(performance.now() - begun).toBeLessThan(5_000);
  });
});
