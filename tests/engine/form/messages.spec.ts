import { describe, expect, it } from '@jest/globals';
import { compileForm } from '../../../server/registry/compile-form.ts';
import { formValidator } from '../../../server/registry/form-validator.ts';
import { localizeErrors, nameOfPlace } from '../../../server/engine/form/messages.ts';
import { SENTENCES } from '../../../server/engine/form/message-table.ts';
import { formOf, rosterOf } from './apiary.ts';

const title = (zh: string, en: string) => ({ title: { 'zh-CN': zh, en } });

const form = formOf(
  {
    keeper: { type: 'string', minLength: 1, maxLength: 4, ...title('姓名', 'the name') },
    phone: {
      type: 'string',
      pattern: '^[0-9]{7,11}$',
      ...title('电话', 'Telephone'),
      'x-messages': { pattern: { 'zh-CN': '请填写7至11位的电话号码', en: 'Seven to eleven digits, please' } },
    },
    code: { type: 'string', pattern: '^[A-Z]+$', minLength: 2, ...title('编号', 'Code') },
    hives: { type: 'integer', minimum: 1, maximum: 99, ...title('箱数', 'Hives') },
    honey: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 100, multipleOf: 0.01, ...title('产量', 'Honey') },
    dozens: { type: 'integer', multipleOf: 12, ...title('打数', 'Jars') },
    on: { type: 'string', format: 'date', ...title('日期', 'the date') },
    month: { type: 'string', format: 'month', ...title('月份', 'Month') },
    mail: { type: 'string', format: 'email', ...title('邮箱', 'E-mail') },
    insured: { type: 'boolean', ...title('是否投保', 'insured or not') },
    sex: { oneOf: [{ const: 'f', title: '女' }], ...title('性别', 'Sex') },
    strains: {
      type: 'array',
      items: {
        oneOf: [
          { const: 1, title: '意蜂' },
          { const: 2, title: '中蜂' },
        ],
      },
      uniqueItems: true,
      maxItems: 1,
      ...title('蜂种', 'Strains'),
    },
    photos: {
      type: 'array',
      items: { type: 'string', maxLength: 64 },
      minItems: 2,
      'x-file': { types: ['image/jpeg'], maxBytes: 1000, maxCount: 3 },
      ...title('照片', 'Photos'),
    },
    fixed: { type: 'string', const: 'x', ...title('单位', 'Unit') },
    permit: { type: 'string', ...title('许可证', 'Permit') },
    rows: rosterOf(
      { name: { type: 'string', ...title('箱号', 'Hive') } },
      { required: ['name'] },
      { minItems: 1, maxItems: 2, ...title('蜂箱', 'Hives') },
    ),
  },
  {
    required: ['keeper', 'on', 'insured', 'sex', 'strains', 'photos', 'rows'],
    if: { properties: { insured: { const: true } }, required: ['insured'] },
    else: { properties: { permit: false } },
  },
);

const validate = formValidator(compileForm(form, {}));
const said = (data: unknown, locale: string): string[] =>
  localizeErrors(form, validate(data), locale).map(({ pointer, message }) => `${pointer} ${message}`);
const RIGHT = {
  keeper: '李蜂',
  on: '2024-03-25',
  insured: true,
  sex: 'f',
  strains: [1],
  photos: ['a', 'b'],
  rows: [{ name: 'A' }],
};
const withOne = (key: string, value: unknown) => ({ ...RIGHT, [key]: value });

