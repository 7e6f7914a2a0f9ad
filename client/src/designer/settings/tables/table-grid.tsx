import { Alert } from 'antd';
import { useContext, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { labelsFor } from '../../../grid/labels.ts';
import { RosterGrid } from '../../../grid/roster-grid.tsx';
import type { GridRow } from '../../../grid/row.ts';
import { useDesk } from '../../workflow/desk-context.ts';
import { titleOf } from '../../workflow/names.ts';
import { at, isEqual } from '../../yaml/read-yaml.ts';
import { languageName } from '../inputs/languages.ts';
import { PublishedContext } from '../published-context.ts';
import { setRows } from './table-commands.ts';
import { columnsOf, gridColumns, gridRows, KEY_COLUMN, misnamed, tableRows, withKeys } from './table-rows.ts';

/** Rows of the grid with what the text said when they were last alike. */
interface Held {
  rows: readonly GridRow[];
  table: unknown;
}

/** Rows that are typed, as long as the text says the same; what the text says, as soon as it says something else. */
const useHeldRows = (table: unknown, locales: readonly string[]) => {
  const [held, hold] = useState<Held>(() => ({ rows: gridRows(table, locales), table }));
  const isAlike = held.table === table || isEqual(held.table, table);
  if (isAlike) return [held.rows, hold] as const;
  const fresh = { rows: gridRows(table, locales), table };
  hold(fresh);
  return [fresh.rows, hold] as const;
};

const KNOWN_COLUMNS = ['title', 'other', 'retired'];

/** The rows of one table, typed and pasted as in a spreadsheet. Keys that were published stay as they are. */
export const TableGrid = ({ table: key }: { table: string }) => {
  const { t, i18n } = useTranslation();
  const { workflow, run, isBroken, surroundings, language } = useDesk();
  const published = useContext(PublishedContext);
  const { locales } = surroundings;
  const table = at(workflow, ['tables', key]);
  const [rows, hold] = useHeldRows(table, locales);
  const labels = useMemo(() => labelsFor(i18n.language), [i18n.language]);
  const columns = useMemo(() => {
    const titles = Object.fromEntries(
      KNOWN_COLUMNS.map((column) => [column, `${t(`settings.column.${column}`)} ${column}`]),
    );
    return gridColumns(columnsOf(table), locales, {
      key: t('settings.row-key'),
      titles,
      languageOf: (tag) => languageName(tag, i18n.language),
    });
  }, [table, locales, t, i18n.language]);
  const isOld = (row: string): boolean => at(published, ['tables', key, 'rows', row]) !== undefined;
  const gone = Object.keys((at(published, ['tables', key, 'rows']) as object | undefined) ?? {}).filter(
    (row) => at(table, ['rows', row]) === undefined,
  );
  const change = (next: readonly GridRow[]): void => {
    const named = withKeys(next);
    const said = tableRows(named, table, locales);
    hold({ rows: named, table: { ...(table as object), rows: said } });
    run(setRows(key, said));
  };
  return (
    <>
      <RosterGrid
        label={titleOf(at(table, ['title']), language, key)}
        columns={columns}
        rows={rows}
        labels={labels}
        readOnly={isBroken}
        editableCell={(row, field) => field !== KEY_COLUMN || !isOld(row)}
        problems={misnamed(rows).map((row) => ({
          row: row._id,
          field: KEY_COLUMN,
          severity: 'error',
          message: t('settings.row-key-twice'),
        }))}
        onChange={change}
      />
      {gone.length === 0 ? null : (
        <Alert type="warning" showIcon title={t('settings.rows-gone', { rows: gone.join('、') })} />
      )}
    </>
  );
};
