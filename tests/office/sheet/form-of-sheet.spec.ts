import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { formOfSheets, type SheetProposal } from '../../../server/office/sheet/form-of-sheet.ts';
import { readWorkbook } from '../../../server/office/sheet/workbook.ts';
import { inspect } from '../../../server/registry/inspect.ts';

type Rows = (string | number | null)[][];

const PROGRAMME = `apiVersion: formflow/v1
kind: Programme
key: p
title: P
zone: Asia/Shanghai
locales: [zh-CN]
organisation_kinds: {}
roles: {}
workflows: []
`;

const proposed = async (
  rows: Rows,
  more: { merges?: string[]; answers?: Record<string, string> } = {},
): Promise<SheetProposal> => {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet('登记');
  rows.forEach((row, index) => {
    row.forEach((value, column) => {
      if (value !== null) sheet.getCell(index + 1, column + 1).value = value;
    });
  });
  for (const range of more.merges ?? []) sheet.mergeCells(range);
  const read = await readWorkbook(Buffer.from(await book.xlsx.writeBuffer()));
  const proposal =
    'refused' in read ? undefined : formOfSheets(read.sheets, { key: 'sheet', answers: more.answers ?? {} });
  if (proposal === undefined) throw new Error(JSON.stringify(read));
  return proposal;
};

/** What lint says against a proposed form. */
const errorsOf = ({ form }: SheetProposal): string[] => {
  const { findings } = inspect([
    { name: { programme: 'p', kind: 'Programme', key: 'p' }, file: 'workflows/p/programme.yaml', text: PROGRAMME },
    { name: { programme: 'p', kind: 'Form', key: 'sheet' }, file: 'forms/p/sheet.json', text: JSON.stringify(form) },
  ]);
  return findings.filter(({ severity }) => severity === 'error').map(({ message }) => message.en);
};

const columnsOf = ({ form }: SheetProposal) => form.properties['rows']?.items?.properties ?? {};
const open = ({ questions }: SheetProposal): string[] => questions.filter(({ isOpen }) => isOpen).map(({ id }) => id);

const REGISTER: Rows = [
  ['附件3'],
  ['社区讲师登记表'],
  ['填报单位（盖章）：          填表人：          联系电话：          日期：'],
  ['序号', '姓名*', '讲课情况', null, '领域（可多选 1=法律 2=卫生；3=农技 8=其他请说明）', '是否在职', '照片'],
  [null, null, '次数', '最近一次日期', null, null, null],
  ['例', '张三', 3, '2024.2.8', '1、3', '是', null],
  [1, null, null, null, null, null, null],
  [2, null, null, null, null, null, null],
  ['注：每人填写一行。'],
];
const REGISTER_MERGES = ['A1:G1', 'A2:G2', 'A3:G3', 'A4:A5', 'B4:B5', 'C4:D4', 'E4:E5', 'F4:F5', 'G4:G5', 'A9:G9'];

