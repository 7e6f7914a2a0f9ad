/**
 * The clipboard text of spreadsheets: cells parted by tabs, rows by line ends; a cell that itself holds a tab, a line
 * end or a quote stands in quotes, with its quotes doubled. Excel and WPS end the text with one line end.
 */

interface Field {
  readonly text: string;
  /** Where the separator after the field stands, or the end of the text. */
  readonly end: number;
}

const quotedField = (text: string, start: number): Field | undefined => {
  if (text[start] !== '"') return undefined;
  let at = start + 1;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return undefined;
    if (text[quote + 1] !== '"') {
      const after = text[quote + 1];
      // A quote that closes in the middle of a cell was meant as a letter, as in: "big" shop
      if (after !== undefined && after !== '\t' && after !== '\n') return undefined;
      return { text: text.slice(start + 1, quote).replaceAll('""', '"'), end: quote + 1 };
    }
    at = quote + 2;
  }
};

const plainField = (text: string, start: number): Field => {
  let end = start;
  while (end < text.length && text[end] !== '\t' && text[end] !== '\n') end += 1;
  return { text: text.slice(start, end), end };
};

/** The cells of a clipboard text, row by row; always at least one row of one cell. */
export const parseTsv = (source: string): string[][] => {
  const text = source.replaceAll('\r\n', '\n').replaceAll('\r', '\n').replace(/\n$/, '');
  const rows: string[][] = [];
  let row: string[] = [];
  let at = 0;
  for (;;) {
    const field = quotedField(text, at) ?? plainField(text, at);
    row.push(field.text);
    if (text[field.end] !== '\t') {
      rows.push(row);
      row = [];
    }
    if (field.end >= text.length) return rows;
    at = field.end + 1;
  }
};

const quoteIfNeeded = (cell: string): string => (/["\t\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The clipboard text of a table of cells; `parseTsv` reads it back. One cell alone stands without a line end. */
export const formatTsv = (rows: readonly (readonly string[])[]): string => {
  const lines = rows.map((row) => row.map(quoteIfNeeded).join('\t'));
  return lines.length === 1 && rows[0]?.length === 1 ? (lines[0] ?? '') : lines.map((line) => `${line}\n`).join('');
};

const escapeHtml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('\n', '<br>');

/**
 * The same table for spreadsheets that read HTML: cells marked as text keep long numbers and leading zeros, and a text
 * that begins with `=` stays a text.
 */
export const formatHtmlTable = (rows: readonly (readonly string[])[]): string => {
  const cell = (text: string): string => `<td style="mso-number-format:'\\@'">${escapeHtml(text)}</td>`;
  const lines = rows.map((row) => `<tr>${row.map(cell).join('')}</tr>`);
  return `<table>${lines.join('')}</table>`;
};
