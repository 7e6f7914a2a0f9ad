import type { Form } from '../../contract/definition/form.ts';
import { say } from '../lint/check.ts';
import { list } from './list.ts';
import { type Tell, table, text } from './telling.ts';

type Layout = NonNullable<Form['x-layout']>;

const LAYOUT = table<Layout>({
  mode: text(say('版式', 'the mode')),
  heading: text(say('表头标题', 'the heading')),
  attachment: text(say('附件编号', 'the number of the attachment')),
  head: list({ thing: say('表头项目', 'place of the head line'), grade: 'A' }),
  roster: text(say('所打印的名单', 'the roster')),
  columns: list({ thing: say('打印列', 'printed column'), grade: 'A' }),
  numbered: text(say('序号列', 'the numbering of rows')),
  column_numbers: text(say('列号行', 'the row of column numbers')),
  rows: text(say('空白行数', 'the number of blank rows')),
  total: text(say('合计行', 'the line of totals')),
  signature: text(say('落款', 'the signature line')),
  notes: text(say('注释', 'the notes')),
  page: text(say('纸张', 'the page')),
});

/** How the form stands on paper: nothing of it touches data. */
export const layoutChanges: Tell<Layout> = (pair, place) => {
  const name = say(`${place.name['zh-CN']}打印版式`, `${place.name.en}, on paper`);
  return LAYOUT(pair, { ...place, name });
};
