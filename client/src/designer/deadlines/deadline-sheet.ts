import { DueStanding } from '#contract/wire/deadline.ts';
import { countsOf, type DeadlineRow } from './deadline-rows.ts';
import { ruleWords, type Tongue } from './deadline-words.ts';
import { dueDayIn } from './due-days.ts';

/** The table as it is shown, for a file. */
export const deadlineSheet = (rows: readonly DeadlineRow[], tongue: Tongue, zone: string): string[][] => {
  const { t } = tongue;
  const heading = [
    ...['workflow', 'deadline', 'period', 'rule', 'due'].map((key) => t(`deadlines.${key}`)),
    ...DueStanding.options.map((standing) => t(`deadlines.standing.${standing}`)),
  ];
  return [
    heading,
    ...rows.map((row) => {
      const counts = countsOf(row);
      return [
        row.deadline.workflowTitle,
        row.deadline.title,
        row.period?.title ?? '',
        row.rules.map((rule) => `${rule.kindTitle ?? ''} ${ruleWords(tongue, rule, row.period)}`.trim()).join('；'),
        [...new Set(row.dates.map(({ due }) => dueDayIn(due, zone)))].join('；'),
        ...DueStanding.options.map((standing) => String(counts[standing])),
      ];
    }),
  ];
};
