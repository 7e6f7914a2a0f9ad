import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Form } from '../../../server/contract/definition/form.ts';
import { readDocument, textOf, withForm, type FormDocument } from '../../../client/src/designer/form/document.ts';
import { readTree } from '../../../client/src/designer/form/text/json-tree.ts';
import { writeOver } from '../../../client/src/designer/form/text/write-over.ts';

const ROOT = join(import.meta.dirname, '../../..');

const shipped = readdirSync(join(ROOT, 'forms'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(ROOT, 'forms', name), 'utf8'));

const open = (text: string): FormDocument => {
  const reading = readDocument(text);
  if (!reading.ok) throw new Error(reading.reason);
  return reading.document;
};

const HEAD = `{
  "$schema": "https://json-schema.org/draft/2020-12/schema",
  "$id": "boat",
  "title": "Boats",
  "type": "object",
  "properties": {`;

describe('the text of a form', () => {
  it('keeps every byte of the shipped forms while nothing is edited', () => {
    expect(shipped.length).toBeGreaterThan(0);
    for (const text of shipped) expect(textOf(open(text))).toBe(text);
  });

  it('changes only the line of the title that was changed', () => {
    for (const text of shipped) {
      const document = open(text);
      const edited = textOf(withForm(document, { ...document.form, title: 'Another title' }));
      const [before, after] = [text.split('\n'), edited.split('\n')];
      const differing = before.filter((line, index) => line !== after[index]);
      expect(differing).toHaveLength(1);
      expect(after).toHaveLength(before.length);
    }
  });

  it('puts a new field among compact neighbours on one line, and an option beside the others', () => {
    const text = `${HEAD}
    "name": {"type": "string", "title": "Name"},
    "kind": {"oneOf": [{"const": 1, "title": "sail"}, {"const": 2, "title": "row"}]}
  }
}
`;
    const document = open(text);
    const { name, kind } = document.form.properties;
    const properties = {
      name: name ?? {},
      length: { type: 'integer', title: 'Length', minimum: 1 },
      kind: { ...kind, oneOf: [...(kind?.oneOf ?? []), { const: 3, title: 'jet' }] },
    };
    const edited = textOf(withForm(document, { ...document.form, properties } as Form));
    expect(edited).toBe(`${HEAD}
    "name": {"type": "string", "title": "Name"},
    "length": {"type": "integer", "title": "Length", "minimum": 1},
    "kind": {"oneOf": [{"const": 1, "title": "sail"}, {"const": 2, "title": "row"}, {"const": 3, "title": "jet"}]}
  }
}
`);
  });

  it('writes line by line where the file is written line by line, with its own indent and line ends', () => {
    const text = '{\r\n    "a": {\r\n        "x": 1\r\n    },\r\n    "b": []\r\n}';
    const tree = readTree(text);
    if (tree === null) throw new Error('unreadable');
    const value = tree.value as Record<string, unknown>;
    expect(writeOver({ text, tree }, { ...value, c: { y: [1, 2] } })).toBe(
      '{\r\n    "a": {\r\n        "x": 1\r\n    },\r\n    "b": [],\r\n    "c": {\r\n        "y": [1, 2]\r\n    }\r\n}',
    );
  });

  it('keeps numbers and escapes as they were written', () => {
    const text = '{"a": 1.0, "b": "\\u4e2d", "c": 2}';
    const tree = readTree(text);
    if (tree === null) throw new Error('unreadable');
    expect(writeOver({ text, tree }, { a: 1, b: '中', c: 3 })).toBe('{"a": 1.0, "b": "\\u4e2d", "c": 3}');
  });

  it('indents anew what moves to another depth', () => {
    const text = '{\n  "a": {\n    "deep": {\n      "x": {\n        "y": 1\n      }\n    }\n  }\n}';
    const tree = readTree(text);
    if (tree === null) throw new Error('unreadable');
    const { a } = tree.value as { a: { deep: unknown } };
    expect(writeOver({ text, tree }, { a: 1, deep: a.deep })).toBe(
      '{\n  "a": 1,\n  "deep": {\n    "x": {\n      "y": 1\n    }\n  }\n}',
    );
  });

  const key = fc.stringMatching(/^[a-z]{1,3}$/);
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.constantFrom(null, true, 0, 1.5, '', '中', 'a "b"\n'),
      fc.array(tie('json'), { maxLength: 3 }),
      fc.dictionary(key, tie('json'), { maxKeys: 4, noNullPrototype: true }),
    ),
  }));
  const layout = fc.constantFrom<string | number | undefined>(undefined, 2, '\t');

  /** Another value that has some of the first one's objects in it. */
  const mixed = (value: unknown, other: unknown, flip: number): unknown => {
    if (flip % 3 === 0) return value;
    if (typeof value !== 'object' || value === null || typeof other !== 'object' || other === null) return other;
    if (Array.isArray(value) !== Array.isArray(other)) return other;
    if (Array.isArray(value)) return [...(other as unknown[]).slice(0, 1), ...(value as unknown[]).toReversed()];
    const entries = Object.entries({ ...other, ...value });
    return Object.fromEntries(
      entries.map(([name, one], index) => [
        name,
        mixed(one, (other as Record<string, unknown>)[name] ?? one, flip + index),
      ]),
    );
  };

  it('says after any change exactly the new value, in its order', () => {
    fc.assert(
      fc.property(json, json, layout, fc.nat(20), (first, second, space, flip) => {
        const text = JSON.stringify(first, null, space);
        const tree = readTree(text);
        if (tree === null) throw new Error('unreadable');
        const wanted = mixed(tree.value, second, flip);
        const written = writeOver({ text, tree }, wanted);
        expect(JSON.stringify(JSON.parse(written))).toBe(JSON.stringify(wanted));
      }),
      { numRuns: 500 },
    );
  });
});
