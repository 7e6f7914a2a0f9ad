import { textIn } from '../../contract/text.ts';
import type { DueCase, DueDate, DueStanding } from '../../contract/wire/deadline.ts';
import { lookup } from '../../engine/data.ts';
import type { Model } from '../../engine/model.ts';
import type { DueCaseRow } from './deadlines.repository.ts';
import { dueCaseOf, duesOf } from './due-case.ts';

/** How many cases of one due date are named one by one. */
const MOST_NAMED = 500;

const NONE: Record<DueStanding, number> = { upcoming: 0, waiting: 0, overdue: 0, reported: 0, late: 0 };

interface Told {
  row: DueCaseRow;
  model: Model;
}

const dateOf = (
  { row, model }: Told,
  { deadline, due }: { deadline: string; due: number },
  language: string,
): DueDate => ({
  workflow: model.workflow.key,
  deadline,
  title: textIn(lookup(model.workflow.deadlines, deadline)?.title, language) || deadline,
  period: row.periodKey,
  periodTitle: row.period === null ? null : textIn(row.period.title, language),
  due: new Date(due).toISOString(),
  counts: { ...NONE },
  cases: [],
});

const add = (date: DueDate, one: DueCase): void => {
  date.counts[one.standing] += 1;
  if (date.cases.length < MOST_NAMED) date.cases.push(one);
};

/** The due dates of cases, those of one moment together, in the order of time. */
export const dueDates = (told: readonly Told[], language: string): DueDate[] => {
  const dates = new Map<string, DueDate>();
  for (const { row, model } of told) {
    const current = dueCaseOf(row, model);
    for (const found of duesOf(model, current, row.now.getTime())) {
      const key = [model.workflow.key, found.deadline, row.periodKey ?? '', found.due].join('/');
      const date = dates.get(key) ?? dateOf({ row, model }, found, language);
      dates.set(key, date);
      add(date, {
        case: row.id,
        organisation: row.organisationId,
        title: current.organisation?.title ?? textIn(model.programme.title, language),
        kinds: current.organisation?.kinds ?? [],
        standing: found.standing,
        isExtended: found.isExtended,
      });
    }
  }
  return [...dates.values()].sort((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0));
};
