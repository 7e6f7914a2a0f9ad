import { describe, expect, it } from '@jest/globals';
import { formValues } from '../../../server/engine/environment-values.ts';
import { allChoices, offeredChoices } from '../../../server/engine/form/options.ts';
import { FACTS, ORGANISATION, formOf, modelOf } from './apiary.ts';

const WHERE = 'option.kinds.size() == 0 || org.kinds.exists(k, k in option.kinds)';

const form = formOf({
  sex: {
    oneOf: [
      { const: 'f', title: '女', 'x-title': { en: 'Female' } },
      { const: 'x', title: '不详', 'x-retired': true },
    ],
  },
  size: { enum: [1, 2] },
  plant: { 'x-options': { table: 'plants', where: WHERE }, 'x-other': 'plant_other' },
  plants: { type: 'array', items: { 'x-options': [{ table: 'plants', where: WHERE }, 'trees'] } },
  plant_other: { type: 'string' },
  text: { type: 'string' },
});
const tables = {
  plants: {
    columns: { title: 'text', kinds: 'list', other: 'bool' },
    rows: {
      lime: { title: { 'zh-CN': '椴树', en: 'Lime' }, kinds: [] },
      rape: { title: '油菜', kinds: ['school'] },
      more: { title: '其他', kinds: ['farm'], other: true },
    },
  },
  trees: { columns: { title: 'text' }, rows: { lime: { title: 'again' }, oak: { title: '橡树' } } },
};
const model = modelOf(form, { programme: { tables: tables as never } });
const field = (key: string) => form.properties[key] ?? {};
const values = (kinds: string[]) => formValues(model, {}, { ...FACTS, organisation: { ...ORGANISATION, kinds } });
const offered = (key: string, kinds: string[] = ['farm']): unknown[] =>
  offeredChoices(model, field(key), { values: values(kinds), locale: 'en' }).map((choice) => [
    choice.const,
    choice.title,
  ]);

describe('Choices', () => {
  it('stand in the form or in a table, with titles in the language of the reader', () => {
    expect(offered('sex')).toEqual([['f', 'Female']]);
    expect(offered('size')).toEqual([
      [1, '1'],
      [2, '2'],
    ]);
    expect(offered('plant')).toEqual([
      ['lime', 'Lime'],
      ['more', '其他'],
    ]);
    expect(offered('text')).toEqual([]);
  });

  it('are those for the kinds of the organisation that is asked', () => {
    expect(offered('plant', ['school'])).toEqual([
      ['lime', 'Lime'],
      ['rape', '油菜'],
    ]);
    expect(offered('plant', [])).toEqual([['lime', 'Lime']]);
  });

  it('come from several tables, each code once', () => {
    expect(offered('plants').map((choice) => (choice as string[])[0])).toEqual(['lime', 'more', 'oak']);
  });

  it('are all known when old data is read, the retired ones too', () => {
    expect(allChoices(model, field('sex'), 'zh-CN')).toEqual([
      { const: 'f', title: '女', other: null, retired: false },
      { const: 'x', title: '不详', other: null, retired: true },
    ]);
    expect(allChoices(model, field('plant'), 'en').map((choice) => [choice.const, choice.other])).toEqual([
      ['lime', null],
      ['rape', null],
      ['more', 'plant_other'],
    ]);
  });

  it('are offered where it cannot be told whether they are meant', () => {
    const everybody = modelOf(form, {
      programme: { tables: tables as never },
      workflow: { subject: { form: 'apiary', per: ['programme'] } },
    });
    const all = offeredChoices(everybody, field('plant'), {
      values: formValues(everybody, {}, { ...FACTS, organisation: null }),
      locale: 'en',
    });
    expect(all.map((choice) => choice.const)).toEqual(['lime', 'rape', 'more']);
  });
});
