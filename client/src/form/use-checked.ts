import { useCallback, useMemo } from 'react';
import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import type { CaseView, CellAddress } from '#contract/wire/case.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { ProblemIssue } from '#contract/problem.ts';
import { textIn } from '#contract/text.ts';
import { addressAt, nameOfAddress } from './address.ts';
import type { Choice, FormContext } from './form-context.ts';
import type { FormValidator } from './load-validator.ts';
import type { PlacedIssue } from './placed-issue.ts';

interface Props {
  view: CaseView;
  pack: FormPackage;
  validator: FormValidator;
  data: Record<string, unknown>;
  editable: boolean;
  locale: string;
}

const choicesOf = (field: Field, locale: string): Choice[] =>
  (field.oneOf ?? field.items?.oneOf ?? []).map((option) => ({ code: option.const, title: textIn(option.title, locale) }));

/** Everything that is known about the content at this moment: what is wrong, hidden, required, and how cells are called. */
export const useChecked = ({ view, pack, validator, data, editable, locale }: Props) => {
  const form = pack.source as unknown as Form;
  const place = useCallback(
    (issue: ProblemIssue): PlacedIssue => ({ pointer: issue.pointer, message: issue.message, severity: issue.severity ?? 'error', address: addressAt(form, data, issue.pointer) }),
    [form, data],
  );
  const nameOf = useCallback((address: CellAddress) => nameOfAddress(form, data, address, locale), [form, data, locale]);
  const choices = useCallback((field: Field) => choicesOf(field, locale), [locale]);
  const issues = useMemo<PlacedIssue[]>(() => {
    if (!editable) return [];
    validator.check(data);
    return [];
  }, [editable, validator, data]);
  const context = useMemo<Omit<FormContext, 'files' | 'onRemark'>>(
    () => ({
      form,
      locale,
      today: view.facts.today,
      readOnly: !editable,
      write: view.write,
      remark: view.remark,
      issues: [],
      queries: view.queries,
      masked: new Set(),
      hidden: new Set(),
      required: new Set(),
      changed: new Set(),
      choices,
    }),
    [form, locale, view, editable, choices],
  );
  return {
    context,
    issues,
    early: issues.filter(({ severity }) => severity === 'error'),
    nameOf,
    place,
    issuesNow: () => issues,
    settle: (next: Record<string, unknown>): { data: Record<string, unknown>; cleared: string[] } => ({ data: next, cleared: [] }),
  };
};

export type Checked = ReturnType<typeof useChecked>;
