import { addressOf, type Grid } from './grid.ts';
import type { Header } from './header.ts';
import { isLabel } from './lines.ts';
import { type Inquiry, say } from './questions.ts';
import { EXAMPLE, NOTE, TOTAL_ROW } from './sheet-words.ts';
import type { Cell } from './workbook.ts';

/** One row under the header: its texts by column. */
export interface BodyRow {
  row: number;
  texts: ReadonlyMap<number, string>;
}

export interface Body {
  examples: BodyRow[];
  samples: BodyRow[];
  /** Rows below the table. */
  below: number[];
}

/** Rows from which kinds are guessed. */
const MOST_SAMPLES = 50;

const isFooter = (cells: readonly Cell[], columns: number): boolean => {
  const [first] = cells;
  if (first === undefined) return false;
  if (NOTE.test(first.text)) return true;
  if (cells.length <= Math.max(1, columns / 2) && cells.some(({ text }) => isLabel(text))) return true;
  return cells.length === 1 && first.across > columns / 2;
};

const textsOf = (cells: readonly Cell[]): Map<number, string> =>
  new Map(cells.map(({ column, text }) => [column, text]));

const withoutMark = (cells: readonly Cell[]): Map<number, string> =>
  new Map(
    cells.flatMap(({ column, text }): [number, string][] => {
      const rest = text.replace(EXAMPLE, '').trim();
      return rest === '' ? [] : [[column, rest]];
    }),
  );

/** Sorts the rows under a header: examples, what is filled in already, and what stands below the table. */
export const readBody = (grid: Grid, header: Header, inquiry: Inquiry): Body => {
  const body: Body = { examples: [], samples: [], below: [] };
  const from = header.numbers ?? header.bottom;
  for (const row of grid.rows.filter((one) => one > from)) {
    const cells = grid.row(row);
    const [first] = cells;
    if (body.below.length > 0 || isFooter(cells, header.columns.length)) body.below.push(row);
    else if (cells.slice(0, 2).some(({ text }) => EXAMPLE.test(text)))
      body.examples.push({ row, texts: withoutMark(cells) });
    else if (first !== undefined && TOTAL_ROW.test(first.text))
      inquiry.tell(
        addressOf(first),
        say('合计行没有带入，可在表单中另加合计', 'The row of totals is left out; a form has totals of its own'),
      );
    else body.samples.push({ row, texts: textsOf(cells) });
  }
  tellSamples(body.samples, inquiry);
  return { ...body, samples: body.samples.slice(0, MOST_SAMPLES) };
};

/** Single numbers in the first column are the lines of an empty sheet. */
const isFilled = ({ texts }: BodyRow): boolean => texts.size > 1;

const tellSamples = (samples: readonly BodyRow[], inquiry: Inquiry): void => {
  const filled = samples.filter(isFilled);
  const [first, last] = [filled[0], filled.at(-1)];
  if (first === undefined || last === undefined) return;
  inquiry.tell(
    `A${first.row}`,
    say(
      `第 ${first.row} 至 ${last.row} 行已填的内容没有带入表单，只用来判断各列填什么`,
      `What is filled in on rows ${first.row} to ${last.row} is not taken over; it only helps to tell the columns`,
    ),
  );
};
