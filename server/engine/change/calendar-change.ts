import type { Calendar } from '../../contract/definition/calendar.ts';
import type { FindingText } from '../../contract/finding.ts';
import { type Subject, say } from '../lint/check.ts';
import type { Change } from './change.ts';
import { entries } from './entries.ts';
import { list } from './list.ts';
import { inBoth, quoted, shownValue } from './shown-value.ts';
import { type Pair, setting, table, text } from './telling.ts';

type Year = Calendar['years'][string];
type Holiday = Year['holidays'][number];

const shownHoliday = (value: unknown): FindingText => {
  const holiday = value as Holiday;
  const days = 'date' in holiday ? holiday.date : `${holiday.from} – ${holiday.to}`;
  const name = holiday.name === undefined ? say('', '') : quoted(holiday.name);
  return say(`${name['zh-CN']}（${days}）`, `${name.en} (${days})`);
};

const YEAR = table<Year>({
  holidays: list({ thing: say('假日', 'holiday'), grade: 'B', show: shownHoliday }),
  workdays: list({ thing: say('调休工作日', 'working day'), grade: 'B' }),
});

const CALENDAR = table<Calendar>({
  apiVersion: text(say('语言版本', 'the version of the language')),
  kind: text(say('种类', 'the kind')),
  key: setting('E', say('代码', 'the key')),
  title: text(say('名称', 'the title')),
  weekend: setting('B', say('周末', 'the weekend')),
  years: entries<Year>({
    thing: say('年份', 'year'),
    added: 'B',
    removed: 'B',
    name: (_, key) => shownValue(key),
    inside: YEAR,
  }),
});

/** Everything that differs between two versions of a calendar: due dates counted in working days move with it. */
export const calendarChanges = (of: Subject, pair: Pair<Calendar>): Change[] =>
  CALENDAR(pair, { of, path: [], name: inBoth((pair.before ?? pair.after)?.title ?? of.key) });
