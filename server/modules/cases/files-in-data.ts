import type { Data } from '../../engine/data.ts';
import { rowId } from '../../engine/data.ts';
import { pointer, rowsOf, valueAt } from '../../engine/form/address.ts';
import { allFields, findRoster } from '../../engine/form/fields.ts';
import type { Issue } from '../../engine/form/issue.ts';
import { ownLanguage } from '../language.ts';
import type { FileInCell } from './case-state.repository.ts';
import type { Seen } from './command.service.ts';

const MESSAGE = {
  zh: '附件不存在或不属于此处，请重新上传',
  en: 'There is no such file here; please upload it again',
};

interface Cell {
  at: string;
  ids: unknown[];
  field: string;
  roster: string | null;
  row: string | null;
}

const idsIn = (value: unknown): unknown[] => (Array.isArray(value) ? value : value === undefined ? [] : [value]);

/** Every cell of the data that holds files. */
const cellsOf = ({ running: { model } }: Seen, data: Data): Cell[] =>
  allFields(model.form).flatMap(({ field, path, roster }): Cell[] => {
    if (field['x-file'] === undefined) return [];
    if (roster === null)
      return [
        { at: pointer(...path), ids: idsIn(valueAt(data, path)), field: path.join('.'), roster: null, row: null },
      ];
    const holder = findRoster(model.form, roster)?.path ?? [];
    const inside = path.slice(holder.length);
    return rowsOf(model.form, data, roster).map((row, index) => ({
      at: pointer(...holder, index, ...inside),
      ids: idsIn(valueAt(row, inside)),
      field: inside.join('.'),
      roster,
      row: rowId(row),
    }));
  });

/** Files that the data name and that were not uploaded to their cell of this case. */
export const checkFiles = (seen: Seen, data: Data, language: string): Issue[] => {
  const isThere = ({ field, roster, row }: Cell, id: unknown): boolean =>
    seen.state.files.some(
      (file: FileInCell) => file.id === id && file.field === field && file.roster === roster && file.row === row,
    );
  return cellsOf(seen, data)
    .filter((cell) => !cell.ids.every((id) => isThere(cell, id)))
    .map(({ at }) => ({ pointer: at, message: MESSAGE[ownLanguage(language)], severity: 'error', code: 'file' }));
};
