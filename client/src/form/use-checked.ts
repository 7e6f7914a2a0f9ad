import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Field } from '#contract/definition/field.ts';
import type { Form } from '#contract/definition/form.ts';
import type { CaseView, CellAddress } from '#contract/wire/case.ts';
import type { ProblemIssue } from '#contract/problem.ts';
import type { FormModel } from '#engine/environment.ts';
import { formValues } from '#engine/environment-values.ts';
import { addressOf, pointerOf } from '#engine/form/address.ts';
import { compute } from '#engine/form/compute.ts';
import { clearHidden } from '#engine/form/hidden.ts';
import { nameOfPlace } from '#engine/form/messages.ts';
import { offeredChoices } from '#engine/form/options.ts';
import { checkContent, placed, type Checker } from './form-check.ts';
import { placeOf, type Choice, type FormContext } from './form-context.ts';
import { formFactsOf } from './form-facts.ts';
import { kindOf } from './kind.ts';
import type { FormValidator } from './load-validator.ts';
import type { PlacedIssue } from './placed-issue.ts';
import { useOrganisationChoices } from './use-organisation-choices.ts';
import { visibilityOf } from './visibility.ts';

type Content = Record<string, unknown>;

interface Props {
  view: CaseView;
  model: FormModel;
  validator: FormValidator;
  data: Content;
  editable: boolean;
  locale: string;
}

/** What is only missing is not held against somebody who is still typing. */
const STILL_TO_COME = new Set(['required', 'minItems', 'minLength']);

/** Masked cells as places, and every column that holds one as `/<roster>/*` + `/<field>`. */
const maskedPlaces = (form: Form, view: CaseView): Set<string> => {
  const addresses = view.masked.map((pointer) => addressOf(form, view.data, pointer) as CellAddress | null);
  return new Set(
    addresses.flatMap((address) =>
      address === null
        ? []
        : [placeOf(address), ...(address.roster === undefined ? [] : [placeOf({ ...address, row: '*' })])],
    ),
  );
};

/** The choices of each field, made once: they depend on the case, not on what is typed. */
const chooser = ({ model, facts, locale }: Checker, organisations: Choice[]) => {
  const values = formValues(model, {}, facts);
  const known = new WeakMap<Field, Choice[]>();
  return (field: Field): Choice[] => {
    if (kindOf(field) === 'organisation') return organisations;
    const found =
      known.get(field) ??
      offeredChoices(model, field, { values, locale }).map(({ const: code, title }) => ({ code, title }));
    known.set(field, found);
    return found;
  };
};

/** Everything that is known about the content at this moment: what is wrong, hidden, required, and how cells are called. */
export const useChecked = ({ view, model, validator, data, editable, locale }: Props) => {
  const { form } = model;
  const checker = useMemo<Checker>(
    () => ({ model, validator, facts: formFactsOf(view), locale }),
    [model, validator, view, locale],
  );
  const organisations = useOrganisationChoices(view.programme, form);
  const calm = useDeferredValue(data);
  const issues = useMemo(() => (editable ? checkContent(checker, calm) : []), [editable, checker, calm]);
  const visible = useMemo(() => visibilityOf(model, data), [model, data]);
  const choices = useMemo(() => chooser(checker, organisations), [checker, organisations]);
  const masked = useMemo(() => maskedPlaces(form, view), [form, view]);
  const nameOf = useCallback(
    (address: CellAddress): string => nameOfPlace(form, pointerOf(form, data, address as never) ?? '', locale),
    [form, data, locale],
  );
  const place = useCallback(
    (issue: ProblemIssue): PlacedIssue => placed(model, data, { severity: 'error', code: 'server', ...issue }),
    [model, data],
  );
  const context = useMemo<Omit<FormContext, 'files' | 'onRemark' | 'issues' | 'changed'>>(
    () => ({
      form,
      locale,
      today: view.facts.today,
      readOnly: !editable,
      write: view.write,
      remark: view.remark,
      queries: view.queries,
      masked,
      ...visible,
      choices,
      organisations,
    }),
    [form, locale, view, editable, masked, visible, choices, organisations],
  );
  /** What a change leads to: values that a condition now hides are taken out, computed ones are made anew. */
  const settle = (next: Content): { data: Content; cleared: string[] } => {
    const cleared = clearHidden(model, next);
    const names = cleared.cleared.map((address) => nameOfPlace(form, pointerOf(form, next, address) ?? '', locale));
    return { data: compute(model, cleared.data, checker.facts), cleared: names };
  };
  return {
    context,
    issues,
    early: issues.filter(({ code }) => !STILL_TO_COME.has(code)),
    issuesNow: (): PlacedIssue[] => checkContent(checker, data),
    nameOf,
    place,
    settle,
  };
};

export type Checked = ReturnType<typeof useChecked>;
