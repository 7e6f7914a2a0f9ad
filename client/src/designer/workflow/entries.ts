import { at } from '../yaml/read-yaml.ts';
import type { Choice, FormPart, WorkflowDesk } from './desk-context.ts';
import { keysAt, titleOf } from './names.ts';

/** What stands for election, is judged or drawn: the rows of a roster, or gathered cases. */

const lastOf = (path: string): string => path.slice(path.lastIndexOf('.') + 1);

type Desk = Pick<WorkflowDesk, 'workflow' | 'surroundings' | 'language'>;

/** What the workflow says whose cases are gathered. */
export const gatheredWorkflow = ({ workflow, surroundings }: Desk): unknown =>
  surroundings.named?.[String(at(workflow, ['gather', 'workflow']))];

/** What rows can be taken from: rosters of the form, and what is gathered. */
export const entrySources = ({ workflow, surroundings }: Desk): Choice[] => {
  const rosters = surroundings.fields
    .filter(({ sort }) => sort === 'roster')
    .map(({ value, label }) => ({ value: lastOf(value), label }));
  const as = at(workflow, ['gather', 'as']);
  const key = String(at(workflow, ['gather', 'workflow']));
  const title = surroundings.workflows?.find(({ value }) => value === key)?.label ?? key;
  return typeof as === 'string' ? [{ value: as, label: title }, ...rosters] : rosters;
};

/** The fields of an entry. */
export const entryFields = (desk: Desk, source: unknown): FormPart[] => {
  const { workflow, surroundings } = desk;
  if (source === at(workflow, ['gather', 'as'])) {
    const form = String(at(gatheredWorkflow(desk), ['subject', 'form']));
    return (surroundings.sheets?.[form] ?? []).filter(({ sort, value }) => sort === 'field' && !value.includes('.'));
  }
  const roster = surroundings.fields.find(({ sort, value }) => sort === 'roster' && lastOf(value) === source);
  if (roster === undefined) return [];
  return surroundings.fields
    .filter(({ sort, value }) => sort === 'field' && value.startsWith(`${roster.value}.`))
    .map((field) => ({ ...field, value: lastOf(field.value), label: field.label.slice(roster.label.length + 3) }));
};

/** What the workflow votes on; all of its ballots vote on the same. */
export const contestSource = ({ workflow }: Desk): unknown => {
  const [first = ''] = keysAt(workflow, ['ballots']);
  return at(workflow, ['ballots', first, 'options']) ?? at(workflow, ['gather', 'as']);
};

/** What entries can be grouped by: their fields, and the organisation where they are cases. */
export const groupChoices = (desk: Desk, source: unknown, organisation: string): Choice[] => [
  ...(source === at(desk.workflow, ['gather', 'as']) && source !== undefined
    ? [{ value: 'organisation', label: organisation }]
    : []),
  ...entryFields(desk, source).filter(({ type }) => type !== 'file'),
];

/** Tasks of the workflow, each key once. */
export const taskChoices = ({ workflow, language }: Desk): Choice[] => {
  const all = keysAt(workflow, ['states']).flatMap((state) =>
    keysAt(workflow, ['states', state, 'tasks']).map((key) => ({
      value: key,
      label: titleOf(at(workflow, ['states', state, 'tasks', key, 'title']), language, key),
    })),
  );
  return all.filter(({ value }, n) => all.findIndex((one) => one.value === value) === n);
};

/** Actions of people in a workflow, each key once. */
export const actionChoices = (workflow: unknown, language: string): Choice[] => {
  const all = keysAt(workflow, ['states']).flatMap((state) =>
    keysAt(workflow, ['states', state, 'on'])
      .filter((name) => !name.startsWith('@'))
      .map((name) => ({
        value: name,
        label: titleOf(at(workflow, ['states', state, 'on', name, 'title']), language, name),
      })),
  );
  return all.filter(({ value }, n) => all.findIndex((one) => one.value === value) === n);
};
