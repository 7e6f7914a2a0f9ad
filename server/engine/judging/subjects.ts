import type { TaskRule } from '../../contract/definition/judging.ts';
import { type Data, isRecord, isRoster, rowId } from '../data.ts';
import type { Situation } from '../situation.ts';

/** What a task is about: the case itself (`id` is empty), or one row of it. */
export interface Subject {
  id: string;
  row: { row: Data; index: number } | null;
}

const THE_CASE: Subject = { id: '', row: null };

/** The rows of a roster, at the top of the form or one section deep. */
const rowsOf = (data: Data, roster: string): Data[] => {
  const own = data[roster];
  if (isRoster(own)) return own;
  const within = Object.values(data).flatMap((section) => (isRecord(section) ? [section[roster]] : []));
  return within.find(isRoster) ?? [];
};

/** The subjects of a task as the data are now; rows that nobody has saved yet have no id and none. */
export const subjectsOf = ({ facts }: Pick<Situation, 'facts'>, { for_each: roster }: TaskRule): Subject[] => {
  if (roster === undefined) return [THE_CASE];
  return rowsOf(facts.data, roster)
    .map((row, index) => ({ id: rowId(row), row: { row, index } }))
    .filter(({ id }) => id !== '');
};
