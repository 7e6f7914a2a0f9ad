import type { Command } from '../../workflow/commands/command.ts';
import { insertAfter, setAt } from '../../yaml/edit-yaml.ts';
import { at, isRecord, valueOf } from '../../yaml/read-yaml.ts';
import { writtenYear, type YearDays } from './year-days.ts';

const yearsOf = (text: string): string[] => {
  const years = at(valueOf(text), ['years']);
  return isRecord(years) ? Object.keys(years) : [];
};

const withYear = (text: string, year: string, days: YearDays): string => {
  const { holidays, workdays } = writtenYear(days);
  if (!yearsOf(text).includes(year)) {
    const after = yearsOf(text).findLast((one) => one < year) ?? null;
    return insertAfter(text, ['years'], { key: year, value: { holidays, ...(workdays && { workdays }) }, after });
  }
  return setAt(setAt(text, ['years', year, 'holidays'], holidays), ['years', year, 'workdays'], workdays);
};

/** Gives years other days; a year that was not there is put in its place. */
export const setYears = (years: ReadonlyMap<string, YearDays>): Command => ({
  name: 'settings.command.calendar',
  apply: (text) => [...years].reduce((changed, [year, days]) => withYear(changed, year, days), text),
});

/** Takes a year out: then nothing is known of it. */
export const removeYear = (year: string): Command => ({
  name: 'settings.command.remove',
  apply: (text) => {
    const isLast = yearsOf(text).length === 1;
    return isLast ? setAt(text, ['years'], {}) : setAt(text, ['years', year], undefined);
  },
});
