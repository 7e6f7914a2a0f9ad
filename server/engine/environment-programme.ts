import type { Param, Programme, Table } from '../contract/definition/programme.ts';
import { textIn } from '../contract/text.ts';
import type { Organisation, Period } from './case.ts';
import type { ObjectType, Slot, ValueType } from './expression-type.ts';
import { BOOL, DATE, DECIMAL, INT, TEXT, always, listOf, objectOf, perhaps } from './expression-type.ts';

/** What a programme gives to expressions: its parameters, tables and money, with an organisation's and a period's data. */

/** As much of a programme as forms and their rules need. */
export type ProgrammeFacts = Pick<Programme, 'key' | 'title' | 'zone' | 'locales'> &
  Partial<Pick<Programme, 'params' | 'tables' | 'money' | 'notice'>>;

const SEVERAL = 50;

const PARAM_TYPES: Record<Param['type'], ValueType> = {
  int: INT,
  decimal: DECIMAL,
  text: TEXT,
  date: DATE,
  bool: BOOL,
};
const COLUMN_TYPES: Record<Table['columns'][string], ValueType> = {
  text: TEXT,
  int: INT,
  decimal: DECIMAL,
  money: DECIMAL,
  date: DATE,
  bool: BOOL,
  list: listOf(TEXT, SEVERAL),
};

const mapped = <From, To>(record: Readonly<Record<string, From>> | undefined, turn: (from: From) => To) =>
  Object.fromEntries(Object.entries(record ?? {}).map(([key, value]) => [key, turn(value)]));

export const paramsType = (name: string, params: Readonly<Record<string, Param>> | undefined): ObjectType =>
  objectOf(
    name,
    mapped(params, (param) => always(PARAM_TYPES[param.type])),
  );

export const paramValues = (params: Readonly<Record<string, Param>> | undefined): Record<string, unknown> =>
  mapped(params, (param) => param.value);

/** A row of a table; a cell that some row leaves out may be absent. */
export const tableRowType = (key: string, table: Table): ObjectType => {
  const rows = Object.values(table.rows);
  const slots = Object.entries(table.columns).map(([column, type]): [string, Slot] => {
    const everywhere = rows.every((row) => Object.hasOwn(row, column));
    return [column, everywhere ? always(COLUMN_TYPES[type]) : perhaps(COLUMN_TYPES[type])];
  });
  return objectOf(`tables.${key}`, Object.fromEntries(slots));
};

const tableType = (key: string, table: Table): ValueType => {
  const keys = Object.keys(table.rows);
  return { is: 'map', of: tableRowType(key, table), max: keys.length, keys };
};

export const tablesType = (programme: ProgrammeFacts): ObjectType => {
  const slots = Object.entries(programme.tables ?? {}).map(([key, table]): [string, Slot] => [
    key,
    always(tableType(key, table)),
  ]);
  return objectOf('tables', Object.fromEntries(slots));
};

type Rows = Record<string, Record<string, unknown>>;

const cellValue = (cell: Table['rows'][string][string], locale: string): unknown => {
  if (Array.isArray(cell)) return cell.map(String);
  return typeof cell === 'object' ? textIn(cell, locale) : cell;
};

const known = new WeakMap<object, Record<string, Rows>>();

/** The rows of every table, texts in the programme's first language. */
export const tableValues = (programme: ProgrammeFacts): Record<string, Rows> => {
  const { tables } = programme;
  if (tables === undefined) return {};
  const locale = programme.locales[0] ?? '';
  const values =
    known.get(tables) ??
    mapped(tables, (table) => mapped(table.rows, (row) => mapped(row, (cell) => cellValue(cell, locale))));
  known.set(tables, values);
  return values;
};

export const moneyType = (programme: ProgrammeFacts): ObjectType =>
  objectOf(
    'money',
    mapped(programme.money, (value) => always(typeof value === 'number' ? DECIMAL : TEXT)),
  );

export const programmeType = (programme: ProgrammeFacts): ObjectType =>
  objectOf('programme', {
    key: always(TEXT),
    title: always(TEXT),
    zone: always(TEXT),
    notice: always(objectOf('notice', { number: perhaps(TEXT), issued: perhaps(DATE), issuer: perhaps(TEXT) })),
    params: always(paramsType('programme.params', programme.params)),
    money: always(moneyType(programme)),
  });

export const programmeValue = (programme: ProgrammeFacts): Record<string, unknown> => {
  const locale = programme.locales[0] ?? '';
  const { number, issued, issuer } = programme.notice ?? {};
  return {
    key: programme.key,
    title: textIn(programme.title, locale),
    zone: programme.zone,
    notice: { number, issued, ...(issuer === undefined ? {} : { issuer: textIn(issuer, locale) }) },
    params: paramValues(programme.params),
    money: programme.money ?? {},
  };
};

export const ORGANISATION: ObjectType = objectOf('organisation', {
  id: always(TEXT),
  code: always(TEXT),
  title: always(TEXT),
  kinds: always(listOf(TEXT, SEVERAL)),
  level: perhaps(TEXT),
  attributes: always({ is: 'map', of: TEXT, max: SEVERAL }),
  ancestors: always(
    listOf(objectOf('ancestor', { code: always(TEXT), kinds: always(listOf(TEXT, SEVERAL)) }), SEVERAL),
  ),
  relations: always({ is: 'map', of: listOf(TEXT, SEVERAL), max: SEVERAL }),
});

/** Attributes are texts in expressions, whatever they were entered as; int() and double() turn them into numbers. */
export const organisationValue = (organisation: Organisation): Record<string, unknown> => ({
  ...organisation,
  attributes: mapped(organisation.attributes, String),
});

export const PERIOD: ObjectType = objectOf('period', {
  key: always(TEXT),
  title: always(TEXT),
  from: always(DATE),
  to: always(DATE),
  due: always(DATE),
} satisfies Record<keyof Period, Slot>);
