import type { Calendar } from '#contract/definition/calendar.ts';
import type { Form } from '#contract/definition/form.ts';
import type { Programme } from '#contract/definition/programme.ts';
import type { Workflow } from '#contract/definition/workflow.ts';
import type { FormPackage, WorkflowPackage } from '#contract/wire/definition.ts';
import type { FormModel } from '#engine/environment.ts';

/** The packages of the server as the engine's rules take them. The server made them from definitions that passed their shapes. */
export const formModel = (form: FormPackage, rules: WorkflowPackage): FormModel => ({
  form: form.source as unknown as Form,
  workflow: rules.workflow as unknown as Workflow,
  programme: rules.programme as unknown as Programme,
  calendar: rules.calendar as unknown as Calendar | null,
});
