import type { CellKind } from './column.ts';
import type { HighlightKind, ProblemSeverity, RemarkStatus } from './notes.ts';

/** Every text of the grid. The host hands in one set; two are given here. */
export interface GridLabels {
  readonly rowNumber: string;
  readonly required: string;
  readonly example: string;
  readonly notApplicable: string;
  readonly masked: string;
  readonly locked: string;
  readonly newRow: string;
  readonly noRows: string;
  readonly cell: (column: string, row: number) => string;

  readonly yes: string;
  readonly no: string;
  /** What counts as yes or no when it is typed or pasted; case and width do not matter. */
  readonly yesWords: readonly string[];
  readonly noWords: readonly string[];
  readonly listSeparator: string;
  /** Dates and months as they are shown, from `YYYY-MM-DD` and `YYYY-MM`. */
  readonly date: (value: string) => string;
  readonly month: (value: string) => string;
  readonly unreadable: (kind: CellKind, text: string) => string;
  readonly severity: Readonly<Record<ProblemSeverity, string>>;
  readonly remark: Readonly<Record<RemarkStatus, string>>;
  readonly highlight: Readonly<Record<HighlightKind, string>>;
  readonly before: (text: string) => string;
  /** A word such as error or remark, and what it says. */
  readonly said: (what: string, text: string) => string;

  readonly tools: string;
  readonly addRow: string;
  readonly insertRow: string;
  readonly removeRows: (count: number) => string;
  readonly moveUp: string;
  readonly moveDown: string;
  readonly undo: string;
  readonly redo: string;
  readonly remarkCell: string;
  readonly keys: string;
  readonly close: string;
  readonly keyHelp: readonly (readonly [keys: string, what: string])[];
  readonly leaving: string;

  readonly rowCount: (count: number, max: number) => string;
  readonly rowTotal: (count: number) => string;
  readonly selected: (rows: number, columns: number) => string;
  readonly removed: (count: number) => string;
  readonly pasted: (count: number) => string;
  readonly full: (max: number) => string;
  readonly noMatch: string;
  readonly pickOne: string;
  readonly pickSeveral: string;

  readonly pasteTitle: string;
  readonly pasteSize: (rows: number, columns: number) => string;
  readonly pasteByTitle: string;
  readonly pasteOverwrites: (cells: number) => string;
  readonly pasteAdds: (rows: number) => string;
  readonly pasteLeavesRows: (rows: number, max: number) => string;
  readonly pasteLeavesColumns: (columns: number) => string;
  readonly pasteLeavesCells: (cells: number) => string;
  readonly pasteUnreadable: (cells: number) => string;
  readonly pasteMore: (rows: number) => string;
  readonly pasteConfirm: string;
  readonly cancel: string;

  readonly card: (row: number) => string;
  readonly openCell: string;
  readonly removeCard: string;
  readonly choose: string;
  readonly problemCount: (count: number) => string;
  readonly previousPage: string;
  readonly nextPage: string;
  readonly page: (from: number, to: number, count: number) => string;
}

const parts = (value: string): number[] => value.split('-').map(Number);

