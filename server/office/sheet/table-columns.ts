import type { Field } from '../../contract/definition/field.ts';
import type { LayoutColumn } from '../../contract/definition/form.ts';
import type { FormProposal } from '../../contract/wire/design.ts';
import { valueOf } from './cell-value.ts';
import { addressOf, columnLetters } from './grid.ts';
import { type Guess, guessKind } from './guess-kind.ts';
import type { Header } from './header.ts';
import { type KeyMaker, keyMaker } from '../../engine/form/make-key.ts';
import { fieldOf, KIND_WORDS } from './kinds.ts';
import { type Inquiry, say } from './questions.ts';
import { ROW_NUMBER, SURE_ROW_NUMBER } from './sheet-words.ts';
import type { Body, BodyRow } from './table-body.ts';
import type { Cell } from './workbook.ts';

/** The columns of a sheet's table as the fields of a roster. */

interface Column {
  cell: Cell;
  groups: readonly Cell[];
  guess: Guess;
  key: string;
  /** The text that its last choice asks for. */
  other: { key: string; field: Field } | undefined;
}

export interface Roster {
  properties: Record<string, Field>;
  required: string[];
  example: Record<string, unknown> | undefined;
  layout: LayoutColumn[];
  isNumbered: boolean;
  fields: FormProposal['fields'];
}

/** Where the roster stands in the form. */
export const ROSTER = 'rows';

const isNumberColumn = (inquiry: Inquiry, cell: Cell): boolean => {
  if (!ROW_NUMBER.test(cell.text)) return false;
  if (SURE_ROW_NUMBER.test(cell.text)) return true;
  const at = addressOf(cell);
  const answer = inquiry.ask({
    id: `number:${at}`,
    at,
    about: say(`“${cell.text}”是行的序号吗？`, `Is "${cell.text}" the number of the row?`),
    alternatives: [
      { answer: 'field', words: say('不是，要填写', 'No, it is filled in') },
      { answer: 'number', words: say('是，自动编号', 'Yes, rows are numbered by themselves') },
    ],
  });
  return answer === 'number';
};

const samplesOf = ({ samples, examples }: Body, column: number): string[] =>
  [...samples, ...examples].flatMap(({ texts }) => texts.get(column) ?? []);

const otherOf = ({ choices }: Guess, key: string, makeKey: KeyMaker): Column['other'] => {
  const asking = choices.find(({ asks }) => asks === 'yes');
  if (asking === undefined) return undefined;
  return {
    key: makeKey(`${key}_other`, '', 'other'),
    field: { type: 'string', title: asking.title, maxLength: 100 },
  };
};

const fieldsOf = ({ key, guess: { title, choices, kind }, other }: Column): [string, Field][] => [
  [key, fieldOf(kind, { title, choices, other: other?.key })],
  ...(other === undefined ? [] : [[other.key, other.field] as [string, Field]]),
];

const cellLayout = ({ key, guess, other }: Column): LayoutColumn => {
  if (guess.choices.length === 0) return key;
  return { field: key, ...(other === undefined ? {} : { template: `{${key}} {${other.key}}` }), codes: '=' };
};

/** Neighbouring columns under the same merged header stand together under its title. */
const layoutOf = (columns: readonly Column[], depth = 0): LayoutColumn[] => {
  const layout: LayoutColumn[] = [];
  for (let at = 0; at < columns.length;) {
    const column = columns[at];
    const group = column?.groups[depth];
    if (column === undefined) break;
    if (group === undefined) {
      layout.push(cellLayout(column));
      at += 1;
      continue;
    }
    const inside = columns.slice(at).filter(({ groups }) => groups[depth] === group);
    layout.push({ title: group.text.slice(0, 200), columns: layoutOf(inside, depth + 1) });
    at += inside.length;
  }
  return layout;
};

const exampleOf = (columns: readonly Column[], row: BodyRow, inquiry: Inquiry): Record<string, unknown> =>
  Object.fromEntries(
    columns.flatMap(({ cell, key, guess }): [string, unknown][] => {
      const text = row.texts.get(cell.column);
      if (text === undefined) return [];
      const value = valueOf(guess.kind, text, guess.choices);
      if (value !== undefined) return [[key, value]];
      const words = say(
        `示例“${text.slice(0, 40)}”不符合这一列，没有带入`,
        `The example "${text.slice(0, 40)}" does not fit its column and is left out`,
      );
      inquiry.tell(addressOf({ row: row.row, column: cell.column }), words);
      return [];
    }),
  );

const requiredOf = (columns: readonly Column[], header: Header, inquiry: Inquiry): string[] => {
  const marked = columns.filter(({ guess }) => guess.isRequired).map(({ key }) => key);
  if (marked.length > 0 || columns.length === 0) return marked;
  const answer = inquiry.ask({
    id: 'required',
    at: `${columnLetters(header.columns[0]?.cell.column ?? 1)}${header.top}`,
    about: say('表上没有标出必填，哪些列必填？', 'Nothing says which columns must be filled in'),
    alternatives: [
      { answer: 'none', words: say('都不必填，以后再定', 'None; to be decided later') },
      { answer: 'all', words: say('每列都必填', 'All of them') },
    ],
  });
  return answer === 'all' ? columns.filter(({ guess }) => guess.kind !== 'file').map(({ key }) => key) : [];
};

/** Reads the columns; what is doubtful about one is asked at its cell. */
export const readColumns = (header: Header, body: Body, inquiry: Inquiry): Roster => {
  const makeKey = keyMaker();
  const numbers = header.columns.filter(({ cell }) => isNumberColumn(inquiry, cell));
  const columns = header.columns
    .filter((column) => !numbers.includes(column))
    .map(({ cell, groups }): Column => {
      const at = addressOf(cell);
      const guess = guessKind(inquiry, { at, text: cell.text, samples: samplesOf(body, cell.column) });
      const key = makeKey(guess.key, guess.title, `column_${columnLetters(cell.column).toLowerCase()}`);
      return { cell, groups, guess, key, other: otherOf(guess, key, makeKey) };
    });
  const [example, ...more] = body.examples;
  for (const { row } of more)
    inquiry.tell(
      `A${row}`,
      say('一张表单只有一行示例，这一行没有带入', 'A form has one example row; this one is left out'),
    );
  return {
    properties: Object.fromEntries(columns.flatMap(fieldsOf)),
    required: requiredOf(columns, header, inquiry),
    example: example === undefined ? undefined : exampleOf(columns, example, inquiry),
    layout: layoutOf(columns),
    isNumbered: numbers.length > 0,
    fields: columns.map(({ cell, guess, key }) => ({
      at: addressOf(cell),
      path: `${ROSTER}.${key}`,
      title: guess.title,
      kind: KIND_WORDS[guess.kind],
    })),
  };
};
