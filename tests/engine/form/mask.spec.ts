import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { PRIVACY_KINDS } from '../../../server/contract/definition/field.ts';
import type { Data } from '../../../server/engine/data.ts';
import { mask, maskValue, unmaskedMerge } from '../../../server/engine/form/mask.ts';
import { formOf, rosterOf } from './apiary.ts';

const form = formOf({
  keeper: { type: 'string', 'x-pii': 'name' },
  farm: { type: 'string' },
  site: { type: 'object', properties: { road: { type: 'string', 'x-pii': 'address' } } },
  hives: rosterOf({
    owner: { type: 'string', 'x-pii': 'name', 'x-na': '—' },
    phone: { type: 'string', 'x-pii': 'phone' },
    born: { type: 'integer', 'x-pii': 'sensitive' },
    name: { type: 'string' },
  }),
});

describe('A personal value is shown masked', () => {
  it.each<[(typeof PRIVACY_KINDS)[number], unknown, string]>([
    ['name', '张三', '张*'],
    ['name', '欧阳修文', '欧*'],
    ['name', 'Ada Lovelace', 'A***'],
    ['phone', '13800005678', '138****5678'],
    ['phone', '0518-85400000', '***********00'],
    ['phone', '110', '••••'],
    ['id_number', '11010519491231002X', '110*************2X'],
    ['id_number', '1234', '••••'],
    ['address', '江苏省连云港市幸福路12号', '江苏省••••'],
    ['address', '幸福路12号', '••••'],
    ['sensitive', 'depression', '••••'],
    ['sensitive', 1987, '••••'],
    ['name', ['a', 'b'], '••••'],
  ])('%s: %j as %s', (kind, value, shown) => {
    expect(maskValue(kind, value)).toBe(shown);
  });

  it('in head, section and rows, with the places told; other values and marks stay', () => {
    const data = {
      keeper: '张三',
      farm: 'North',
      site: { road: '幸福路' },
      hives: [
        { _id: 'a', owner: '李四', phone: '13800005678', born: 1987, name: 'Ash' },
        { _id: 'b', owner: '—' },
      ],
    };
    expect(mask(form, data)).toEqual({
      data: {
        keeper: '张*',
        farm: 'North',
        site: { road: '••••' },
        hives: [
          { _id: 'a', owner: '李*', phone: '138****5678', born: '••••', name: 'Ash' },
          { _id: 'b', owner: '—' },
        ],
      },
      masked: ['/keeper', '/site/road', '/hives/0/owner', '/hives/0/phone', '/hives/0/born'],
    });
    expect(data.keeper).toBe('张三');
  });

  it('and never reveals more than a glance needs', () => {
    const text = fc.oneof(
      fc.string({ minLength: 1, maxLength: 40 }),
      fc.stringMatching(/^[0-9]{1,20}$/),
      fc.stringMatching(/^[一-龥]{2,20}$/),
    );
    fc.assert(
      fc.property(fc.constantFrom(...PRIVACY_KINDS), text, (kind, secret) => {
        const characters = Array.from(secret.trim());
        fc.pre(characters.length >= 2);
        const shown = Array.from(maskValue(kind, secret)).filter((character) => character !== '*' && character !== '•');
        const most =
          kind === 'sensitive' ? 0 : kind === 'name' ? 1 : kind === 'phone' ? 7 : Math.floor(secret.length / 2);
        expect(shown.length).toBeLessThanOrEqual(most);
        if (kind !== 'phone') expect(shown.length * 2).toBeLessThanOrEqual(Math.max(secret.length, 2));
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('Saving what was seen masked', () => {
  const name = fc.constantFrom('张三', '张四', '李雷', 'Ada');
  const phone = fc.constantFrom('13800005678', '13900005678', '85400000');
  const row = fc.record(
    { _id: fc.constantFrom('1', '2', '3', '4'), owner: name, phone, born: fc.integer({ min: 1950, max: 2000 }) },
    { requiredKeys: ['_id'] },
  );
  const stored = fc
    .record(
      { keeper: name, farm: fc.string(), hives: fc.uniqueArray(row, { selector: ({ _id }) => _id }) },
      { requiredKeys: ['hives'] },
    )
    .map((data): Data => data);

  it('keeps every value that was not touched, wherever its row has gone', () => {
    fc.assert(
      fc.property(stored, fc.nat(), (data, turn) => {
        const { data: seen } = mask(form, data);
        const rows = seen['hives'] as Data[];
        const cut = rows.length === 0 ? 0 : turn % rows.length;
        const moved = { ...seen, hives: [...rows.slice(cut), ...rows.slice(0, cut)] };
        const originals = data['hives'] as Data[];
        expect(unmaskedMerge(form, data, moved)).toEqual({
          ...data,
          hives: [...originals.slice(cut), ...originals.slice(0, cut)],
        });
      }),
    );
  });

  it('takes what was entered, also in a new row, and never the value of another row', () => {
    const data = { keeper: '张三', hives: [{ _id: 'a', owner: '李四', phone: '13800005678' }] };
    const sent = {
      keeper: '王五',
      hives: [{ _id: 'a', owner: '李*', phone: '13911112222' }, { _id: 'new', owner: '李*' }, { owner: '李*' }],
    };
    expect(unmaskedMerge(form, data, sent)).toEqual({
      keeper: '王五',
      hives: [{ _id: 'a', owner: '李四', phone: '13911112222' }, { _id: 'new', owner: '李*' }, { owner: '李*' }],
    });
  });
});
