import type { FormIssue } from '#engine/command.ts';
import type { Data } from '#engine/data.ts';
import type { FormFacts } from '#engine/environment-values.ts';
import { checkForm } from '#engine/form/check.ts';
import { compute } from '#engine/form/compute.ts';
import { generateMissing } from '#engine/form/generate.ts';
import { mergeIssues } from '#engine/form/issue.ts';
import { localizeErrors } from '#engine/form/messages.ts';
import { normalize } from '#engine/form/normalize.ts';
import { withRowIds } from '#engine/form/row-id.ts';
import type { Model } from '#engine/model.ts';
import type { FormValidator } from '../../../form/load-validator.ts';

/** The form's rules as the server applies them to what is submitted. */
export const checkTrial = (
  model: Model,
  given: Data,
  { validator, facts, locale }: { validator: FormValidator; facts: FormFacts; locale: string },
): { data: Data; issues: FormIssue[] } => {
  const data = compute(
    model,
    withRowIds(model, normalize(model, given), () => crypto.randomUUID()),
    facts,
  );
  validator.check(data);
  const bySchema = localizeErrors(model.form, validator.check.errors ?? [], locale);
  return { data, issues: mergeIssues(bySchema, checkForm(model, data, { facts, locale })) };
};

/** Made-up values in every required field that is empty, as in a scenario. */
export const fillIn = (model: Model, given: Data, facts: FormFacts): Data =>
  compute(
    model,
    withRowIds(model, generateMissing(model, given, facts), () => crypto.randomUUID()),
    facts,
  );
