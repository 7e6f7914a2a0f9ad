/**
 * A thread that reads one Excel file from a stranger: it may run out of memory or time, and nothing but the thread ends.
 * Plain JavaScript, because it is run from the sources, also by the built server. Given `bytes` and `limits`, it answers
 * `{ sheets }`, or `{ refused }` with a reason.
 */
import { parentPort, workerData } from 'node:worker_threads';
import { inflateRawSync } from 'node:zlib';
import exceljs from 'exceljs';

const { limits } = workerData;
const bytes = Buffer.from(workerData.bytes);

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** The bytes of a local header before its name. */
const LOCAL_BYTES = 30;

class Refusal extends Error {}

const refuse = (reason) => {
  throw new Refusal(reason);
};

const endOfArchive = () => {
  const last = bytes.length - 22;
  for (let at = last; at >= Math.max(0, last - 65_535); at -= 1) if (bytes.readUInt32LE(at) === END) return at;
  return refuse('not-a-workbook');
};

/** What the archive lists; sizes are read, not believed. */
const entriesOf = () => {
  const end = endOfArchive();
  const count = bytes.readUInt16LE(end + 10);
  if (count > limits.entries) refuse('too-large');
  let at = bytes.readUInt32LE(end + 16);
  return Array.from({ length: count }, () => {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) refuse('not-a-workbook');
    const [flags, method] = [bytes.readUInt16LE(at + 8), bytes.readUInt16LE(at + 10)];
    const packed = bytes.readUInt32LE(at + 20);
    const [name, extra, comment] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const entry = {
      name: bytes.toString('utf8', at + 46, at + 46 + name),
      isEncrypted: (flags & 1) === 1,
      method,
      packed,
      offset: bytes.readUInt32LE(at + 42),
    };
    at += 46 + name + extra + comment;
    return entry;
  });
};

const packedBytes = ({ offset, packed }) => {
  if (offset + LOCAL_BYTES > bytes.length || bytes.readUInt32LE(offset) !== LOCAL) refuse('not-a-workbook');
  const from = offset + LOCAL_BYTES + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28);
  if (from + packed > bytes.length) refuse('not-a-workbook');
  return bytes.subarray(from, from + packed);
};

const unpacked = (entry, most) => {
  if (entry.isEncrypted) refuse('encrypted');
  const packed = packedBytes(entry);
  if (entry.method === 0) return packed.length > most ? refuse('too-large') : packed;
  if (entry.method !== 8) refuse('not-a-workbook');
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    return refuse(error.code === 'ERR_BUFFER_TOO_LARGE' ? 'too-large' : 'not-a-workbook');
  }
};

const MERGE = /<(?:\w+:)?mergeCell\b[^>]*\bref="([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?"/g;

const columnNumber = (letters) => [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** A merged range is walked cell by cell later: one over a whole sheet would never end. */
const refuseWideMerges = (xml) => {
  let cells = 0;
  for (const [, left, top, right = left, bottom = top] of xml.matchAll(MERGE)) {
    cells += (columnNumber(right) - columnNumber(left) + 1) * (Number(bottom) - Number(top) + 1);
    if (cells > limits.mergedCells) refuse('too-large');
  }
};

/** Unpacks everything once, within the limits, before a library that trusts the file gets to see it. */
const examine = () => {
  if (bytes.length < 22) refuse('not-a-workbook');
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) refuse('old-or-encrypted');
  let left = limits.unpackedBytes;
  let isWorkbook = false;
  for (const entry of entriesOf()) {
    const content = unpacked(entry, left);
    left -= content.length;
    if (entry.name === 'xl/workbook.xml') isWorkbook = true;
    if (!/\.(xml|rels)$/i.test(entry.name)) continue;
    if (content.length > limits.xmlBytes) refuse('too-large');
    if (entry.name.startsWith('xl/worksheets/')) refuseWideMerges(content.toString('latin1'));
  }
  if (!isWorkbook) refuse('not-a-workbook');
};

/** Parts of a sheet that say nothing about its form, and of which some are walked cell by cell. */
const IGNORED = [
  'dataValidations',
  'conditionalFormatting',
  'extLst',
  'drawing',
  'legacyDrawing',
  'hyperlinks',
  'tableParts',
  'picture',
  'rowBreaks',
  'sheetProtection',
];

const two = (number) => String(number).padStart(2, '0');

const textOf = (value) => {
  if (value === null || value === undefined) return '';
  if (value instanceof Date) {
    const day = `${value.getUTCFullYear()}-${two(value.getUTCMonth() + 1)}-${two(value.getUTCDate())}`;
    return Number.isNaN(value.getTime()) ? '' : day;
  }
  if (typeof value !== 'object') return String(value);
  if (Array.isArray(value.richText)) return value.richText.map(({ text }) => text).join('');
  if ('result' in value) return textOf(value.result);
  if ('text' in value) return textOf(value.text);
  return '';
};

const cellOf = (cell, spans) => {
  const text = textOf(cell.value).slice(0, limits.characters).trim();
  const span = spans.get(cell.address) ?? { down: 1, across: 1 };
  return { row: cell.row, column: cell.col, text, ...span };
};

const spansOf = (sheet) =>
  new Map(
    sheet.model.merges.map((range) => {
      const [first, last] = range.split(':').map((address) => /^([A-Z]+)(\d+)$/.exec(address));
      const [, left, top] = first;
      const [, right, bottom] = last ?? first;
      const down = Number(bottom) - Number(top) + 1;
      return [`${left}${top}`, { down, across: columnNumber(right) - columnNumber(left) + 1 }];
    }),
  );

const sheetOf = (sheet) => {
  const spans = spansOf(sheet);
  const cells = [];
  let isCut = false;
  sheet.eachRow((row, number) => {
    if (number > limits.rows) {
      isCut = true;
      return;
    }
    row.eachCell((cell, column) => {
      if (column > limits.columns) refuse('too-many-columns');
      if (cell.isMerged && cell.master.address !== cell.address) return;
      const read = cellOf(cell, spans);
      if (read.text !== '') cells.push(read);
    });
  });
  return { name: sheet.name, cells, isCut };
};

const read = async () => {
  examine();
  const workbook = new exceljs.Workbook();
  await workbook.xlsx.load(bytes, { ignoreNodes: IGNORED, maxRows: limits.rowsRead, maxCols: limits.columnsRead });
  const visible = workbook.worksheets.filter(({ state }) => state === undefined || state === 'visible');
  return { sheets: visible.slice(0, limits.sheets).map(sheetOf) };
};

const reasonOf = (error) => {
  if (error instanceof Refusal) return error.message;
  return /^Max (row|column) count/.test(error.message) ? 'too-large' : 'not-a-workbook';
};

parentPort.postMessage(await read().catch((error) => ({ refused: reasonOf(error) })));