describe('a form made of a sheet', () => {
  it('has the fields, head, example, notes and nested headers of the sheet', async () => {
    const proposal = await proposed(REGISTER, { merges: REGISTER_MERGES });
    const { form } = proposal;
    expect(form.title).toBe('社区讲师登记表');
    expect(Object.keys(form.properties)).toEqual(['written_by', 'phone', 'date', 'rows']);
    expect(form.properties['written_by']).toMatchObject({ title: '填表人', 'x-default': 'user.name', 'x-pii': 'name' });
    expect(Object.entries(columnsOf(proposal)).map(([key, { title, type }]) => [key, title, type])).toEqual([
      ['name', '姓名', 'string'],
      ['column_c', '次数', 'integer'],
      ['column_d', '最近一次日期', 'string'],
      ['column_e', '领域', 'array'],
      ['column_e_other', '其他请说明', 'string'],
      ['column_f', '是否在职', 'boolean'],
      ['column_g', '照片', 'array'],
    ]);
    expect(columnsOf(proposal)['column_e']?.items?.oneOf).toEqual([
      { const: 1, title: '法律' },
      { const: 2, title: '卫生' },
      { const: 3, title: '农技' },
      { const: 8, title: '其他请说明', 'x-other': 'column_e_other' },
    ]);
    expect(form.properties['rows']?.items?.required).toEqual(['name']);
    expect(form.properties['rows']?.['x-example']).toEqual({
      name: '张三',
      column_c: 3,
      column_d: '2024-02-08',
      column_e: [1, 3],
      column_f: true,
    });
    expect(form['x-layout']).toEqual({
      mode: 'table',
      heading: '社区讲师登记表',
      attachment: '附件3',
      head: ['org', 'written_by', 'phone', 'date'],
      roster: 'rows',
      columns: [
        'name',
        { title: '讲课情况', columns: ['column_c', 'column_d'] },
        { field: 'column_e', template: '{column_e} {column_e_other}', codes: '=' },
        'column_f',
        'column_g',
      ],
      numbered: true,
      notes: ['注：每人填写一行。'],
    });
    expect(errorsOf(proposal)).toEqual([]);
  });

  it('asks about everything doubtful at its cell, and goes by the answers', async () => {
    const first = await proposed(REGISTER, { merges: REGISTER_MERGES });
    expect(open(first)).toEqual(['org:A3', 'kind:G4']);
    expect(first.questions[0]).toMatchObject({
      at: 'A3',
      about: { 'zh-CN': '“填报单位”是填报的单位吗？', en: 'Is "填报单位" the reporting organisation?' },
      answer: 'org',
    });
    const answers = { 'org:A3': 'text', 'kind:G4': 'text' };
    const second = await proposed(REGISTER, { merges: REGISTER_MERGES, answers });
    expect(open(second)).toEqual([]);
    expect(Object.keys(second.form.properties)[0]).toBe('field_1');
    expect(columnsOf(second)['column_g']?.type).toBe('string');
    expect(await proposed(REGISTER, { merges: REGISTER_MERGES, answers: { 'kind:G4': 'nonsense' } })).toEqual(first);
  });

  it('does not decide between one and several choices, nor what a bare "other" means', async () => {
    const rows: Rows = [['名称', '等级（优/良/差）', '类型 1=甲类 2=乙类 3=其他', '在用（是/否）']];
    const proposal = await proposed(rows);
    expect(open(proposal)).toEqual(['kind:B1', 'kind:C1', 'other:C1', 'required']);
    const { column_b: level, column_c: type, column_d: used } = columnsOf(proposal);
    expect([level?.title, level?.oneOf?.map(({ title }) => title)]).toEqual(['等级', ['优', '良', '差']]);
    expect([type?.title, type?.items?.oneOf?.at(-1)]).toEqual([
      '类型',
      { const: 3, title: '其他', 'x-other': 'column_c_other' },
    ]);
    expect([used?.title, used?.type]).toEqual(['在用', 'boolean']);
    const answers = { 'kind:B1': 'several', 'kind:C1': 'one', 'other:C1': 'no', required: 'all' };
    const answered = await proposed(rows, { answers });
    expect(open(answered)).toEqual([]);
    expect(columnsOf(answered)['column_b']?.type).toBe('array');
    expect(columnsOf(answered)['column_c']?.oneOf?.at(-1)).toEqual({ const: 3, title: '其他' });
    expect(answered.form.properties['rows']?.items?.required).toEqual(['column_a', 'column_b', 'column_c', 'column_d']);
    for (const one of [proposal, answered]) expect(errorsOf(one)).toEqual([]);
  });

  it('guesses from what is filled in, keeps codes as texts, and tells that the rows are not taken over', async () => {
    const proposal = await proposed([
      ['Depot', 'Crates', 'Crate code', 'Seen'],
      ['North', 12, '0012', '2024-01-05'],
      ['South', 7, '0044', '2024-01-07'],
    ]);
    const { crates, crate_code: code, seen } = columnsOf(proposal);
    expect([crates?.type, code?.type, seen?.format]).toEqual(['integer', 'string', 'date']);
    expect(open(proposal)).toEqual(['kind:B1', 'kind:D1', 'required']);
    expect(proposal.told).toContainEqual({
      at: 'A2',
      words: expect.objectContaining({ en: expect.stringContaining('rows 2 to 3') }),
    });
    expect(proposal.fields[1]).toMatchObject({ at: 'B1', path: 'rows.crates', title: 'Crates' });
    expect(errorsOf(proposal)).toEqual([]);
  });

  it('asks where a word promises one thing and the rows hold another', async () => {
    const proposal = await proposed([
      ['姓名', '年龄', '职务'],
      ['李四', '三十', '员工'],
    ]);
    expect(open(proposal)).toEqual(['kind:B1', 'required']);
    expect(columnsOf(proposal)['age']?.type).toBe('string');
  });

  it('tells an example that does not fit and leaves it out', async () => {
    const rows: Rows = [
      ['姓名', '参加人数', '备注'],
      ['例：王五', '很多', '无'],
    ];
    const proposal = await proposed(rows, { answers: { 'kind:B1': 'integer' } });
    expect(proposal.form.properties['rows']?.['x-example']).toEqual({ name: '王五', note: '无' });
    expect(proposal.told.map(({ at }) => at)).toEqual(['B2']);
  });

  it('takes a sheet without a table cell by cell', async () => {
    const proposal = await proposed([
      ['情况表'],
      ['姓名', null, '性别', null],
      ['特长', null, '出生日期', null],
      ['说明：如实填写'],
    ]);
    expect(Object.keys(proposal.form.properties)).toEqual(['name', 'sex', 'field_3', 'field_4']);
    expect(proposal.form.properties['field_4']).toMatchObject({ title: '出生日期', format: 'date' });
    expect(open(proposal)).toContain('line:A3');
    expect(errorsOf(proposal)).toEqual([]);
  });
});
