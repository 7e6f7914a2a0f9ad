import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from '@jest/globals';
import { Programme } from '../../../server/contract/definition/programme.ts';
import { removeYear, setYears } from '../../../client/src/designer/settings/calendar/calendar-commands.ts';
import { toggled, yearDays } from '../../../client/src/designer/settings/calendar/year-days.ts';
import { removeKeyed } from '../../../client/src/designer/settings/commands/remove-keyed.ts';
import { setList } from '../../../client/src/designer/settings/commands/set-list.ts';
import {
  addColumn,
  removeColumn,
  setColumnType,
  setRows,
} from '../../../client/src/designer/settings/tables/table-commands.ts';
import { gridRows, KEY_COLUMN, tableRows, withKeys } from '../../../client/src/designer/settings/tables/table-rows.ts';
import type { Command } from '../../../client/src/designer/workflow/commands/command.ts';
import { beginning, turn } from '../../../client/src/designer/workflow/use-history.ts';
import { at, isRecord, valueOf } from '../../../client/src/designer/yaml/read-yaml.ts';

/** Every programme and calendar of the repository, as somebody wrote it. */
const textsOf = (wanted: RegExp): string[] =>
  ['workflows', 'tests/fixtures/programmes']
    .flatMap((folder) => readdirSync(folder, { recursive: true }).map((file) => join(folder, String(file))))
    .filter((file) => wanted.test(file))
    .sort()
    .map((file) => readFileSync(file, 'utf8'));

const PROGRAMMES = textsOf(/programme\.yaml$/);
const CALENDARS = textsOf(/calendars\/[^/]+\.yaml$/);

const keysAt = (text: string, ...path: string[]): string[] => {
  const found = at(valueOf(text), path);
  return isRecord(found) ? Object.keys(found) : [];
};

const commentsOf = (text: string): string[] =>
  [...text.matchAll(/(?:^|\s)(#.*)$/gm)].map(([, comment]) => comment ?? '');

/** A step for a text: which one is decided by numbers, so that a failing run can be told. */
const stepFor = (text: string, [sort, one, other]: readonly [number, number, number]): Command => {
  const pick = (keys: readonly string[], n: number): string => keys[n % Math.max(keys.length, 1)] ?? 'none';
  const table = pick(keysAt(text, 'tables'), one);
  const column = pick(keysAt(text, 'tables', table, 'columns'), other);
  const rows = gridRows(at(valueOf(text), ['tables', table]), ['en']);
  const steps: Command[] = [
    setList(['roles', pick(keysAt(text, 'roles'), one), 'may'], other % 2 === 0 ? [] : ['cases.read', 'boards.read']),
    removeKeyed(['roles', pick(keysAt(text, 'roles'), one)]),
    removeKeyed(['organisation_kinds', pick(keysAt(text, 'organisation_kinds'), other)]),
    setList(['workflows'], keysAt(text, 'roles').slice(0, other % 3)),
    ...(table === 'none'
      ? []
      : [
          addColumn(table, `added_${String(other)}`, 'int'),
          setColumnType(table, column, 'list'),
          removeColumn(table, column),
          setRows(
            table,
            tableRows(
              withKeys([...rows.slice(one % 3), { _id: 'new', title: 'New' }]),
              at(valueOf(text), ['tables', table]),
              ['en'],
            ),
          ),
        ]),
  ];
  return steps[sort % steps.length] ?? removeKeyed(['none']);
};

const numbers = fc.tuple(fc.nat(20), fc.nat(20), fc.nat(20));

describe('what is done to a programme', () => {
  it('is undone to the first byte, however much was done', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PROGRAMMES), fc.array(numbers, { maxLength: 12 }), (text, wanted) => {
        let history = beginning(text);
        wanted.forEach((step, index) => {
          history = turn(history, { type: 'run', command: stepFor(history.text, step), at: index * 10_000 });
          expect(valueOf(history.text)).not.toBeNull();
        });
        while (history.past.length > 0) history = turn(history, { type: 'undo' });
        expect(history.text).toBe(text);
      }),
      { numRuns: 25 },
    );
  });

  it('leaves a programme, even when the last of a required thing goes', () => {
    for (const text of PROGRAMMES) {
      const emptied = keysAt(text, 'organisation_kinds').reduce(
        (left, kind) => removeKeyed(['organisation_kinds', kind]).apply(left),
        setList(['workflows'], []).apply(text),
      );
      expect(Programme.safeParse(valueOf(emptied)).success).toBe(true);
      expect(valueOf(emptied)).toMatchObject({ organisation_kinds: {}, workflows: [] });
    }
  });
});

