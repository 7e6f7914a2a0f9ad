import type { Calendar } from '#contract/definition/calendar.ts';
import type { Form } from '#contract/definition/form.ts';
import type { Programme } from '#contract/definition/programme.ts';
import type { Workflow } from '#contract/definition/workflow.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { TrialPackage } from '#contract/wire/design.ts';
import { textIn } from '#contract/text.ts';
import type { Organisation } from '#engine/case.ts';
import type { Model } from '#engine/model.ts';

/** The trial package as the engine's rules take it. The server made it from definitions that passed their shapes. */
export const trialModel = (pack: TrialPackage): Model => ({
  form: pack.form as unknown as Form,
  workflow: pack.workflow as unknown as Workflow,
  programme: pack.programme as unknown as Programme,
  calendar: pack.calendar as unknown as Calendar | null,
});

/** The trial's form as the renderer takes it. */
export const trialForm = (pack: TrialPackage, language: string): FormPackage => {
  const form = pack.form as unknown as Form;
  return {
    version: '00000000-0000-4000-8000-000000000000',
    n: 0,
    key: form.$id,
    title: textIn(form.title, language),
    source: pack.form,
    schema: pack.schema,
    validators: pack.validators,
  };
};

/** Organisations that may be played; their codes serve as ids. */
export const trialOrganisations = (pack: TrialPackage): Organisation[] =>
  pack.organisations.map(({ code, title, kinds }) => ({
    id: code,
    code,
    title,
    kinds,
    level: null,
    attributes: {},
    ancestors: [],
    relations: {},
  }));
