import type { FormIssue } from '../command.ts';

/** Something that is not right with the data: where, how grave, in words of the reader's language. */
export interface Issue extends FormIssue {
  /** `rule`, `limit`, `total`, `checksum`, `option`, `row-id`, or the keyword of the schema that is broken. */
  code: string;
  /** Other cells that take part, to be marked along. */
  related?: string[];
}

/** Issues of several checks without repetitions: the first about a cell and code stays. */
export const mergeIssues = (...lists: readonly (readonly Issue[])[]): Issue[] => {
  const told = new Map<string, Issue>();
  for (const issue of lists.flat()) {
    const key = `${issue.pointer} ${issue.code === 'rule' ? issue.message : issue.code}`;
    if (!told.has(key)) told.set(key, issue);
  }
  return [...told.values()];
};
