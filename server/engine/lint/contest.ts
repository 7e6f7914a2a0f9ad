import type { Form } from '../../contract/definition/form.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import type { FieldAt } from './form-walk.ts';
import { fieldsIn } from './form-walk.ts';

/** What a contest votes on, as lint looks at it. */

/** The roster whose rows the ballots of a workflow vote on; null where it is none. */
export const rosterOfContest = (ballots: Workflow['ballots'], form: Form): string | null => {
  const [first] = Object.values(ballots ?? {});
  return first !== undefined && fieldsIn(form).some((field) => field.key === first.options && isRoster(field))
    ? first.options
    : null;
};

/** Rows that are rosters of the form itself. */
export const isRoster = ({ field, roster }: FieldAt): boolean =>
  roster === null && field.items?.properties !== undefined;

/** The fields of an entry, by key. */
export const entryFields = (form: Form, roster: string): Map<string, FieldAt['field']> =>
  new Map(
    fieldsIn(form)
      .filter((field) => field.roster === roster)
      .map(({ key, field }) => [key, field]),
  );
