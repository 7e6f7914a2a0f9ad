import type { FormModel } from '#engine/environment.ts';
import type { FormFacts } from '#engine/environment-values.ts';
import { addressOf } from '#engine/form/address.ts';
import { checkForm } from '#engine/form/check.ts';
import { compute } from '#engine/form/compute.ts';
import { mergeIssues, type Issue } from '#engine/form/issue.ts';
import { localizeErrors } from '#engine/form/messages.ts';
import { normalize } from '#engine/form/normalize.ts';
import type { FormValidator } from './load-validator.ts';
import type { PlacedIssue } from './placed-issue.ts';

type Content = Record<string, unknown>;

export interface Checker {
  model: FormModel;
  validator: FormValidator;
  facts: FormFacts;
  locale: string;
}

/** An issue with its cell, found in the content that the pointer is about. */
export const placed = (model: FormModel, data: Content, issue: Issue): PlacedIssue => ({
  pointer: issue.pointer,
  message: issue.message,
  severity: issue.severity,
  code: issue.code,
  address: addressOf(model.form, data, issue.pointer),
});

/** Everything that is wrong with the content as the server would judge it at a submit. */
export const checkContent = ({ model, validator, facts, locale }: Checker, typed: Content): PlacedIssue[] => {
  const data = compute(model, normalize(model, typed), facts);
  validator.check(data);
  const issues = mergeIssues(
    localizeErrors(model.form, validator.check.errors ?? [], locale),
    checkForm(model, data, { facts, locale }),
  );
  return issues.map((issue) => placed(model, data, issue));
};
