import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { formatHtmlTable, formatTsv, parseTsv } from '../../../client/src/grid/tsv.ts';

const cell = fc.string({ unit: fc.constantFrom('a', '张', '"', '\t', '\n', ' ', ',', '='), maxLength: 6 });
const table = fc
  .integer({ min: 1, max: 4 })
  .chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }));

describe('the clipboard text of spreadsheets', () => {
  it.each([
    ['one cell', '张三', [['张三']]],
    ['an empty clipboard', '', [['']]],
    [
      'cells and rows, with the line end of Excel',
      'a\tb\r\nc\td\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['a row of empty cells', '\t\t\n', [['', '', '']]],
    ['an empty last row that was copied', 'a\n\n', [['a'], ['']]],
    ['a cell with a line end', '"一\n二"\t3\r\n', [['一\n二', '3']]],
    ['a cell with Windows line ends', '"一\r\n二"', [['一\n二']]],
    ['a cell with a tab', '"a\tb"\tc', [['a\tb', 'c']]],
    ['a cell with quotes', '"say ""yes"""\tb', [['say "yes"', 'b']]],
    ['a quote that is only a letter', '"big" shop\tb', [['"big" shop', 'b']]],
    ['a quote that never closes', '"abc\tb\nc', [['"abc', 'b'], ['c']]],
    ['an inch sign at the end', '5"\t6"', [['5"', '6"']]],
  ])('reads %s', (_, text, rows) => {
    expect(parseTsv(text)).toEqual(rows);
  });

  it('reads back every table that it writes', () => {
    fc.assert(
      fc.property(table, (rows) => {
        expect(parseTsv(formatTsv(rows))).toEqual(rows);
      }),
    );
  });

  it('writes one cell without a line end, for pasting into a text', () => {
    expect(formatTsv([['张三']])).toBe('张三');
  });

  it('marks cells as text for Excel, and lets no cell become markup', () => {
    const html = formatHtmlTable([['=1+1', '<b>320705199001011234</b>']]);
    expect(html).toContain(`<td style="mso-number-format:'\\@'">=1+1</td>`);
    expect(html).toContain('&lt;b&gt;320705199001011234&lt;/b&gt;');
  });
});
