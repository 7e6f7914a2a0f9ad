import type { Form } from '../../contract/definition/form.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { isJuryContest, judgedEntries } from '../ballot/jury.ts';
import type { FieldAt } from './form-walk.ts';
import type { Dossier } from './dossier.ts';
import type { WorkflowSubject } from './check.ts';
import { fieldsIn } from './form-walk.ts';

/** What a contest votes on, as lint looks at it. */

/**
 * What the ballots of a workflow vote on, or its judges mark where there is no vote: a roster of the form, or the name of
 * what is gathered; null where it is neither.
 */
export const rosterOfContest = (workflow: Workflow, form: Form): string | null => {
  const [first] = Object.values(workflow.ballots ?? {});
  const options = isJuryContest(workflow) ? judgedEntries(workflow) : first?.options;
  if (options === undefined || workflow.gather?.as === options) return options ?? null;
  return fieldsIn(form).some((field) => field.key === options && field.field.items?.properties !== undefined)
    ? options
    : null;
};

/** The form whose fields an entry has, and the roster of it where entries are rows. */
export const entryForm = (
  dossier: Dossier,
  { workflow, form }: Pick<WorkflowSubject, 'workflow' | 'form'>,
  options: string,
): { form: Form; roster: string | null } | null => {
  if (workflow.gather?.as !== options) return form === undefined ? null : { form, roster: options };
  const held = dossier.workflows.get(workflow.gather.workflow);
  const found = held === undefined ? undefined : dossier.forms.get(held.subject.form);
  return found === undefined ? null : { form: found, roster: null };
};

/** Rows that are rosters of the form itself. */
export const isRoster = ({ field, roster }: FieldAt): boolean =>
  roster === null && field.items?.properties !== undefined;

/** The fields of an entry, by key. */
export const entryFields = ({ form, roster }: { form: Form; roster: string | null }): Map<string, FieldAt['field']> =>
  new Map(
    fieldsIn(form)
      .filter((field) => field.roster === roster)
      .map(({ key, field }) => [key, field]),
  );
