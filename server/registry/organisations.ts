import { type Info, parse } from 'csv-parse/sync';
import type { Finding, FindingText } from '../contract/finding.ts';
import { OrganisationCode } from '../contract/wire/organisation.ts';
import { didYouMean } from '../engine/expression-suggest.ts';
import { LIMITS } from './limits.ts';
import {
  type KindNames,
  type KindTag,
  type Read,
  readAttributes,
  readKinds,
  readRelations,
} from './organisation-cells.ts';
import { say } from './place.ts';
import { plainText } from './source.ts';

/** Reads `organisations.csv`: one organisation a row, with the line and column of everything that is wrong. */

export interface OrganisationLine {
  line: number;
  code: string;
  title: string;
  kinds: KindTag[];
  level: string | null;
  /** Code of the organisation above it. */
  parent: string | null;
  relations: Record<string, string[]>;
  attributes: Record<string, string | number | boolean>;
}

const COLUMNS = ['code', 'title', 'kinds', 'level', 'parent', 'relations', 'attributes'] as const;
type Column = (typeof COLUMNS)[number];

export interface OrganisationsFile {
  organisations: OrganisationLine[];
  findings: Finding[];
}

/** The file as text: UTF-8, else GB18030, what Excel and WPS write on a Chinese Windows. */
export const organisationsText = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('gb18030').decode(bytes);
  }
};

interface Told {
  line: number;
  column?: number;
  path?: (string | number)[];
  code: string;
  message: FindingText;
  suggestion?: FindingText;
}

interface Sheet {
  file: string;
  kindNames: KindNames;
  findings: Finding[];
}

const tell = (
  { file, findings }: Pick<Sheet, 'file' | 'findings'>,
  { line, column = 1, path = [], ...rest }: Told,
): void => {
  findings.push({ ...rest, severity: 'error', file, line, column, path });
};

interface Line {
  line: number;
  cells: string[];
}

const linesOf = (sheet: Sheet, text: string): Line[] => {
  try {
    const records = parse(text, {
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
      max_record_size: 20_000,
      to: LIMITS.csvRows + 2,
    }) as unknown as { record: string[]; info: Info }[];
    return records.map(({ record, info }) => ({ line: info.lines, cells: record.map((cell) => cell.trim()) }));
  } catch (error) {
    const line = (error as { lines?: number }).lines ?? 1;
    tell(sheet, {
      line,
      code: 'csv-syntax',
      message: say(
        '这一行不是正确的 CSV（引号不成对，或一格过长）',
        'This line is not CSV: an odd quote, or too long a cell',
      ),
      suggestion: say('含逗号或引号的格子请用双引号括起来', 'Put cells with commas or quotes in double quotes'),
    });
    return [];
  }
};

const columnsOf = (sheet: Sheet, header: Line): Map<Column, number> => {
  const places = new Map<Column, number>();
  header.cells.forEach((name, index) => {
    const known = COLUMNS.find((column) => column === name.toLowerCase());
    if (known !== undefined && !places.has(known)) places.set(known, index);
    else if (name !== '')
      tell(sheet, {
        line: header.line,
        column: index + 1,
        code: known === undefined ? 'unknown-column' : 'column-twice',
        message:
          known === undefined
            ? say(`没有名为“${name}”的列`, `There is no column "${name}"`)
            : say(`列“${name}”重复`, `The column "${name}" is there twice`),
        suggestion: say(
          `是否要写“${didYouMean(name, COLUMNS) ?? COLUMNS.join('、')}”？`,
          `Did you mean "${didYouMean(name, COLUMNS) ?? COLUMNS.join(', ')}"?`,
        ),
      });
  });
  for (const needed of ['code', 'title', 'kinds'] as const)
    if (!places.has(needed))
      tell(sheet, {
        line: header.line,
        code: 'missing-column',
        message: say(`缺少列“${needed}”`, `The column "${needed}" is missing`),
        suggestion: say(`第一行应为 ${COLUMNS.join(',')}`, `The first line should be ${COLUMNS.join(',')}`),
      });
  return places;
};

