import type { Table } from '../../contract/definition/programme.ts';
import type { FindingText } from '../../contract/finding.ts';
import { say } from '../lint/check.ts';
import { entries } from './entries.ts';
import { named, shownValue } from './shown-value.ts';
import { type Tell, setting, table, text } from './telling.ts';

type Row = Table['rows'][string];
type Cell = Row[string];

const rowName = (row: Row, key: string): FindingText => {
  const title = row['title'];
  return named({ title: typeof title === 'string' ? title : undefined }, key);
};

const cells: Tell<Row> = ({ before = {}, after = {} }, place) =>
  [...new Set([...Object.keys(before), ...Object.keys(after)])].flatMap((column) => {
    const pair: { before: Cell | undefined; after: Cell | undefined } = {
      before: before[column],
      after: after[column],
    };
    if (JSON.stringify(pair.before) === JSON.stringify(pair.after)) return [];
    const isText = [pair.before, pair.after].every((cell) => typeof cell !== 'number' && typeof cell !== 'boolean');
    const isTitle = column === 'title' && isText;
    const label = isTitle ? say('名称', 'the title') : say(`“${column}”`, `"${column}"`);
    return setting(isTitle ? 'A' : 'B', label)(pair, { ...place, path: [...place.path, column] });
  });

/** Lists of the programme. A row's key stands in data that chose it: where it goes, that data loses its meaning. */
export const tables: Tell<Readonly<Record<string, Table>>> = entries<Table>({
  thing: say('列表', 'list'),
  added: 'C',
  removed: 'E',
  inside: table<Table>({
    title: text(say('名称', 'the title')),
    columns: entries({
      thing: say('栏目', 'column'),
      added: 'C',
      removed: 'C',
      name: (_, key) => shownValue(key),
      inside: setting('C', say('类型', 'the type')),
    }),
    rows: entries<Row>({ thing: say('条目', 'row'), added: 'C', removed: 'E', name: rowName, inside: cells }),
  }),
});