describe('What the schema refuses is told in short polite sentences', () => {
  it('for everything that is missing', () => {
    expect(said({ rows: [{}] }, 'zh-CN')).toEqual([
      '/keeper 请填写姓名',
      '/on 请选择日期',
      '/insured 请选择是否投保',
      '/sex 请选择性别',
      '/strains 请选择蜂种',
      '/photos 请上传照片',
      '/rows/0/name 请填写箱号',
    ]);
    expect(said({ rows: [] }, 'en')).toEqual(
      expect.arrayContaining([
        '/keeper Please enter the name',
        '/on Please choose the date',
        '/photos Please upload Photos',
        '/rows Please fill in at least 1 row of Hives',
      ]),
    );
  });

  it.each<[string, unknown, string, string]>([
    ['keeper', '', '请填写姓名', 'Please enter the name'],
    ['keeper', '司马相如也', '姓名不能超过4个字', 'the name takes at most 4 characters'],
    ['phone', '123', '请填写7至11位的电话号码', 'Seven to eleven digits, please'],
    ['code', 'ab', '编号格式不正确', 'Code is not in the right form'],
    ['code', 'A', '编号不能少于2个字', 'Code needs at least 2 characters'],
    ['hives', '12', '箱数应为整数', 'Hives must be a whole number'],
    ['hives', 0, '箱数不能小于1', 'Hives must be at least 1'],
    ['hives', 100, '箱数不能大于99', 'Hives must be at most 99'],
    ['honey', '1,000', '产量应为数字', 'Honey must be a number'],
    ['honey', 0, '产量应大于0', 'Honey must be more than 0'],
    ['honey', 100, '产量应小于100', 'Honey must be less than 100'],
    ['honey', 1.234, '产量最多保留2位小数', 'Honey takes at most 2 decimals'],
    ['dozens', 13, '打数应为12的倍数', 'Jars must be a multiple of 12'],
    ['on', '25.3.2024', '日期应为日期，如 2024-03-31', 'the date must be a date such as 2024-03-31'],
    ['month', '2024', '月份应为年月，如 2024-03', 'Month must be a month such as 2024-03'],
    ['mail', 'nobody', '邮箱应为电子邮箱地址', 'E-mail must be an e-mail address'],
    ['insured', 'yes', '是否投保请选择是或否', 'insured or not must be yes or no'],
    ['sex', 'm', '性别不在可选范围内，请重新选择', 'Sex is not one of the choices; please choose again'],
    ['strains', [], '蜂种请至少选择一项', 'Please choose at least 1 for Strains'],
    ['strains', [1, 2], '蜂种最多1项', 'Strains takes at most 1 choice'],
    ['strains', [1, 1], '蜂种不能重复', 'Strains must not repeat a choice'],
    ['photos', ['a'], '照片请至少上传2个文件', 'Please upload at least 2 files for Photos'],
    ['photos', ['a', 'b', 'c', 'd'], '照片最多3个文件', 'Photos takes at most 3 files'],
    ['fixed', 'y', '单位不能改动', 'Unit cannot be changed'],
    ['rows', [{ name: 'A' }, { name: 'B' }, { name: 'C' }], '蜂箱最多2行', 'Hives takes at most 2 rows'],
    ['rows', [{ name: 5 }], '箱号应为文字', 'Hive must be text'],
    ['strange', 1, '表单中没有“strange”这一项', 'The form has no field "strange"'],
  ])('%s: %j', (key, value, zh, en) => {
    const told = (locale: string) =>
      localizeErrors(form, validate(withOne(key, value)), locale).map(({ message }) => message);
    expect(told('zh-CN')).toContain(zh);
    expect(told('en')).toContain(en);
  });

  it('for what is hidden yet filled in, and then only that', () => {
    const data = { ...RIGHT, insured: false, permit: 5 };
    expect(said(data, 'zh-CN')).toEqual(['/permit 按已填内容，许可证无需填写，请清空']);
  });

  it('for data that is right says nothing', () => {
    expect(said(RIGHT, 'en')).toEqual([]);
  });

  it('from the raw errors of the validator in the browser as well', () => {
    const raw = [
      { keyword: 'required', instancePath: '/rows/3', params: { missingProperty: 'name' }, schemaPath: '#/x' },
      { keyword: 'if', instancePath: '', params: { failingKeyword: 'else' }, schemaPath: '#/if' },
      { keyword: 'false schema', instancePath: '/permit', params: {}, schemaPath: '#/y' },
      { keyword: 'quite-new', instancePath: '/hives', params: {}, schemaPath: '#/z' },
    ];
    expect(localizeErrors(form, raw, 'zh-CN')).toEqual([
      { pointer: '/rows/3/name', message: '请填写箱号', severity: 'error', code: 'required' },
      { pointer: '/permit', message: '按已填内容，许可证无需填写，请清空', severity: 'error', code: 'false' },
      { pointer: '/hives', message: '箱数填写有误', severity: 'error', code: 'quite-new' },
    ]);
  });

  it('in both languages for every keyword, without a word of the other', () => {
    const told = { title: '甲', manner: 'write', limit: '3' } as const;
    for (const { zh, en } of Object.values(SENTENCES)) {
      expect(zh(told)).toMatch(/\p{Script=Han}/u);
      expect(en({ ...told, title: 'A' })).toMatch(/^[ -~]+$/);
    }
  });

  it('names a cell by roster, row and field', () => {
    expect(nameOfPlace(form, '/rows/2/name', 'zh-CN')).toBe('蜂箱 第3行 箱号');
    expect(nameOfPlace(form, '/rows/2', 'en')).toBe('Hives row 3');
    expect(nameOfPlace(form, '/keeper', 'zh-CN')).toBe('姓名');
  });
});
