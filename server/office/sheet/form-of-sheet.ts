import type { Field } from '../../contract/definition/field.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { FormProposal } from '../../contract/wire/design.ts';
import { addressOf, gridOf, type Grid } from './grid.ts';
import { guessKind } from './guess-kind.ts';
import { guessHeader, type Header, headerFrom } from './header.ts';
import { keyMaker } from '../../engine/form/make-key.ts';
import { fieldOf, KIND_WORDS } from './kinds.ts';
import { type Line, readSurroundings, type Surroundings } from './lines.ts';
import { type Inquiry, inquiry, say } from './questions.ts';
import { ORGANISATION } from './sheet-words.ts';
import { readBody } from './table-body.ts';
import { readColumns, type Roster, ROSTER } from './table-columns.ts';
import type { Sheet } from './workbook.ts';

/** A form as a sheet proposes it, with what is doubtful about it. */
export type SheetProposal = { form: Form } & Pick<FormProposal, 'questions' | 'fields' | 'told'>;

/** Rows that a roster takes unless somebody says otherwise. */
const ROWS = 500;

interface Head {
  properties: Record<string, Field>;
  /** Keys in the order of the sheet; `org` where the organisation stands. */
  places: string[];
  fields: FormProposal['fields'];
}

const isOrganisation = (ask: Inquiry, { at, label }: Line): boolean => {
  if (!ORGANISATION.test(label)) return false;
  const answer = ask.ask({
    id: `org:${at}`,
    at,
    about: say(`“${label}”是填报的单位吗？`, `Is "${label}" the reporting organisation?`),
    alternatives: [
      { answer: 'org', words: say('是，由系统填写', 'Yes; the system fills it in') },
      { answer: 'text', words: say('不是，要填写', 'No, it is filled in') },
    ],
  });
  return answer === 'org';
};

const DEFAULTS: Record<string, string> = { date: 'today', written_by: 'user.name' };

const readHead = (lines: readonly Line[], ask: Inquiry): Head => {
  const makeKey = keyMaker([ROSTER, 'org']);
  const head: Head = { properties: {}, places: [], fields: [] };
  lines.forEach((line, index) => {
    if (isOrganisation(ask, line)) {
      if (!head.places.includes('org')) head.places.push('org');
      head.fields.push({ at: line.at, path: 'org', title: line.label, kind: say('填报单位', 'The organisation') });
      return;
    }
    const at = lines.filter((one) => one.at === line.at).length > 1 ? `${line.at}/${line.label}` : line.at;
    const samples = line.value === '' ? [] : [line.value];
    const guess = guessKind(ask, { at, text: line.label, samples });
    const key = makeKey(guess.key, guess.title, `field_${index + 1}`);
    const field = fieldOf(guess.kind, { title: guess.title, choices: guess.choices });
    const preset = DEFAULTS[guess.key ?? ''];
    head.properties[key] = preset === undefined ? field : { ...field, 'x-default': preset };
    head.places.push(key);
    head.fields.push({ at: line.at, path: key, title: guess.title, kind: KIND_WORDS[guess.kind] });
  });
  return head;
};

const chooseHeader = (grid: Grid, ask: Inquiry): Header | undefined => {
  const { tops, isNarrow } = guessHeader(grid);
  const [first] = tops;
  if (first === undefined) return undefined;
  const none = { answer: 'none', words: say('没有表格，每格填写一项', 'There is no table; each cell is one field') };
  const rows = tops.map((row) => ({ answer: String(row), words: say(`第 ${row} 行`, `Row ${row}`) }));
  const answer =
    rows.length === 1 && !isNarrow
      ? String(first)
      : ask.ask({
          id: 'header',
          at: `A${first}`,
          about: say('表格的标题行从哪一行开始？', 'In which row does the header of the table begin?'),
          alternatives: [...rows, none],
        });
  return answer === 'none' ? undefined : headerFrom(grid, Number(answer));
};

