import type { Workflow } from '../contract/definition/workflow.ts';
import type { Form } from '../contract/definition/form.ts';
import { caseType } from './environment-case.ts';
import { formType } from './environment-form.ts';
import type { ObjectType, Slot, ValueType } from './expression-type.ts';
import { TEXT, always, listOf, objectOf } from './expression-type.ts';

/** What a gathered case gives to the expressions of the case that holds it. */

/** More cases are not gathered: rules over them have to end within their limit of steps. */
export const MOST_ENTRIES = 1_000;

const SEVERAL = 50;

const ORGANISATION = objectOf('entry organisation', {
  code: always(TEXT),
  title: always(TEXT),
  kinds: always(listOf(TEXT, SEVERAL)),
});

interface Gathered {
  workflow: Workflow;
  form: Form;
}
type Metrics = Readonly<Record<string, ValueType>>;

const organisation = ({ workflow }: Gathered): [string, Slot][] =>
  workflow.subject.per.includes('organisation') ? [['org', always(ORGANISATION)]] : [];

/** A case that is gathered: what others see of any case, its organisation, and what it submitted last. */
export const entryType = (of: Gathered, metrics: Metrics): ObjectType => {
  const bare = caseType(of.workflow.key, metrics);
  const known = bare.is === 'object' ? [...bare.fields] : [];
  const own: [string, Slot][] = [...organisation(of), ['form', always(formType(of.form))]];
  return { is: 'object', name: `${of.workflow.key} entry`, fields: new Map([...known, ...own]) };
};

/** All that is gathered. */
export const entriesType = (of: Gathered, metrics: Metrics): ValueType => listOf(entryType(of, metrics), MOST_ENTRIES);

/** An entry as a ranking sees it: the fields of its form, beside its metrics and its organisation. */
export const rankedEntryType = (of: Gathered, metrics: Metrics): ObjectType => {
  const { fields } = formType(of.form);
  const published = entryType(of, metrics).fields.get('metrics');
  const own: [string, Slot][] = [
    ...organisation(of),
    ...(published === undefined ? [] : [['metrics', published] as [string, Slot]]),
  ];
  return { is: 'object', name: 'e', fields: new Map([...fields, ...own]) };
};
