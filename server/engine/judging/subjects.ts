import type { TaskRule } from '../../contract/definition/judging.ts';
import { type Data, isRecord, isRoster, rowId } from '../data.ts';
import type { Entry } from '../command.ts';
import type { Situation } from '../situation.ts';

/** What a task is about: the case itself (`id` is empty), one row of its form, or one case that it gathered. */
export interface Subject {
  id: string;
  row: { row: Data; index: number } | null;
  entry: Entry | null;
}

const THE_CASE: Subject = { id: '', row: null, entry: null };

/** The rows of a roster, at the top of the form or one section deep. */
const rowsOf = (data: Data, roster: string): Data[] => {
  const own = data[roster];
  if (isRoster(own)) return own;
  const within = Object.values(data).flatMap((section) => (isRecord(section) ? [section[roster]] : []));
  return within.find(isRoster) ?? [];
};

/** The subjects of a task as the data are now; rows that nobody has saved yet have no id and none. */
export const subjectsOf = (
  { model, facts }: Pick<Situation, 'model' | 'facts'>,
  { for_each: name }: Pick<TaskRule, 'for_each'>,
): Subject[] => {
  if (name === undefined) return [THE_CASE];
  if (model.workflow.gather?.as === name)
    return (facts.entries ?? []).map((entry) => ({ id: entry.id, row: null, entry }));
  return rowsOf(facts.data, name)
    .map((row, index) => ({ id: rowId(row), row: { row, index }, entry: null }))
    .filter(({ id }) => id !== '');
};
