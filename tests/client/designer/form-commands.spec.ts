import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { Form } from '../../../server/contract/definition/form.ts';
import {
  carriedOf,
  insertField,
  moveField,
  nudgeField,
  pasteFields,
  removeField,
  setRequired,
} from '../../../client/src/designer/form/commands/fields.ts';
import { addOptionLines, readOptionLines } from '../../../client/src/designer/form/commands/option-lines.ts';
import { editOption } from '../../../client/src/designer/form/commands/options.ts';
import { askNoOther, askOther } from '../../../client/src/designer/form/commands/other.ts';
import { renameKey } from '../../../client/src/designer/form/commands/rename.ts';
import { boardText, design, firstState } from '../../../client/src/designer/form/design-state.ts';
import { withEntry } from '../../../client/src/designer/form/keyword.ts';
import { fieldAt, groupAt } from '../../../client/src/designer/form/place.ts';
import { steps, taken } from './random-edits.ts';

const ROOT = join(import.meta.dirname, '../../..');

const shipped = readdirSync(join(ROOT, 'forms'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.json'))
  .map((name) => readFileSync(join(ROOT, 'forms', name), 'utf8'));

const boats: Form = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: 'boats',
  title: 'Boats',
  type: 'object',
  required: ['harbour', 'fleet'],
  properties: {
    harbour: { type: 'string', title: 'Harbour' },
    fleet: {
      type: 'array',
      title: 'Fleet',
      maxItems: 50,
      'x-limit': { by: ['hull', 'flag'], max: 1 },
      'x-example': { hull: 'Ida', crew: 3 },
      items: {
        type: 'object',
        required: ['hull', 'sort'],
        properties: {
          hull: { type: 'string', title: 'Name' },
          flag: { type: 'string', title: 'Flag' },
          crew: { type: 'integer', title: 'Crew' },
          sort: {
            title: 'Sort',
            oneOf: [
              { const: 1, title: 'sail' },
              { const: 2, title: 'other', 'x-other': 'sort_text' },
            ],
          },
          sort_text: { type: 'string', title: 'Which' },
        },
        if: { properties: { sort: { const: 1 } }, required: ['sort'] },
        then: { required: ['crew'] },
        else: { properties: { crew: false } },
        'x-rules': [{ expr: 'row.crew > 0 && row.crew_old != 1', message: '{row.crew} is too few', at: 'crew' }],
      },
    },
    hands: { type: 'integer', title: 'Hands', 'x-computed': 'sum(form.fleet.map(b, b.crew))' },
  },
  'x-layout': { mode: 'table', head: ['harbour'], columns: ['hull', { field: 'crew', width: 20 }] },
};

describe('a field that gets another key', () => {
  const renamed = renameKey(boats, ['fleet', 'crew'], 'sailors');
  const row = groupAt(renamed, ['fleet']);

  it('is followed by conditions, rules, formulas, the example row and the paper', () => {
    expect(row?.then).toEqual({ required: ['sailors'] });
    expect(row?.else).toEqual({ properties: { sailors: false } });
    expect(row?.['x-rules']).toEqual([
      { expr: 'row.sailors > 0 && row.crew_old != 1', message: '{row.sailors} is too few', at: 'sailors' },
    ]);
    expect(renamed.properties['hands']?.['x-computed']).toBe('sum(form.fleet.map(b, b.sailors))');
    expect(renamed.properties['fleet']?.['x-example']).toEqual({ hull: 'Ida', sailors: 3 });
    expect(renamed['x-layout']?.columns).toEqual(['hull', { field: 'sailors', width: 20 }]);
  });

  it('keeps its place, and every other field stays the very object that it was', () => {
    expect(Object.keys(row?.properties ?? {})).toEqual(['hull', 'flag', 'sailors', 'sort', 'sort_text']);
    expect(row?.properties?.['sort']).toBe(groupAt(boats, ['fleet'])?.properties?.['sort']);
    expect(renamed.properties['harbour']).toBe(boats.properties['harbour']);
  });

  it('is refused where the key is taken', () => {
    expect(renameKey(boats, ['fleet', 'crew'], 'hull')).toBe(boats);
  });

  it('comes back to the same form with its old key', () => {
    expect(renameKey(renamed, ['fleet', 'sailors'], 'crew')).toEqual(boats);
  });
});

describe('a field that is taken away', () => {
  it('leaves no demand behind, while a condition that looked at it stays to be mended', () => {
    const without = removeField(boats, ['fleet', 'crew']);
    const row = groupAt(without, ['fleet']);
    expect(row).not.toHaveProperty('if');
    expect(without.properties['fleet']?.['x-example']).toEqual({ hull: 'Ida' });
    expect(without['x-layout']?.columns).toEqual(['hull']);
    const looked = groupAt(removeField(boats, ['fleet', 'sort']), ['fleet']);
    expect(looked?.required).toEqual(['hull']);
    expect(looked?.if).toEqual({ properties: { sort: { const: 1 } }, required: ['sort'] });
  });

  it('shrinks a limit to the columns that are left', () => {
    expect(removeField(boats, ['fleet', 'flag']).properties['fleet']?.['x-limit']).toEqual({ by: ['hull'], max: 1 });
  });

  it('takes the question of an option that asked for it along', () => {
    const sort = fieldAt(removeField(boats, ['fleet', 'sort_text']), ['fleet', 'sort']);
    expect(sort?.oneOf?.[1]).toEqual({ const: 2, title: 'other' });
  });
});

describe('asking for a field', () => {
  it('asks only for a field that is there', () => {
    expect(setRequired(boats, ['hands'], true).required).toEqual(['harbour', 'fleet', 'hands']);
    expect(setRequired(boats, ['gone'], true)).toBe(boats);
    expect(setRequired(boats, [], true)).toBe(boats);
  });
});

describe('moving, copying and adding', () => {
  it('moves a field within its group without touching anything else', () => {
    const moved = nudgeField(boats, ['hands'], -1);
    expect(Object.keys(moved.properties)).toEqual(['harbour', 'hands', 'fleet']);
    expect(nudgeField(moved, ['hands'], 1)).toEqual(boats);
  });

  it('carries a head field into the rows with what is asked of it, but no roster into rows', () => {
    const moved = moveField(boats, ['harbour'], { group: ['fleet'], index: 1 });
    expect(Object.keys(groupAt(moved, ['fleet'])?.properties ?? {})[1]).toBe('harbour');
    expect(groupAt(moved, ['fleet'])?.required).toContain('harbour');
    expect(moved.required).toEqual(['fleet']);
    const other = insertField(
      boats,
      { group: [], index: 0 },
      { key: 'more', field: boats.properties['fleet'] ?? {}, required: false },
    );
    expect(moveField(other, ['more'], { group: ['fleet'], index: 0 })).toBe(other);
  });

  it('gives a copy a key of its own', () => {
    const carried = carriedOf(boats, ['harbour']);
    const { form, paths } = pasteFields(boats, { group: [], index: 1 }, carried === null ? [] : [carried]);
    expect(paths).toEqual([['harbour_2']]);
    expect(form.required).toEqual(['harbour', 'harbour_2', 'fleet']);
  });
});

describe('options', () => {
  it('are read as people write them down', () => {
    expect(readOptionLines('1=男 2=女\n8＝其他请说明\n\n不详')).toEqual([
      { code: '1', title: '男' },
      { code: '2', title: '女' },
      { code: '8', title: '其他请说明' },
      { code: null, title: '不详' },
    ]);
  });

  it('get numbers as codes beside numbers, and a code is never given twice', () => {
    const sort = fieldAt(boats, ['fleet', 'sort']) ?? {};
    const more = addOptionLines(sort, readOptionLines('2=again\nsteam'));
    expect(more.oneOf?.map((option) => option.const)).toEqual([1, 2, 3]);
    expect(editOption(more, 2, (option) => ({ ...option, const: 1 }))).toBe(more);
  });

  it('ask for a text in a field beside them, and take it back', () => {
    const asked = askOther(boats, ['fleet', 'sort'], 0, 'State');
    expect(fieldAt(asked, ['fleet', 'sort_other'])?.title).toBe('State');
    expect(fieldAt(asked, ['fleet', 'sort'])?.oneOf?.[0]?.['x-other']).toBe('sort_other');
    expect(askNoOther(asked, ['fleet', 'sort'], 0, () => false)).toEqual(boats);
  });
});

describe('any sequence of edits', () => {
  it('makes a form of the right shape at each step, whose text says exactly it; taken back it gives the first text byte for byte', () => {
    fc.assert(
      fc.property(fc.constantFrom(...shipped, JSON.stringify(boats)), steps, (text, sequence) => {
        let state = firstState(text);
        for (const step of sequence) {
          state = design(state, { do: 'edit', about: null, change: (form) => taken(form, step) });
          const { form } = state.history.now.document;
          const judged = Form.safeParse(form);
          if (!judged.success) throw new Error(`${JSON.stringify(step)}: ${judged.error.message}`);
          expect(JSON.stringify(JSON.parse(boardText(state.history.now)))).toBe(JSON.stringify(form));
        }
        const last = boardText(state.history.now);
        const count = state.history.past.length;
        for (let n = 0; n < count; n += 1) state = design(state, { do: 'undo' });
        expect(boardText(state.history.now)).toBe(text);
        for (let n = 0; n < count; n += 1) state = design(state, { do: 'redo' });
        expect(boardText(state.history.now)).toBe(last);
      }),
      { numRuns: 120 },
    );
  });

  it('typing on in one place is one step back', () => {
    const type = (title: string) => (form: Form) => withEntry(form, 'title', title);
    let state = firstState(JSON.stringify(boats));
    for (const title of ['B', 'Bo', 'Boa']) state = design(state, { do: 'edit', about: ':title', change: type(title) });
    expect(state.history.past).toHaveLength(1);
    state = design(state, { do: 'select', selected: ['harbour'] });
    state = design(state, { do: 'edit', about: ':title', change: type('Boat') });
    expect(state.history.past).toHaveLength(2);
  });

  it('a broken text stands beside the last form until it is mended, and nothing is lost of it', () => {
    let state = firstState(JSON.stringify(boats));
    state = design(state, { do: 'type', about: null, text: '{"title": ' });
    expect(state.history.now.broken).toEqual({ text: '{"title": ', reason: 'not-json' });
    expect(state.history.now.document.form).toEqual(boats);
    expect(design(state, { do: 'edit', about: null, change: (form) => removeField(form, ['harbour']) })).toBe(state);
    state = design(state, { do: 'type', about: null, text: JSON.stringify({ ...boats, title: 'Ships' }) });
    expect(state.history.now.broken).toBeNull();
    expect(state.history.now.document.form.title).toBe('Ships');
  });
});
