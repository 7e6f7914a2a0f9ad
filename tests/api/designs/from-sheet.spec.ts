import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import type { FormProposal } from '../../../server/contract/wire/design.ts';
import type { Browser, TestApp } from '../../support/app.ts';
import { zipped } from '../../office/sheet/zipped.ts';
import { riverApp } from './river.ts';

const ROOT = '/api/programmes/river_watch/definitions';

const aWorkbook = async (rows: (string | number)[][]): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  book.addWorksheet('Crew').addRows(rows);
  return Buffer.from(await book.xlsx.writeBuffer());
};

const upload = (order: unknown, file: Buffer): FormData => {
  const form = new FormData();
  form.append('order', typeof order === 'string' ? order : JSON.stringify(order));
  form.append('file', new Blob([new Uint8Array(file)]), 'crew.xlsx');
  return form;
};

describe('a form from an Excel file', () => {
  let system: TestApp;
  let eve: Browser;

  beforeAll(async () => {
    system = await riverApp();
    eve = await system.as('eve');
  });
  afterAll(() => system.close());

  const send = (form: FormData, browser = eve) => browser.post<FormProposal>(`${ROOT}/forms/from-sheet`, form);

  it('is proposed with questions, and becomes a draft when it is saved', async () => {
    const file = await aWorkbook([
      ['Name', 'Age', 'Photo'],
      ['Example: Ann', 30],
    ]);
    const { status, body } = await send(upload({ key: 'crew_list' }, file));
    expect(status).toBe(200);
    expect(body.questions.map(({ id, at, isOpen }) => [id, at, isOpen])).toEqual([
      ['kind:C1', 'C1', true],
      ['required', 'A1', true],
    ]);
    expect(body.findings.filter(({ severity }) => severity === 'error')).toEqual([]);
    const answered = await send(upload({ key: 'crew_list', answers: { 'kind:C1': 'file', required: 'all' } }, file));
    expect(answered.body.questions.filter(({ isOpen }) => isOpen)).toEqual([]);
    const draft = { text: answered.body.text, rev: 0 };
    const saved = await eve.ask('PUT', `${ROOT}/Form/crew_list/draft`, { body: draft });
    expect(saved.body).toMatchObject({ rev: 1, findings: answered.body.findings });
    const kept = await system.sql.query(`SELECT key FROM definition_draft`);
    expect(kept).toEqual([{ key: 'crew_list' }]);
  });

  it.each([
    ['no workbook', () => Buffer.from('hello'), 415, 'unsupported-type'],
    ['an old workbook', () => Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(99)}`, 'hex'), 415, 'unsupported-type'],
    ['more than five megabytes', () => Buffer.alloc(6_000_000), 413, 'too-large'],
    [
      'a bomb',
      () => zipped({ 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000) }),
      413,
      'too-large',
    ],
  ])('refuses %s and goes on answering', async (_, file, status, code) => {
    const answer = await send(upload({ key: 'crew_list' }, file()));
    expect([answer.status, answer.body]).toMatchObject([status, { code }]);
    expect((await eve.get(ROOT)).status).toBe(200);
  });

  it('refuses an empty workbook, and an upload that does not say what it is for', async () => {
    const file = await aWorkbook([]);
    expect((await send(upload({ key: 'crew_list' }, file))).status).toBe(422);
    expect((await send(upload('not json', file))).status).toBe(400);
    expect((await send(upload({ key: 'No Key' }, file))).status).toBe(400);
    expect((await send(new FormData())).status).toBe(400);
    expect((await eve.post(`${ROOT}/forms/from-sheet`, { key: 'x' })).status).toBe(415);
  });

  it('is for those who edit forms of the programme', async () => {
    const file = await aWorkbook([['A', 'B', 'C']]);
    for (const account of ['olly', 'zoe'])
      expect((await send(upload({ key: 'x' }, file), await system.as(account))).status).toBe(403);
  });
});
