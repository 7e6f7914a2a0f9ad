import type { Reach } from '../contract/wire/case.ts';
import type { LocalText } from '../contract/text.ts';
import { isRecord, isRoster, isSame, lookup, rowId, type Data } from './data.ts';
import { hasCell, hasField, hasHeadCell, hasRow, reachesInto } from './reach.ts';

/** A value that was sent although it may not be changed. The pointer (RFC 6901) leads into what was sent. */
export interface WriteIssue {
  pointer: string;
  message: LocalText;
}

const FORBIDDEN: LocalText = {
  'zh-CN': '此项不能修改，已保留原值',
  en: 'This cannot be changed here; the stored value was kept',
};
const NO_NEW_ROW: LocalText = {
  'zh-CN': '此处不能新增行，新行未保存',
  en: 'Rows cannot be added here; the new row was not saved',
};

/**
 * What is stored after somebody who may change only a part sent data: within the reach what was sent, outside it what
 * was stored. Rows are matched by their id. Leaving something out is no attempt to change it (one may not even see it);
 * sending another value is one.
 */
export const mergeWrite = (stored: Data, incoming: Data, reach: Reach): { data: Data; issues: WriteIssue[] } => {
  if (reach === 'all') return { data: incoming, issues: [] };
  const issues: WriteIssue[] = [];
  return { data: mergeBelow({ stored, incoming, reach, issues, path: '', pointer: '' }), issues };
};

interface Merge<Value> {
  stored: Value;
  incoming: Value;
  reach: Reach;
  issues: WriteIssue[];
  path: string;
  pointer: string;
}

const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');

const mergeBelow = (merge: Merge<Data>): Data => {
  const { stored, incoming, reach, issues, path, pointer } = merge;
  const keys = [...new Set([...Object.keys(stored), ...Object.keys(incoming)])];
  const entries = keys.map((key): [string, unknown] => {
    const below = { reach, issues, path: `${path}${key}`, pointer: `${pointer}/${escaped(key)}` };
    const [before, after] = [lookup(stored, key), lookup(incoming, key)];
    if (hasField(reach, below.path) || hasHeadCell(reach, below.path)) return [key, after];
    if (isRoster(after) && (before === undefined || Array.isArray(before)) && reachesInto(reach, below.path)) {
      return [key, mergeRows({ ...below, stored: (before ?? []) as Data[], incoming: after })];
    }
    if (isRecord(after) && (before === undefined || isRecord(before))) {
      const section = mergeBelow({ ...below, path: `${below.path}.`, stored: before ?? {}, incoming: after });
      return [key, before === undefined && Object.keys(section).length === 0 ? undefined : section];
    }
    return [key, kept(before, after, below)];
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined));
};

const kept = (
  before: unknown,
  after: unknown,
  { issues, pointer }: Pick<Merge<Data>, 'issues' | 'pointer'>,
): unknown => {
  if (after !== undefined && !isSame(before, after)) issues.push({ pointer, message: FORBIDDEN });
  return before;
};

const mergeRows = ({ stored, incoming, reach, issues, path, pointer }: Merge<Data[]>): Data[] => {
  const roster = path.split('.').at(-1) ?? path;
  const sent = new Map(incoming.map((row, n) => [rowId(row), { row, pointer: `${pointer}/${n}` }]));
  const known = new Set(stored.map(rowId));
  incoming.forEach((row, n) => {
    if (!known.has(rowId(row))) issues.push({ pointer: `${pointer}/${n}`, message: NO_NEW_ROW });
  });
  return stored.map((row) => {
    const id = rowId(row);
    const found = id === '' ? undefined : sent.get(id);
    if (found === undefined) return row;
    if (hasRow(reach, roster, id)) return found.row;
    const columns = [...new Set([...Object.keys(row), ...Object.keys(found.row)])].map((field): [string, unknown] => {
      const isMine = hasField(reach, `${path}.${field}`) || hasCell(reach, { roster, row: id, field });
      const cell = { issues, pointer: `${found.pointer}/${escaped(field)}` };
      const [before, after] = [lookup(row, field), lookup(found.row, field)];
      return [field, isMine ? after : kept(before, after, cell)];
    });
    return Object.fromEntries(columns.filter(([, value]) => value !== undefined));
  });
};
