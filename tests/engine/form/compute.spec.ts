import { describe, expect, it } from '@jest/globals';
import { compute, computeOrder } from '../../../server/engine/form/compute.ts';
import { FACTS, formOf, modelOf, rosterOf } from './apiary.ts';

const computed = (expression: string, type = 'number') => ({ type, 'x-computed': expression });

describe('Computed fields', () => {
  const model = modelOf(
    formOf({
      average: computed('form.total / form.count'),
      total: computed('sum(form.hives.map(h, h.net))'),
      count: computed('form.hives.size()', 'integer'),
      hives: rosterOf({
        gross: { type: 'number' },
        box: { type: 'number' },
        net: computed('row.gross - row.box'),
        position: computed('index + 1', 'integer'),
        share: computed('row.net / form.total'),
      }),
      keeper: { ...computed('org.title', 'string') },
      season: { ...computed('today', 'string'), format: 'date' },
      site: {
        type: 'object',
        properties: { area: { type: 'number' }, density: computed('form.count / form.site.area') },
      },
    }),
  );

  it('are made after what they need, head and rows alike, whatever their order in the form', () => {
    const data = {
      hives: [
        { gross: 12.3, box: 2.1 },
        { gross: 9.9, box: 0.1 },
      ],
      site: { area: 4 },
    };
    expect(compute(model, data, FACTS)).toEqual({
      average: 10,
      total: 20,
      count: 2,
      hives: [
        { gross: 12.3, box: 2.1, net: 10.2, position: 1, share: 0.51 },
        { gross: 9.9, box: 0.1, net: 9.8, position: 2, share: 0.49 },
      ],
      keeper: '北山合作社',
      season: '2024-03-25',
      site: { area: 4, density: 0.5 },
    });
  });

  it('replace whatever was sent, and are left out where they have no value', () => {
    const data = { total: 999, average: 5, hives: [{ gross: 1, net: 77 }] };
    expect(compute(model, data, FACTS)).toEqual({
      total: 0,
      average: 0,
      count: 1,
      hives: [{ gross: 1, position: 1 }],
      keeper: '北山合作社',
      season: '2024-03-25',
    });
  });

  it('leave data alone that is computed already', () => {
    const once = compute(model, { hives: [{ gross: 3, box: 1 }] }, FACTS);
    expect(compute(model, once, FACTS)).toBe(once);
  });

  it('that need each other are found, and the others are still made', () => {
    const circular = modelOf(
      formOf({ a: computed('form.b + 1'), b: computed('form.c + 1'), c: computed('form.a + 1'), d: computed('2.5') }),
    );
    expect(computeOrder(circular).cycle.sort()).toEqual(['a', 'b', 'c']);
    expect(compute(circular, { b: 5 }, FACTS)).toEqual({ b: 5, d: 2.5 });
  });
});
