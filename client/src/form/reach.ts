import type { CellAddress, Reach } from '#contract/wire/case.ts';

const sameCell = (one: CellAddress, other: CellAddress): boolean =>
  one.field === other.field && one.roster === other.roster && one.row === other.row;

const covers = (fields: readonly string[], address: CellAddress): boolean =>
  address.roster === undefined
    ? fields.includes(address.field)
    : fields.includes(address.roster) || fields.includes(`${address.roster}.${address.field}`);

/** Whether what somebody may see, change or remark upon includes a cell. */
export const reaches = (reach: Reach, address: CellAddress): boolean => {
  if (reach === 'all' || reach === 'none') return reach === 'all';
  if (reach.cells?.some((cell) => sameCell(cell, address)) ?? false) return true;
  if (!covers(reach.fields, address)) return false;
  const rows = address.roster === undefined ? undefined : reach.rows?.[address.roster];
  return rows === undefined || address.row === undefined || rows.includes(address.row);
};

/** Whether rows of a roster may be added and removed, not only single cells changed. */
export const reachesRoster = (reach: Reach, roster: string): boolean =>
  reach === 'all' || (reach !== 'none' && reach.fields.includes(roster) && reach.rows?.[roster] === undefined);
