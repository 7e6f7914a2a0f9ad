import type { Check, Remark } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { type RuleAt, periodRulesOf, swapped } from '../periods.ts';

const datesOf = ({ of, path, rule }: RuleAt): Remark[] => {
  if (!('list' in rule)) return rule.from > rule.to ? [swapped(of, [...path, 'to'], rule.from, rule.to)] : [];
  return rule.list.flatMap(({ from, to, due }, index) => [
    ...(from > to ? [swapped(of, [...path, 'list', index, 'to'], from, to)] : []),
    ...(due < from ? [swapped(of, [...path, 'list', index, 'due'], from, due)] : []),
  ]);
};

const holidayDates = (dossier: Dossier): Remark[] =>
  [...dossier.calendars].flatMap(([key, { years }]) =>
    Object.entries(years).flatMap(([year, { holidays }]) =>
      holidays.flatMap((holiday, index) =>
        'from' in holiday && holiday.from > holiday.to
          ? [swapped({ kind: 'Calendar', key }, ['years', year, 'holidays', index, 'to'], holiday.from, holiday.to)]
          : [],
      ),
    ),
  );

export const datesOutOfOrder: Check = {
  code: 'dates-out-of-order',
  severity: 'error',
  remarks: (dossier) => [...periodRulesOf(dossier).flatMap(datesOf), ...holidayDates(dossier)],
};
