/** The pattern of ILIKE that finds a text as it was typed, with `%` and `_` as letters; null where nothing was typed. */
export const containing = (text: string | undefined): string | null =>
  text === undefined || text.trim() === '' ? null : `%${text.trim().replaceAll(/[\\%_]/g, '\\$&')}%`;