export const zhCn: GridLabels = {
  rowNumber: '序号',
  required: '必填',
  example: '示例',
  notApplicable: '不适用',
  masked: '已脱敏',
  locked: '此格不能修改',
  newRow: '在此输入，新增一行',
  noRows: '没有内容',
  cell: (column, row) => `${column}，第 ${row} 行`,

  yes: '是',
  no: '否',
  yesWords: ['是', '有', '对', 'y', 'yes', 'true', '1', '√', '✓', '✔'],
  noWords: ['否', '无', '没有', '不', 'n', 'no', 'false', '0', '×', '✗'],
  listSeparator: '、',
  date: (value) => {
    const [year, month, day] = parts(value);
    return `${year}年${month}月${day}日`;
  },
  month: (value) => {
    const [year, month] = parts(value);
    return `${year}年${month}月`;
  },
  unreadable: (kind, text) => {
    const advice: Partial<Record<CellKind, string>> = {
      integer: '不是整数，请填写数字，如 35',
      decimal: '不是数字，请填写数字，如 7000 或 12.5',
      boolean: '不是“是”或“否”',
      choice: '不在选项中，请从列表选择',
      choices: '有不在选项中的内容，请从列表选择',
      date: '不是日期，请按 2024-03-31 填写',
      month: '不是月份，请按 2024-03 填写',
    };
    return `“${text}”${advice[kind] ?? '无法识别'}`;
  },
  severity: { error: '错误', warning: '提醒' },
  remark: { open: '批注', answered: '批注（已答复）', closed: '批注（已关闭）' },
  highlight: { changed: '已修改', added: '新增', removed: '已删除' },
  before: (text) => `原为“${text}”`,
  said: (what, text) => `${what}：${text}`,

  tools: '表格操作',
  addRow: '新增一行',
  insertRow: '在下方插入行',
  removeRows: (count) => (count > 1 ? `删除 ${count} 行` : '删除行'),
  moveUp: '上移',
  moveDown: '下移',
  undo: '撤销',
  redo: '重做',
  remarkCell: '批注此格',
  keys: '快捷键',
  close: '关闭',
  keyHelp: [
    ['直接打字', '填写当前格，覆盖原内容'],
    ['F2 或双击', '修改当前格；选择题打开列表'],
    ['Enter / Shift+Enter', '下一行 / 上一行'],
    ['Tab / Shift+Tab', '右一格 / 左一格'],
    ['方向键，Home / End，PageUp / PageDown', '移动；加 Ctrl 到边缘；加 Shift 扩大选区'],
    ['空格，Alt+↓', '是否题切换；选择题打开列表'],
    ['Delete', '清空所选格'],
    ['Esc', '取消正在填写的内容；再按 Tab 离开表格'],
    ['Ctrl+C / Ctrl+X / Ctrl+V', '复制 / 剪切 / 粘贴，可与 Excel、WPS 互相粘贴'],
    ['Ctrl+D', '用上方内容向下填充'],
    ['Ctrl+Z / Ctrl+Y', '撤销 / 重做'],
    ['Ctrl+Enter', '在下方插入一行'],
    ['Ctrl+Delete', '删除所选行'],
    ['Alt+Shift+↑ / ↓', '上移 / 下移所选行'],
    ['Alt+Enter', '长文本格内换行'],
  ],
  leaving: '先按 Esc，再按 Tab，可离开表格。',

  rowCount: (count, max) => `共 ${count} 行，最多 ${max} 行`,
  rowTotal: (count) => `共 ${count} 行`,
  selected: (rows, columns) => `已选 ${rows} 行 × ${columns} 列`,
  removed: (count) => `已删除 ${count} 行。`,
  pasted: (count) => `已粘贴 ${count} 格。`,
  full: (max) => `最多填写 ${max} 行，不能再增加`,
  noMatch: '没有相符的选项',
  pickOne: '输入编号或文字查找，Enter 选定',
  pickSeveral: '空格勾选，可输入编号如 1、3；Enter 完成',

  pasteTitle: '确认粘贴',
  pasteSize: (rows, columns) => `剪贴板中有 ${rows} 行 × ${columns} 列。`,
  pasteByTitle: '第一行是表头，已按列名对应各列。',
  pasteOverwrites: (cells) => `将覆盖 ${cells} 个已有内容的格。`,
  pasteAdds: (rows) => `将新增 ${rows} 行。`,
  pasteLeavesRows: (rows, max) => `最多 ${max} 行，超出的 ${rows} 行不会粘贴。`,
  pasteLeavesColumns: (columns) => `有 ${columns} 列在表格中没有对应的列，不会粘贴。`,
  pasteLeavesCells: (cells) => `有 ${cells} 格不能修改，保持原样。`,
  pasteUnreadable: (cells) => `有 ${cells} 格无法识别，将原样保留并标出。`,
  pasteMore: (rows) => `……还有 ${rows} 行`,
  pasteConfirm: '粘贴',
  cancel: '取消',

  card: (row) => `第 ${row} 条`,
  openCell: '打开',
  removeCard: '删除此条',
  choose: '请选择',
  problemCount: (count) => `${count} 处问题`,
  previousPage: '上一页',
  nextPage: '下一页',
  page: (from, to, count) => `第 ${from}–${to} 条，共 ${count} 条`,
};

const counted = (count: number, one: string, many = `${one}s`): string => `${count} ${count === 1 ? one : many}`;