describe('the rows of a table', () => {
  const tables = PROGRAMMES.flatMap((text) => keysAt(text, 'tables').map((table): [string, string] => [text, table]));
  const localesOf = (text: string): string[] => at(valueOf(text), ['locales']) as string[];

  it('say the same after they were shown and nothing was changed', () => {
    for (const [text, key] of tables) {
      const table = at(valueOf(text), ['tables', key]);
      const said = tableRows(gridRows(table, localesOf(text)), table, localesOf(text));
      expect(setRows(key, said).apply(text)).toBe(text);
    }
  });

  it('change one line for one cell, and keep the comments', () => {
    for (const [text, key] of tables) {
      const table = at(valueOf(text), ['tables', key]);
      if (!keysAt(text, 'tables', key, 'columns').includes('title')) continue;
      const [first, ...rest] = gridRows(table, localesOf(text));
      if (first === undefined) continue;
      const said = tableRows([{ ...first, title: 'Another title' }, ...rest], table, localesOf(text));
      const edited = setRows(key, said).apply(text);
      const before = text.split('\n');
      expect(edited.split('\n').filter((line, n) => line !== before[n])).toHaveLength(1);
      expect(commentsOf(edited)).toEqual(commentsOf(text));
    }
  });

  it('keep a row where it stands when its key is chosen anew', () => {
    const text =
      'tables:\n  t:\n    columns: {title: text}\n    rows:\n      a: {title: A} # first\n      b: {title: B}\n';
    const rows = gridRows(at(valueOf(text), ['tables', 't']), ['en']);
    const named = rows.map((row) => (row._id === 'a' ? { ...row, [KEY_COLUMN]: 'alpha' } : row));
    const said = tableRows(named, at(valueOf(text), ['tables', 't']), ['en']);
    expect(setRows('t', said).apply(text)).toBe(text.replace('a: {title: A}', 'alpha: {title: A}'));
  });

  it('read lists, languages and empty cells as a person would write them', () => {
    const table = {
      columns: { title: 'text', kinds: 'list', sum: 'money' },
      rows: { a: { title: { en: 'A', fi: 'Aa' }, kinds: ['x'], sum: 2.5 } },
    };
    const [row] = gridRows(table, ['en', 'fi']);
    expect(row).toMatchObject({ $key: 'a', title: 'A', 'title@fi': 'Aa', kinds: 'x', sum: 2.5 });
    const typed = { _id: 'n', $key: 'b', title: 'B', kinds: 'x、y, 3', sum: undefined };
    expect(tableRows([{ ...row, _id: 'a', 'title@fi': '' }, typed], table, ['en', 'fi'])).toEqual({
      a: { title: { en: 'A' }, kinds: ['x'], sum: 2.5 },
      b: { title: 'B', kinds: ['x', 'y', 3] },
    });
  });

  it('get keys of their own when they are pasted without', () => {
    const rows = [
      { _id: '1', $key: 'row_1', title: 'A' },
      { _id: '2', title: 'B' },
      { _id: '3', title: 'C' },
    ];
    expect(withKeys(rows).map((row) => row[KEY_COLUMN])).toEqual(['row_1', 'row_2', 'row_3']);
  });
});

describe('a calendar', () => {
  it('is as it was when a day is clicked twice, whatever the day', () => {
    const days = fc
      .integer({ min: 0, max: 364 })
      .map((n) => new Date(Date.UTC(2025, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(fc.constantFrom(...CALENDARS), days, (text, day) => {
        const year = yearDays(at(valueOf(text), ['years', '2025']));
        if (year.holidays.has(day)) return;
        const twice = toggled(toggled(year, [6, 7], day), [6, 7], day);
        expect(twice).toEqual(year);
      }),
    );
  });

  it('keeps its comments and its other years when a day is made free', () => {
    for (const text of CALENDARS) {
      const year = yearDays(at(valueOf(text), ['years', '2025']));
      const edited = setYears(new Map([['2025', toggled(year, [6, 7], '2025-07-09')]])).apply(text);
      expect(yearDays(at(valueOf(edited), ['years', '2025'])).holidays.has('2025-07-09')).toBe(true);
      expect(commentsOf(edited)).toEqual(commentsOf(text));
      expect(at(valueOf(edited), ['years', '2024'])).toEqual(at(valueOf(text), ['years', '2024']));
    }
  });

  it('gets a year that was not there, in its place, and loses it again', () => {
    const text = 'kind: Calendar\nyears:\n  2024: {holidays: []}\n  2026: {holidays: []}\n';
    const none = { holidays: new Map<string, unknown>(), workdays: new Set<string>() };
    const added = setYears(new Map([['2025', none]])).apply(text);
    expect(keysAt(added, 'years')).toEqual(['2024', '2025', '2026']);
    expect(added.indexOf('2025')).toBeLessThan(added.indexOf('2026'));
    expect(valueOf(removeYear('2025').apply(added))).toEqual(valueOf(text));
  });
});
