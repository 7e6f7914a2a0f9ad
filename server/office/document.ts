import {
  AlignmentType,
  Document,
  type IRunOptions,
  Packer,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';

/** One piece of a page, from top to bottom. */
type Piece =
  | { kind: 'heading'; text: string }
  | { kind: 'text'; text: string; align?: 'left' | 'center' | 'right' }
  | { kind: 'table'; head: readonly string[]; rows: readonly (readonly string[])[] };

export interface DocumentPage {
  isLandscape: boolean;
  pieces: readonly Piece[];
}

/** Sizes in half points. */
const HEADING = 44;
const TEXT = 28;
const CELL = 22;

/** Twentieths of a point between lines. */
const AFTER = 240;

/** As wide as the page. */
const FULL = { size: 100, type: WidthType.PERCENTAGE };

const run = (options: IRunOptions): TextRun => new TextRun(options);

const cell = (text: string, isHead: boolean): TableCell =>
  new TableCell({
    children: [new Paragraph({ children: [run({ text, size: CELL, bold: isHead })] })],
    margins: { top: 60, bottom: 60, left: 100, right: 100 },
  });

const row = (texts: readonly string[], isHead: boolean): TableRow =>
  new TableRow({ tableHeader: isHead, cantSplit: true, children: texts.map((text) => cell(text, isHead)) });

const drawn = (piece: Piece): Paragraph | Table => {
  switch (piece.kind) {
    case 'heading':
      return new Paragraph({
        alignment: AlignmentType.CENTER,
        spacing: { after: AFTER * 2 },
        children: [run({ text: piece.text, size: HEADING, bold: true })],
      });
    case 'text':
      return new Paragraph({
        alignment: piece.align ?? 'left',
        spacing: { after: AFTER, line: 480 },
        children: piece.text
          .split('\n')
          .map((text, n) => new TextRun({ text, size: TEXT, ...(n === 0 ? {} : { break: 1 }) })),
      });
    case 'table':
      return new Table({ width: FULL, rows: [row(piece.head, true), ...piece.rows.map((one) => row(one, false))] });
  }
};

/** A Word document, each page a section of its own: it begins on a new sheet. */
export const wordDocument = async (title: string, pages: readonly DocumentPage[]): Promise<Buffer> => {
  const document = new Document({
    title,
    creator: '',
    lastModifiedBy: '',
    customProperties: [],
    sections: pages.map(({ isLandscape, pieces }) => ({
      properties: {
        page: {
          size: {
            width: 11906,
            height: 16838,
            orientation: isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
          },
        },
      },
      children: pieces.map(drawn),
    })),
  });
  return Packer.toBuffer(document);
};