export const en: GridLabels = {
  rowNumber: 'No.',
  required: 'required',
  example: 'Example',
  notApplicable: 'n/a',
  masked: 'masked',
  locked: 'This cell cannot be changed',
  newRow: 'Type here to add a row',
  noRows: 'No rows',
  cell: (column, row) => `${column}, row ${row}`,

  yes: 'Yes',
  no: 'No',
  yesWords: ['yes', 'y', 'true', '1', '是', '√', '✓', '✔'],
  noWords: ['no', 'n', 'false', '0', '否', '×', '✗'],
  listSeparator: ', ',
  date: (value) => value,
  month: (value) => value,
  unreadable: (kind, text) => {
    const advice: Partial<Record<CellKind, string>> = {
      integer: 'is not a whole number; type a number such as 35',
      decimal: 'is not a number; type a number such as 7000 or 12.5',
      boolean: 'is neither yes nor no',
      choice: 'is not one of the options; choose from the list',
      choices: 'holds something that is not one of the options; choose from the list',
      date: 'is not a date; type it as 2024-03-31',
      month: 'is not a month; type it as 2024-03',
    };
    return `“${text}” ${advice[kind] ?? 'cannot be read'}`;
  },
  severity: { error: 'Error', warning: 'Warning' },
  remark: { open: 'Remark', answered: 'Remark (answered)', closed: 'Remark (closed)' },
  highlight: { changed: 'Changed', added: 'Added', removed: 'Removed' },
  before: (text) => `was “${text}”`,
  said: (what, text) => `${what}: ${text}`,

  tools: 'Table tools',
  addRow: 'Add row',
  insertRow: 'Insert row below',
  removeRows: (count) => (count > 1 ? `Delete ${count} rows` : 'Delete row'),
  moveUp: 'Move up',
  moveDown: 'Move down',
  undo: 'Undo',
  redo: 'Redo',
  remarkCell: 'Remark on this cell',
  keys: 'Keyboard',
  close: 'Close',
  keyHelp: [
    ['Typing', 'fills the cell anew'],
    ['F2 or double click', 'changes the cell; opens the list of a choice'],
    ['Enter / Shift+Enter', 'next / previous row'],
    ['Tab / Shift+Tab', 'next / previous cell'],
    ['Arrows, Home / End, PageUp / PageDown', 'move; with Ctrl to the edge; with Shift select a range'],
    ['Space, Alt+↓', 'switches yes and no; opens the list of a choice'],
    ['Delete', 'clears the selected cells'],
    ['Esc', 'drops what is being typed; Tab then leaves the table'],
    ['Ctrl+C / Ctrl+X / Ctrl+V', 'copy / cut / paste, also from and to Excel'],
    ['Ctrl+D', 'fills down from the cell above'],
    ['Ctrl+Z / Ctrl+Y', 'undo / redo'],
    ['Ctrl+Enter', 'inserts a row below'],
    ['Ctrl+Delete', 'deletes the selected rows'],
    ['Alt+Shift+↑ / ↓', 'moves the selected rows up / down'],
    ['Alt+Enter', 'new line in a long text'],
  ],
  leaving: 'Press Esc, then Tab, to leave the table.',

  rowCount: (count, max) => `${counted(count, 'row')} of at most ${max}`,
  rowTotal: (count) => counted(count, 'row'),
  selected: (rows, columns) => `${rows} × ${columns} cells selected`,
  removed: (count) => `${counted(count, 'row')} deleted.`,
  pasted: (count) => `${counted(count, 'cell')} pasted.`,
  full: (max) => `At most ${counted(max, 'row')}; no more can be added`,
  noMatch: 'No option matches',
  pickOne: 'Type a code or words to search, Enter to choose',
  pickSeveral: 'Space ticks; codes such as 1, 3 can be typed; Enter when done',

  pasteTitle: 'Paste?',
  pasteSize: (rows, columns) => `The clipboard holds ${counted(rows, 'row')} × ${counted(columns, 'column')}.`,
  pasteByTitle: 'The first row holds titles; columns are matched by title.',
  pasteOverwrites: (cells) => `${counted(cells, 'filled cell')} will be overwritten.`,
  pasteAdds: (rows) => `${counted(rows, 'row')} will be added.`,
  pasteLeavesRows: (rows, max) => `At most ${max} rows are allowed; ${counted(rows, 'row')} will not be pasted.`,
  pasteLeavesColumns: (columns) => `${counted(columns, 'column')} without a place in the table will not be pasted.`,
  pasteLeavesCells: (cells) => `${counted(cells, 'cell')} that cannot be changed will stay.`,
  pasteUnreadable: (cells) => `${counted(cells, 'cell')} cannot be read and will be kept as text and marked.`,
  pasteMore: (rows) => `… and ${counted(rows, 'row')} more`,
  pasteConfirm: 'Paste',
  cancel: 'Cancel',

  card: (row) => `Entry ${row}`,
  openCell: 'Open',
  removeCard: 'Delete entry',
  choose: 'Please choose',
  problemCount: (count) => counted(count, 'problem'),
  previousPage: 'Previous',
  nextPage: 'Next',
  page: (from, to, count) => `${from}–${to} of ${count}`,
};

/** The labels for a language tag such as `zh-CN` or `en`; Chinese where the language is another. */
export const labelsFor = (language: string): GridLabels => (language.toLowerCase().startsWith('en') ? en : zhCn);
