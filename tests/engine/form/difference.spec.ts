import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Change } from '../../../server/contract/wire/case.ts';
import type { Data } from '../../../server/engine/data.ts';
import { difference } from '../../../server/engine/form/difference.ts';
import { formOf, rosterOf } from './apiary.ts';

const form = formOf({
  keeper: { type: 'string' },
  strains: { type: 'array', items: { type: 'integer' } },
  site: { type: 'object', properties: { village: { type: 'string' }, hill: { type: 'string' } } },
  hives: rosterOf({ name: { type: 'string' }, honey: { type: 'number' } }),
});

describe('The difference between two versions', () => {
  it('names what was added, removed and changed, cell by cell', () => {
    const before = {
      keeper: 'Ada',
      strains: [1],
      site: { village: 'V' },
      hives: [
        { _id: 'a', name: 'Ash', honey: 3 },
        { _id: 'b', name: 'Birch' },
      ],
    };
    const after = {
      strains: [1, 2],
      site: { village: 'W', hill: 'H' },
      hives: [
        { _id: 'c', name: 'Cedar' },
        { _id: 'a', name: 'Ash', honey: 4 },
      ],
    };
    expect(difference(form, before, after)).toEqual([
      { address: { field: 'keeper' }, kind: 'removed', before: 'Ada', after: null },
      { address: { field: 'strains' }, kind: 'changed', before: [1], after: [1, 2] },
      { address: { field: 'site.village' }, kind: 'changed', before: 'V', after: 'W' },
      { address: { field: 'site.hill' }, kind: 'added', before: null, after: 'H' },
      {
        address: { field: 'hives', roster: 'hives', row: 'c' },
        kind: 'row-added',
        before: null,
        after: { _id: 'c', name: 'Cedar' },
      },
      { address: { field: 'honey', roster: 'hives', row: 'a' }, kind: 'changed', before: 3, after: 4 },
      {
        address: { field: 'hives', roster: 'hives', row: 'b' },
        kind: 'row-removed',
        before: { _id: 'b', name: 'Birch' },
        after: null,
      },
    ]);
  });

  it('does not care for the order of rows, nor for an empty text beside nothing', () => {
    const rows = [
      { _id: 'a', name: 'Ash' },
      { _id: 'b', name: 'Birch' },
    ];
    expect(difference(form, { hives: rows, keeper: '' }, { hives: [...rows].reverse() })).toEqual([]);
  });

  it('tells of fields that the form does not know', () => {
    expect(
      difference(form, { old: 1, hives: [{ _id: 'a', gone: 1 }] }, { hives: [{ _id: 'a', new: 2 }] }),
    ).toMatchObject([
      { address: { field: 'old' }, kind: 'removed' },
      { address: { field: 'gone', row: 'a' }, kind: 'removed' },
      { address: { field: 'new', row: 'a' }, kind: 'added' },
    ]);
  });

  const word = fc.constantFrom('a', 'b', 'c');
  const versions = fc
    .record(
      {
        keeper: word,
        strains: fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 2 }),
        site: fc.record({ village: word, hill: word }, { requiredKeys: [] }),
        hives: fc.uniqueArray(
          fc.record(
            { _id: fc.constantFrom('1', '2', '3', '4'), name: word, honey: fc.integer({ min: 0, max: 2 }) },
            { requiredKeys: ['_id'] },
          ),
          { selector: ({ _id }) => _id },
        ),
      },
      { requiredKeys: [] },
    )
    .map((data): Data => data);

  /** The changes carried out on the older version, written apart from the code under test. */
  const apply = (data: Data, changes: Change[]): Data => {
    const result = structuredClone(data);
    const put = (holder: Data, path: string, value: unknown): void => {
      const [key = '', ...rest] = path.split('.');
      if (rest.length > 0) put((holder[key] ??= {}) as Data, rest.join('.'), value);
      else if (value === null) Reflect.deleteProperty(holder, key);
      else holder[key] = value;
    };
    for (const { address, kind, after } of changes) {
      const rows = (result['hives'] ??= []) as Data[];
      if (kind === 'row-added') rows.push(after as Data);
      else if (kind === 'row-removed') result['hives'] = rows.filter((row) => row['_id'] !== address.row);
      else if (address.roster === undefined) put(result, address.field, after);
      else put(rows.find((row) => row['_id'] === address.row) ?? {}, address.field, after);
    }
    return result;
  };

  it('is empty between equal data, and carried out gives the newer version', () => {
    fc.assert(
      fc.property(versions, versions, (before, after) => {
        expect(difference(form, before, before)).toEqual([]);
        const reached = apply(before, difference(form, before, after));
        expect(difference(form, reached, after)).toEqual([]);
      }),
    );
  });

  it('is told the other way round when the versions change places', () => {
    fc.assert(
      fc.property(versions, versions, (before, after) => {
        const there = difference(form, before, after).map((change) =>
          JSON.stringify([change.address, change.before, change.after]),
        );
        const back = difference(form, after, before).map((change) =>
          JSON.stringify([change.address, change.after, change.before]),
        );
        expect(back.sort()).toEqual(there.sort());
      }),
    );
  });
});
