import { type Check, type Remark, say } from '../check.ts';
import { deadlinesOf, dueRulesOf } from '../deadlines.ts';
import type { Dossier } from '../dossier.ts';
import { periodRulesOf } from '../periods.ts';
import { type Use, workingDayUses } from '../working-days.ts';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** The years in which a programme works: of its notice, its periods and its due days. */
const yearsOf = (dossier: Dossier): string[] => {
  const days = [
    dossier.programme.notice?.issued,
    ...periodRulesOf(dossier).flatMap(({ rule }) =>
      'list' in rule ? rule.list.flatMap(({ from, due }) => [from, due]) : [rule.from, rule.to],
    ),
    ...deadlinesOf(dossier).flatMap(({ path, deadline }) => dueRulesOf(deadline, path).map(({ rule }) => rule.on)),
  ].filter((day) => day !== undefined && DAY.test(day));
  const years = days.map((day) => Number(day?.slice(0, 4)));
  if (years.length === 0) return [];
  const first = Math.min(...years);
  return Array.from({ length: Math.max(...years) - first + 1 }, (_, n) => String(first + n));
};

const missingFor = (dossier: Dossier, { of, path }: Use): Remark[] => {
  const name = dossier.programme.calendar;
  if (name === undefined)
    return [
      {
        of,
        path,
        message: say(
          '用到了工作日，但工作方案没有指定日历',
          'Working days are used, and the programme names no calendar',
        ),
        suggestion: say('请在 programme.yaml 写 calendar', 'Write calendar in programme.yaml'),
      },
    ];
  const calendar = dossier.calendars.get(name);
  const missing = calendar === undefined ? [] : yearsOf(dossier).filter((year) => calendar.years[year] === undefined);
  return missing.map((year) => ({
    of,
    path,
    message: say(
      `日历“${name}”没有 ${year} 年的数据，无法计算工作日`,
      `The calendar "${name}" has no data for ${year}, so working days cannot be counted`,
    ),
    suggestion: say(`请在日历中补上 ${year} 年`, `Add ${year} to the calendar`),
  }));
};

export const calendarYearMissing: Check = {
  code: 'calendar-year-missing',
  severity: 'error',
  remarks: (dossier) => workingDayUses(dossier).flatMap((use) => missingFor(dossier, use)),
};