const chooseSheet = (sheets: readonly Sheet[], ask: Inquiry): Sheet | undefined => {
  const filled = sheets.filter(({ cells }) => cells.length > 0);
  if (filled.length < 2) return filled[0];
  const alternatives = filled.map(({ name }, index) => ({ answer: String(index), words: say(name, name) }));
  const about = say('用哪一张工作表？', 'Which sheet is the form?');
  return filled[Number(ask.ask({ id: 'sheet', at: '', about, alternatives }))];
};

const layoutOf = (
  around: Surroundings,
  head: Head,
  { roster, header, title }: { roster: Roster; header: Header; title: string },
) => ({
  mode: 'table' as const,
  heading: title,
  ...(around.attachment === null ? {} : { attachment: around.attachment }),
  ...(head.places.length === 0 ? {} : { head: head.places.slice(0, 40) }),
  roster: ROSTER,
  columns: roster.layout.slice(0, 100),
  ...(roster.isNumbered ? { numbered: true } : {}),
  ...(header.numbers === null ? {} : { column_numbers: true }),
  ...(around.notes.length === 0 ? {} : { notes: around.notes.slice(0, 20) }),
});

const rosterField = (roster: Roster, title: string): Field => ({
  type: 'array',
  title,
  maxItems: ROWS,
  ...(roster.example === undefined ? {} : { 'x-example': roster.example }),
  items: {
    type: 'object',
    ...(roster.required.length === 0 ? {} : { required: roster.required }),
    properties: roster.properties,
  },
});

const withTable = (grid: Grid, header: Header, { ask, key, name }: { ask: Inquiry; key: string; name: string }) => {
  const body = readBody(grid, header, ask);
  const above = grid.rows.filter((row) => row < header.top);
  const around = readSurroundings({ grid, inquiry: ask }, { above, below: body.below, hasTable: true });
  const head = readHead(around.lines, ask);
  const roster = readColumns(header, body, ask);
  const title = around.title ?? name;
  const form = {
    ...formHead(key, title),
    properties: { ...head.properties, [ROSTER]: rosterField(roster, title) },
    'x-layout': layoutOf(around, head, { roster, header, title }),
  };
  return { form, fields: [...head.fields, ...roster.fields] };
};

const withoutTable = (grid: Grid, { ask, key, name }: { ask: Inquiry; key: string; name: string }) => {
  const around = readSurroundings({ grid, inquiry: ask }, { above: grid.rows, below: [], hasTable: false });
  const head = readHead(around.lines, ask);
  for (const note of around.notes)
    ask.tell('', say(`说明没有带入：${note.slice(0, 60)}`, `A note is left out: ${note.slice(0, 60)}`));
  return { form: { ...formHead(key, around.title ?? name), properties: head.properties }, fields: head.fields };
};

const formHead = (key: string, title: string) => ({
  $schema: 'https://json-schema.org/draft/2020-12/schema' as const,
  $id: key,
  title,
  type: 'object' as const,
});

/** Makes a form of a workbook. `answers` are to questions that it asked before; the same answers give the same form. */
export const formOfSheets = (
  sheets: readonly Sheet[],
  { key, answers }: { key: string; answers: Readonly<Record<string, string>> },
): SheetProposal | undefined => {
  const { inquiry: ask, minutes } = inquiry(answers);
  const sheet = chooseSheet(sheets, ask);
  if (sheet === undefined) return undefined;
  const grid = gridOf(sheet);
  const header = chooseHeader(grid, ask);
  const given = { ask, key, name: sheet.name };
  const { form, fields } = header === undefined ? withoutTable(grid, given) : withTable(grid, header, given);
  if (sheet.isCut)
    ask.tell(
      addressOf({ row: grid.rows.at(-1) ?? 1, column: 1 }),
      say('后面的行没有看', 'The rows below are not looked at'),
    );
  return { form, fields, questions: minutes.questions, told: minutes.told };
};
