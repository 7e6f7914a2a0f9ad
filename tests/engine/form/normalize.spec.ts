import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { normalize } from '../../../server/engine/form/normalize.ts';
import { formOf, modelOf, rosterOf } from './apiary.ts';

const ALL = ['nfkc', 'trim', 'digits', 'thousands', 'prefix', 'list', 'ditto'];
const strains = {
  oneOf: [
    { const: 1, title: { 'zh-CN': '意蜂', en: 'Italian' } },
    { const: 2, title: { 'zh-CN': '中蜂', en: 'Chinese' } },
    { const: 3, title: { 'zh-CN': '其他', en: 'Other' } },
  ],
};

const model = modelOf(
  formOf({
    keeper: { type: 'string', 'x-normalize': ['nfkc', 'trim'] },
    plain: { type: 'string' },
    hives: { type: 'integer', 'x-normalize': ['nfkc', 'trim', 'digits'] },
    honey: { type: 'number', 'x-normalize': ['thousands'] },
    strict: { type: 'integer', 'x-normalize': ['digits'] },
    untouched: { type: 'integer' },
    strain: { type: 'integer', ...strains, 'x-normalize': ['prefix'] },
    strains: { type: 'array', items: strains, 'x-normalize': ['nfkc', 'list'] },
    place: { type: 'object', properties: { village: { type: 'string', 'x-normalize': ['trim'] } } },
    rows: rosterOf({
      owner: { type: 'string', 'x-normalize': ['trim', 'ditto'] },
      note: { type: 'string' },
      tags: { type: 'array', items: { type: 'string' } },
    }),
  }),
);

describe('Normalising', () => {
  it.each<[string, unknown, unknown]>([
    ['keeper', '　Ａda　', 'Ada'],
    ['plain', ' Ａ ', ' Ａ '],
    ['hives', '１２', 12],
    ['hives', ' 1 2 ', 12],
    ['hives', '12 boxes', '12 boxes'],
    ['hives', '+7', 7],
    ['hives', '٤٢', 42],
    ['hives', '४२', 42],
    ['hives', '999999999999999999', '999999999999999999'],
    ['honey', '1234567890.1234567', '1234567890.1234567'],
    ['honey', '1,234.50', 1234.5],
    ['honey', '12，345', 12345],
    ['honey', '1,23', '1,23'],
    ['strict', '1,000', '1,000'],
    ['untouched', '5', '5'],
    ['strain', '2=中蜂', 2],
    ['strain', '2、Chinese', 2],
    ['strain', '中蜂', 2],
    ['strain', '2=意蜂', '2=意蜂'],
    ['strains', '1、3', [1, 3]],
    ['strains', '意蜂，Chinese', [1, 2]],
    ['strains', '1，9', [1, '9']],
    ['strains', 2, [2]],
    ['strains', [1, 2], [1, 2]],
    ['strains', [], []],
  ])('%s %j is stored as %j', (key, given, stored) => {
    expect(normalize(model, { [key]: given })).toEqual({ [key]: stored });
  });

  it('takes out what holds nothing, at every depth, and keeps empty lists and strange keys', () => {
    const given = {
      keeper: '  ',
      plain: null,
      place: { village: '', gone: null },
      rows: [{ _id: 'a', owner: '', tags: ['', 'x', null] }],
      strains: [],
      strange: { deep: [{ empty: '', kept: 0 }] },
    };
    expect(normalize(model, given)).toEqual({
      place: {},
      rows: [{ _id: 'a', tags: ['x'] }],
      strains: [],
      strange: { deep: [{ kept: 0 }] },
    });
  });

  it('repeats the cell above for a ditto mark, through several rows', () => {
    const rows = [{ owner: '〃' }, { owner: 'Ada' }, { owner: ' 同上 ' }, { owner: '〃', note: '〃' }];
    expect(normalize(model, { rows })).toEqual({
      rows: [{ owner: '〃' }, { owner: 'Ada' }, { owner: 'Ada' }, { owner: 'Ada', note: '〃' }],
    });
  });

  it('leaves data of another shape for validation to refuse', () => {
    const odd = { rows: 'none', place: [1], strains: { a: 1 } };
    expect(normalize(model, odd)).toEqual(odd);
  });

  it('changes nothing the second time', () => {
    const everything = modelOf(
      formOf({
        text: { type: 'string', 'x-normalize': ALL },
        number: { type: 'number', 'x-normalize': ALL },
        one: { ...strains, 'x-normalize': ALL },
        several: { type: 'array', items: strains, 'x-normalize': ALL },
        rows: rosterOf({ a: { type: 'string', 'x-normalize': ALL }, n: { type: 'integer', 'x-normalize': ALL } }),
      }),
    );
    const piece = fc.constantFrom(
      '1',
      '２',
      ',',
      '，',
      '、',
      ' ',
      '　',
      '=',
      '意蜂',
      '同上',
      '〃',
      '.',
      '-',
      'a',
      'ﬁ',
      '¨',
      '\n',
    );
    const scrap = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
    const value = fc.oneof(scrap, fc.string({ unit: 'binary', maxLength: 5 }), fc.jsonValue());
    const data = fc.record({
      text: value,
      number: value,
      one: value,
      several: value,
      rows: fc.array(fc.record({ a: value, n: value }), { maxLength: 4 }),
    });
    fc.assert(
      fc.property(data, (given) => {
        const once = normalize(everything, given);
        expect(normalize(everything, once)).toEqual(once);
      }),
      { numRuns: 500 },
    );
  });
});
