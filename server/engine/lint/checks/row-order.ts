import { type Check, programmeSubject, say } from '../check.ts';

const isWhole = (key: string): boolean => /^(0|[1-9]\d{0,8})$/.test(key);

/** Keys that are whole numbers are always ordered by number, whatever the order of the text. */
export const rowOrder: Check = {
  code: 'row-order',
  severity: 'warning',
  remarks: (dossier) =>
    Object.entries(dossier.programme.tables ?? {})
      .filter(([, { rows }]) => Object.keys(rows).some(isWhole))
      .map(([table]) => ({
        of: programmeSubject(dossier),
        path: ['tables', table, 'rows'],
        message: say(
          '键是整数的行总按数值排列，不按书写顺序',
          'Rows whose key is a whole number are ordered by number, not as written',
        ),
        suggestion: say('需要自己的顺序时，请让键以字母开头', 'For an order of your own begin the keys with a letter'),
      })),
};