const textRules = (cells: Record<Column, string>): [Column, FindingText][] => [
  ...(OrganisationCode.safeParse(cells.code).success
    ? []
    : [
        [
          'code',
          say('代码只能用字母、数字、- 和 _，最多 60 个字符', 'A code is letters, digits, - and _, at most 60'),
        ] as [Column, FindingText],
      ]),
  ...(cells.title !== '' && cells.title.length <= 200
    ? []
    : [['title', say('名称不能为空，最多 200 个字符', 'A title is 1 to 200 characters')] as [Column, FindingText]]),
  ...(cells.level.length <= 60
    ? []
    : [['level', say('最多 60 个字符', 'At most 60 characters')] as [Column, FindingText]]),
  ...(cells.parent === '' || OrganisationCode.safeParse(cells.parent).success
    ? []
    : [
        ['parent', say('应为上级单位的代码', 'This must be the code of the organisation above')] as [
          Column,
          FindingText,
        ],
      ]),
];

const readLine = (sheet: Sheet, places: Map<Column, number>, { line, cells }: Line): OrganisationLine => {
  const given = Object.fromEntries(COLUMNS.map((column) => [column, cells[places.get(column) ?? -1] ?? ''])) as Record<
    Column,
    string
  >;
  const wrong = (column: Column, message: FindingText, suggestion?: FindingText): void => {
    const path = [line, column];
    const at = (places.get(column) ?? 0) + 1;
    tell(sheet, { line, column: at, path, code: 'cell', message, ...(suggestion === undefined ? {} : { suggestion }) });
  };
  for (const [column, message] of textRules(given)) wrong(column, message);
  const taken = <Value>(column: Column, read: Read<Value>, otherwise: Value): Value => {
    if ('value' in read) return read.value;
    wrong(column, read.problem, read.suggestion);
    return otherwise;
  };
  return {
    line,
    code: given.code,
    title: given.title,
    kinds: taken('kinds', readKinds(given.kinds, sheet.kindNames), []),
    level: given.level === '' ? null : given.level,
    parent: given.parent === '' ? null : given.parent,
    relations: taken('relations', readRelations(given.relations), {}),
    attributes: taken('attributes', readAttributes(given.attributes), {}),
  };
};

const codeTwice = (sheet: Sheet, organisations: readonly OrganisationLine[]): void => {
  const seen = new Set<string>();
  for (const { code, line } of organisations) {
    if (seen.has(code))
      tell(sheet, {
        line,
        path: [line, 'code'],
        code: 'code-twice',
        message: say(`代码“${code}”重复`, `The code "${code}" is there twice`),
        suggestion: say('每个单位的代码必须不同', 'Every organisation has a code of its own'),
      });
    seen.add(code);
  }
};

const tooMany = say(`最多 ${String(LIMITS.csvRows)} 个单位`, `At most ${String(LIMITS.csvRows)} organisations`);
const tooLarge = say(
  `文件不能超过 ${String(LIMITS.csvBytes)} 字节`,
  `A file is at most ${String(LIMITS.csvBytes)} bytes`,
);

/**
 * Reads the file whatever is in it; rows with a finding are among the answer with what could be read. Kinds may be called by
 * the titles in `kindNames`, in lower case.
 */
export const readOrganisations = (
  content: Uint8Array | string,
  file = 'organisations.csv',
  kindNames: KindNames = new Map(),
): OrganisationsFile => {
  const sheet: Sheet = { file, kindNames, findings: [] };
  if (content.length > LIMITS.csvBytes) {
    tell(sheet, { line: 1, code: 'too-large', message: tooLarge });
    return { organisations: [], findings: sheet.findings };
  }
  const [header, ...lines] = linesOf(
    sheet,
    plainText(typeof content === 'string' ? content : organisationsText(content)),
  );
  if (header === undefined) return { organisations: [], findings: sheet.findings };
  const places = columnsOf(sheet, header);
  if (lines.length > LIMITS.csvRows) tell(sheet, { line: LIMITS.csvRows + 2, code: 'too-many-rows', message: tooMany });
  if (sheet.findings.length > 0) return { organisations: [], findings: sheet.findings };
  const organisations = lines.map((line) => readLine(sheet, places, line));
  codeTwice(sheet, organisations);
  return { organisations, findings: sheet.findings };
};
