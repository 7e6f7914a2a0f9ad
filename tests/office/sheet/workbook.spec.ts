import { describe, expect, it } from '@jest/globals';
import exceljs from 'exceljs';
import { readWorkbook } from '../../../server/office/sheet/workbook.ts';
import { zipped } from './zipped.ts';

const workbook = async (fill: (sheet: exceljs.Worksheet) => void): Promise<Buffer> => {
  const book = new exceljs.Workbook();
  fill(book.addWorksheet('Sheet1'));
  return Buffer.from(await book.xlsx.writeBuffer());
};

const minimal = (sheet: string): Buffer =>
  zipped({
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="One" sheetId="1" r:id="rId1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/worksheets/sheet1.xml': `<worksheet>${sheet}</worksheet>`,
  });

describe('reading an Excel file', () => {
  it('tells cells as people see them, merged ones once', async () => {
    const file = await workbook((sheet) => {
      sheet.getCell('A1').value = { richText: [{ text: 'Staff ' }, { text: 'list' }] };
      sheet.mergeCells('A1:C1');
      sheet.getCell('A2').value = new Date('2024-03-31T00:00:00Z');
      sheet.getCell('B2').value = { formula: '1+1', result: 2 };
      sheet.getCell('C2').value = '  ';
    });
    expect(await readWorkbook(file)).toEqual({
      sheets: [
        {
          name: 'Sheet1',
          isCut: false,
          cells: [
            { row: 1, column: 1, text: 'Staff list', down: 1, across: 3 },
            { row: 2, column: 1, text: '2024-03-31', down: 1, across: 1 },
            { row: 2, column: 2, text: '2', down: 1, across: 1 },
          ],
        },
      ],
    });
  });

  it('leaves out hidden sheets, and rows below those that a form has', async () => {
    const file = await workbook((sheet) => {
      sheet.getCell('A1').value = 'Name';
      sheet.getCell('A5000').value = 'far below';
      sheet.workbook.addWorksheet('Secret', { state: 'hidden' }).getCell('A1').value = 'x';
    });
    expect(await readWorkbook(file)).toMatchObject({ sheets: [{ name: 'Sheet1', isCut: true, cells: [{ row: 1 }] }] });
  });

  it.each([
    ['nothing', Buffer.alloc(0), 'not-a-workbook'],
    ['a text', Buffer.from('name,age\n'.repeat(20)), 'not-a-workbook'],
    ['an old or locked file', Buffer.from(`d0cf11e0a1b11ae1${'00'.repeat(600)}`, 'hex'), 'old-or-encrypted'],
    ['another archive', zipped({ 'word/document.xml': '<x/>' }), 'not-a-workbook'],
    ['half an archive', minimal('').subarray(60), 'not-a-workbook'],
    ['more than five megabytes', Buffer.alloc(5_000_001), 'too-large'],
    ['a merge over everything', minimal('<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'), 'too-large'],
    [
      'more columns than a form may have',
      minimal('<sheetData><row r="1"><c r="ZZ1" t="inlineStr"><is><t>x</t></is></c></row></sheetData>'),
      'too-many-columns',
    ],
    [
      'more rows than are ever read',
      minimal(`<sheetData>${'<row><c/></row>'.repeat(20_001)}</sheetData>`),
      'too-large',
    ],
  ])('refuses %s', async (_, bytes, refused) => {
    expect(await readWorkbook(bytes)).toEqual({ refused });
  });

  it('refuses an archive that says it is small and unpacks to gigabytes', async () => {
    const bomb = zipped(
      { 'xl/workbook.xml': '<workbook/>', 'xl/worksheets/sheet1.xml': Buffer.alloc(60_000_000, 0x20) },
      { toldSize: 10 },
    );
    expect(bomb.length).toBeLessThan(200_000);
    expect(await readWorkbook(bomb)).toEqual({ refused: 'too-large' });
  });

  it('answers others while a hostile file is read', async () => {
    const heavy = await workbook((sheet) => {
      for (let row = 1; row <= 15_000; row += 1) sheet.addRow(['one', 'two', row]);
    });
    let longest = 0;
    let last = performance.now();
    const watch = setInterval(() => {
      longest = Math.max(longest, performance.now() - last);
      last = performance.now();
    }, 5);
    const read = await readWorkbook(heavy);
    clearInterval(watch);
    expect(read).toMatchObject({ sheets: [{ name: 'Sheet1', isCut: true }] });
    expect(longest).toBeLessThan(500);
  });

  it('reads two at a time and asks others to wait', async () => {
    const file = await workbook((sheet) => void (sheet.getCell('A1').value = 'x'));
    const answers = await Promise.all([1, 2, 3].map(() => readWorkbook(file)));
    expect(answers.filter((answer) => 'refused' in answer)).toEqual([{ refused: 'busy' }]);
    expect(await readWorkbook(file)).toHaveProperty('sheets');
  });
});
