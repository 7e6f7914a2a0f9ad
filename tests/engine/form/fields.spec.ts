import { describe, expect, it } from '@jest/globals';
import { addressOf, pointerOf, rowsOf } from '../../../server/engine/form/address.ts';
import { withRows, withValue, withValues, withoutValue } from '../../../server/engine/form/change-data.ts';
import {
  allFields,
  findField,
  findRoster,
  headFields,
  resolve,
  rowFields,
  titleIn,
} from '../../../server/engine/form/fields.ts';
import { formOf, rosterOf } from './apiary.ts';

const form = formOf(
  {
    keeper: { $ref: '#/$defs/person', title: '负责人' },
    site: { type: 'object', properties: { village: { type: 'string' }, visits: rosterOf({ on: { type: 'string' } }) } },
    hives: rosterOf({
      name: { type: 'string' },
      size: { type: 'object', properties: { frames: { type: 'integer' } } },
    }),
    strains: { type: 'array', items: { enum: [1, 2] } },
  },
  { $defs: { person: { type: 'string', maxLength: 40, title: '姓名' } }, required: ['keeper'] },
);
const data = {
  site: { visits: [{ _id: 'v1' }, { _id: 'v2' }] },
  hives: [{ _id: 'a', name: 'Ash' }, { name: 'none' }],
  strains: [1],
};

describe('A form is walked in the order of its text', () => {
  it('with sections and rosters before their own fields', () => {
    expect(allFields(form).map(({ path, kind, roster }) => [path.join('.'), kind, roster])).toEqual([
      ['keeper', 'field', null],
      ['site', 'section', null],
      ['site.village', 'field', null],
      ['site.visits', 'roster', null],
      ['site.visits.on', 'field', 'visits'],
      ['hives', 'roster', null],
      ['hives.name', 'field', 'hives'],
      ['hives.size', 'section', 'hives'],
      ['hives.size.frames', 'field', 'hives'],
      ['strains', 'field', null],
    ]);
    expect(headFields(form).map(({ key }) => key)).toEqual(['keeper', 'village', 'strains']);
    expect(rowFields(form, 'hives').map(({ key }) => key)).toEqual(['name', 'frames']);
    expect(findRoster(form, 'visits')?.path).toEqual(['site', 'visits']);
    expect(findField(form, ['keeper'])).toMatchObject({ required: true, field: { maxLength: 40, title: '负责人' } });
  });

  it('and ends where a definition refers to itself', () => {
    const endless = formOf(
      { a: { $ref: '#/$defs/loop' } },
      { $defs: { loop: { type: 'object', properties: { b: { $ref: '#/$defs/loop' } } } } },
    );
    expect(allFields(endless).length).toBe(8);
    expect(resolve(endless, { $ref: '#/$defs/missing' })).toEqual({ $ref: '#/$defs/missing' });
  });

  it('with titles in the language of the reader', () => {
    expect(titleIn({ title: '姓名', 'x-title': { en: 'Name' } }, 'en-GB')).toBe('Name');
    expect(titleIn({ title: '姓名', 'x-title': { en: 'Name' } }, 'zh-CN')).toBe('姓名');
    expect(titleIn({ title: { 'zh-CN': '姓名', en: 'Name' } }, 'en')).toBe('Name');
    expect(titleIn({}, 'en')).toBe('');
  });
});

describe('A cell', () => {
  it.each<[string, unknown]>([
    ['/keeper', { field: 'keeper' }],
    ['/site/village', { field: 'site.village' }],
    ['/strains/0', { field: 'strains' }],
    ['/hives', { field: 'hives' }],
    ['/hives/0/name', { roster: 'hives', row: 'a', field: 'name' }],
    ['/hives/0/size/frames', { roster: 'hives', row: 'a', field: 'size.frames' }],
    ['/hives/0', { roster: 'hives', row: 'a', field: '' }],
    ['/hives/1/name', { roster: 'hives', field: 'name' }],
    ['/site/visits/1/on', { roster: 'visits', row: 'v2', field: 'on' }],
    ['', null],
  ])('at %s has the address %j', (pointer, address) => {
    expect(addressOf(form, data, pointer)).toEqual(address);
  });

  it.each(['/keeper', '/site/village', '/hives/0/name', '/hives/0/size/frames', '/hives/0', '/site/visits/1/on'])(
    'is found again by its address: %s',
    (pointer) => {
      const address = addressOf(form, data, pointer);
      expect(address === null ? null : pointerOf(form, data, address)).toBe(pointer);
    },
  );

  it('of a row that is gone is nowhere', () => {
    expect(pointerOf(form, data, { roster: 'hives', row: 'gone', field: 'name' })).toBeNull();
    expect(rowsOf(form, { hives: 'none' }, 'hives')).toEqual([]);
  });
});

describe('A change to data', () => {
  it('leaves the old data as it was and shares the rest', () => {
    const before = { a: { b: [1, { c: 2 }] }, d: {} };
    const after = withValue(before, ['a', 'b', '1', 'c'], 3);
    expect(after).toEqual({ a: { b: [1, { c: 3 }] }, d: {} });
    expect(before).toEqual({ a: { b: [1, { c: 2 }] }, d: {} });
    expect(after['d']).toBe(before.d);
  });

  it('that changes nothing gives the same data', () => {
    const before = { a: { b: 1 } };
    expect(withValue(before, ['a', 'b'], 1)).toBe(before);
    expect(withoutValue(before, ['x', 'y'])).toBe(before);
    expect(withValues(before, [])).toBe(before);
    expect(withValues(before, [[['a', 'x'], 1]])).toEqual(before);
    expect(withRows([{ a: 1 }], (row) => row)).toEqual([{ a: 1 }]);
  });

  it('takes out, makes and replaces', () => {
    expect(withoutValue({ a: { b: 1, c: 2 } }, ['a', 'b'])).toEqual({ a: { c: 2 } });
    expect(withValue({}, ['a', 'b'], 1)).toEqual({ a: { b: 1 } });
    expect(withValues({ a: [{ b: 1 }, { b: 2 }] }, [[['a', '1', 'b'], 3]])).toEqual({ a: [{ b: 1 }, { b: 3 }] });
  });
});
