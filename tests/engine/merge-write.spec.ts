import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { Reach } from '../../server/contract/wire/case.ts';
import { isSame } from '../../server/engine/data.ts';
import { mergeWrite } from '../../server/engine/merge-write.ts';
import { visible } from '../../server/engine/visible.ts';
import { deepFreeze } from './lighthouse.ts';

const STORED = deepFreeze({
  keeper: 'Anna',
  note: 'calm',
  weather: { wind: 3, rain: false },
  ships: [
    { _id: 'r1', name: 'Seeadler', tons: 7 },
    { _id: 'r2', name: 'Belle', tons: 9 },
  ],
});

const write = (incoming: Record<string, unknown>, reach: Reach) => {
  const { data, issues } = mergeWrite(STORED, deepFreeze(incoming), reach);
  return { data, issues: issues.map(({ pointer }) => pointer) };
};

describe('what is stored after somebody who may write only a part sent data', () => {
  it('is what was sent, for who may write all', () => {
    expect(write({ note: 'storm' }, 'all')).toEqual({ data: { note: 'storm' }, issues: [] });
  });

  it('is what was stored, for who may write nothing, and each attempt is named', () => {
    expect(write({ ...STORED, note: 'storm', extra: 1 }, 'none')).toEqual({
      data: STORED,
      issues: ['/note', '/extra'],
    });
  });

  it('is the fields within the reach; leaving others out is no attempt to change them', () => {
    expect(write({ note: 'storm' }, { fields: ['note'] })).toEqual({ data: { ...STORED, note: 'storm' }, issues: [] });
    expect(write({ keeper: 'Bert', note: 'storm' }, { fields: ['note'] })).toEqual({
      data: { ...STORED, note: 'storm' },
      issues: ['/keeper'],
    });
  });

  it('empties a field within the reach that is left out', () => {
    expect(write({ keeper: 'Anna' }, { fields: ['note'] }).data).not.toHaveProperty('note');
  });

  it('is a field of a section', () => {
    expect(write({ weather: { wind: 9, rain: true } }, { fields: ['weather.wind'] })).toEqual({
      data: { ...STORED, weather: { wind: 9, rain: false } },
      issues: ['/weather/rain'],
    });
  });

  it('is a cell of a section with a remark', () => {
    const cells = [{ field: 'weather.wind' }, { field: 'note' }];
    expect(write({ note: 'storm', weather: { wind: 9, rain: true } }, { fields: [], cells })).toEqual({
      data: { ...STORED, note: 'storm', weather: { wind: 9, rain: false } },
      issues: ['/weather/rain'],
    });
  });

  it('matches rows by their id, not by their place', () => {
    const incoming = {
      ships: [
        { _id: 'r2', name: 'Belle', tons: 10 },
        { _id: 'r1', name: 'Adler', tons: 8 },
      ],
    };
    expect(write(incoming, { fields: ['ships.tons'] })).toEqual({
      data: {
        ...STORED,
        ships: [
          { _id: 'r1', name: 'Seeadler', tons: 8 },
          { _id: 'r2', name: 'Belle', tons: 10 },
        ],
      },
      issues: ['/ships/1/name'],
    });
  });

  it('is whole rows, or single cells, and adds and removes none', () => {
    const incoming = { ships: [{ _id: 'r2', name: 'Bella', tons: 1 }, { name: 'New' }] };
    expect(write(incoming, { fields: [], rows: { ships: ['r2'] } })).toEqual({
      data: { ...STORED, ships: [STORED.ships[0], { _id: 'r2', name: 'Bella', tons: 1 }] },
      issues: ['/ships/1'],
    });
    expect(write(incoming, { fields: [], cells: [{ field: 'tons', roster: 'ships', row: 'r2' }] })).toEqual({
      data: { ...STORED, ships: [STORED.ships[0], { _id: 'r2', name: 'Belle', tons: 1 }] },
      issues: ['/ships/1', '/ships/0/name'],
    });
  });

  it('takes a whole roster where its field is within the reach', () => {
    expect(write({ ships: [{ name: 'New' }] }, { fields: ['ships'] }).data).toEqual({
      ...STORED,
      ships: [{ name: 'New' }],
    });
  });

  it('keeps a section that somebody tries to turn into something else', () => {
    expect(write({ weather: 'bad' }, { fields: ['weather.wind'] })).toEqual({ data: STORED, issues: ['/weather'] });
    expect(write({ ships: 'none' }, { fields: ['ships.tons'] })).toEqual({ data: STORED, issues: ['/ships'] });
  });

  it('cannot be led astray by names that every object knows', () => {
    const hostile = JSON.parse('{"__proto__": {"polluted": true}, "constructor": 1, "a/b": 1}') as Record<
      string,
      unknown
    >;
    const { data, issues } = write(hostile, { fields: ['note'] });
    expect(data).not.toHaveProperty('polluted');
    expect(data).toEqual({ ...STORED, note: undefined });
    expect(issues).toEqual(['/__proto__/polluted', '/constructor', '/a~1b']);
  });
});

const row = fc.record(
  { _id: fc.constantFrom('r1', 'r2', 'r3'), name: fc.string(), tons: fc.nat() },
  { requiredKeys: ['_id'] },
);
const anyData = fc.record(
  {
    keeper: fc.string({ minLength: 1 }),
    note: fc.string({ minLength: 1 }),
    weather: fc.record({ wind: fc.nat(), rain: fc.boolean() }),
    ships: fc.uniqueArray(row, { selector: ({ _id }) => _id, maxLength: 3 }),
  },
  { requiredKeys: [] },
);
const anyReach: fc.Arbitrary<Reach> = fc.record({
  fields: fc.subarray(['keeper', 'note', 'weather', 'weather.wind', 'ships', 'ships.tons']),
  rows: fc.record({ ships: fc.subarray(['r1', 'r2']) }),
});

describe('whatever is sent', () => {
  it('nothing outside the reach changes', () => {
    fc.assert(
      fc.property(anyData, anyData, anyReach, (stored, incoming, reach) => {
        const merged = mergeWrite(stored, incoming, reach).data;
        const outside = (data: Record<string, unknown>) => ({
          keeper: data['keeper'],
          note: data['note'],
          rain: (data['weather'] as { rain?: boolean } | undefined)?.rain,
        });
        const isFree = (field: string) => typeof reach === 'object' && reach.fields.includes(field);
        const [before, after] = [outside(stored), outside(merged)];
        return (
          (isFree('keeper') || isSame(before.keeper, after.keeper)) &&
          (isFree('note') || isSame(before.note, after.note)) &&
          (isFree('weather') || isSame(before.rain, after.rain))
        );
      }),
    );
  });

  it('sending back what one can see changes nothing and is no attempt', () => {
    fc.assert(
      fc.property(anyData, anyReach, (stored, reach) => {
        const { data, issues } = mergeWrite(stored, visible(stored, reach), reach);
        return issues.length === 0 && isSame(data, stored);
      }),
    );
  });
});
