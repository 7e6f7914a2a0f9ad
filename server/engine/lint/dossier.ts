import type { Calendar } from '../../contract/definition/calendar.ts';
import type { Demonstration } from '../../contract/definition/demonstration.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Programme } from '../../contract/definition/programme.ts';
import type { Scenario } from '../../contract/definition/scenario.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import type { DefinitionKind } from '../../contract/key.ts';
import { isTemplate } from '../binding.ts';
import type { Model } from '../model.ts';

/**
 * Everything that belongs to one programme, as far as it could be read: what the checks of lint look at.
 * Forms have their `$ref`s written out and their titles in all languages.
 */
export interface Dossier {
  programme: Programme;
  workflows: ReadonlyMap<string, Workflow>;
  forms: ReadonlyMap<string, Form>;
  calendars: ReadonlyMap<string, Calendar>;
  scenarios: ReadonlyMap<string, Scenario>;
  demonstration: Demonstration | null;
  /** Keys that have a definition by kind, those included that could not be read: naming them is no mistake. */
  keys: Readonly<Record<DefinitionKind, ReadonlySet<string>>>;
}

type Parts = Pick<Dossier, 'programme' | 'workflows' | 'forms' | 'calendars'>;
type Sibling = NonNullable<Model['siblings']>[string];

const built = new WeakMap<Parts, ReadonlyMap<string, Model>>();

const build = ({ programme, workflows, forms, calendars }: Parts): ReadonlyMap<string, Model> => {
  const calendar = programme.calendar === undefined ? null : (calendars.get(programme.calendar) ?? null);
  const readable = [...workflows].flatMap(([key, workflow]): [string, Sibling][] => {
    const form = forms.get(workflow.subject.form);
    return form === undefined ? [] : [[key, { workflow, form }]];
  });
  return new Map(
    readable.map(([key, { workflow, form }]) => {
      // What is there only to be bound has no cases that others could ask for.
      const siblings = Object.fromEntries(readable.filter(([other]) => other !== key && !isTemplate(programme, other)));
      return [key, { workflow, programme, form, calendar, siblings }];
    }),
  );
};

/** The workflows whose form could be read, as models by key: each knows what the others publish. */
export const modelsOf = (dossier: Parts): ReadonlyMap<string, Model> => {
  const models = built.get(dossier) ?? build(dossier);
  built.set(dossier, models);
  return models;
};
