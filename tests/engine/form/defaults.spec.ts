import { describe, expect, it } from '@jest/globals';
import { defaultsFor, rowDefaults } from '../../../server/engine/form/defaults.ts';
import { withRowIds } from '../../../server/engine/form/row-id.ts';
import { FACTS, formOf, modelOf, rosterOf } from './apiary.ts';

const tables = {
  quotas: {
    columns: { site: 'text', jars: 'int', remark: 'text' },
    rows: { a: { site: 'North', jars: 30, remark: 'x' }, b: { site: 'South', jars: 20 } },
  },
};

const model = modelOf(
  formOf({
    keeper: { type: 'string', 'x-default': 'user.name' },
    farm: { type: 'string', 'x-default': 'org.title' },
    on: { type: 'string', format: 'date', 'x-default': 'today' },
    unit: { type: 'string', 'x-default': 'kg' },
    insured: { type: 'boolean', 'x-default': false },
    jars: { type: 'integer', 'x-default': 'previous' },
    site: {
      type: 'object',
      properties: { village: { type: 'string', 'x-default': 'org.code' }, hill: { type: 'string' } },
    },
    quotas: rosterOf({ site: { type: 'string' }, jars: { type: 'integer' } }, {}, { 'x-default': { table: 'quotas' } }),
    shares: rosterOf(
      { place: { type: 'string' }, amount: { type: 'integer' } },
      {},
      { 'x-default': { table: 'quotas', columns: { place: 'site', amount: 'jars' } } },
    ),
    hives: rosterOf(
      { owner: { type: 'string', 'x-default': 'org.title' }, name: { type: 'string' } },
      {},
      { 'x-default': 'previous' },
    ),
  }),
  { programme: { tables: tables as never } },
);

describe('A new form', () => {
  it('begins with what its fields say', () => {
    expect(defaultsFor(model, FACTS)).toEqual({
      keeper: '李蜂',
      farm: '北山合作社',
      on: '2024-03-25',
      unit: 'kg',
      insured: false,
      site: { village: 'north' },
      quotas: [
        { site: 'North', jars: 30 },
        { site: 'South', jars: 20 },
      ],
      shares: [
        { place: 'North', amount: 30 },
        { place: 'South', amount: 20 },
      ],
    });
  });

  it('begins with the level of its organisation, where that has one', () => {
    const levels = modelOf(formOf({ level: { type: 'string', 'x-default': 'org.level' } }));
    const organisation = FACTS.organisation === null ? null : { ...FACTS.organisation, level: 'township' };
    expect(defaultsFor(levels, { ...FACTS, organisation })).toEqual({ level: 'township' });
    expect(defaultsFor(levels, FACTS)).toEqual({});
  });

  it('takes over the values of the period before, its rows as new rows', () => {
    const previous = { jars: 12, hives: [{ _id: 'old', name: 'Ash' }] };
    expect(defaultsFor(model, { ...FACTS, previous })).toMatchObject({ jars: 12, hives: [{ name: 'Ash' }] });
    expect(JSON.stringify(defaultsFor(model, { ...FACTS, previous }))).not.toContain('_id');
  });

  it('gives a new row what its columns say', () => {
    expect(rowDefaults(model, 'hives', FACTS)).toEqual({ owner: '北山合作社' });
    expect(rowDefaults(model, 'quotas', FACTS)).toEqual({});
  });
});

describe('Rows without identity', () => {
  it('get one, the others keep theirs', () => {
    let n = 0;
    const next = (): string => {
      n += 1;
      return `id-${String(n)}`;
    };
    const data = { hives: [{ name: 'Ash' }, { _id: 'kept', name: 'Birch' }, { _id: '' }], jars: 3 };
    expect(withRowIds(model, data, next)).toEqual({
      hives: [{ _id: 'id-1', name: 'Ash' }, { _id: 'kept', name: 'Birch' }, { _id: 'id-2' }],
      jars: 3,
    });
    const whole = { hives: [{ _id: 'kept' }] };
    expect(withRowIds(model, whole, next)).toBe(whole);
  });
});
