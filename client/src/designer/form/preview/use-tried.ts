import { useMemo, useState } from 'react';
import type { Field } from '#contract/definition/field.ts';
import type { FormPackage } from '#contract/wire/definition.ts';
import type { FormModel } from '#engine/environment.ts';
import type { FormFacts } from '#engine/environment-values.ts';
import { addressOf } from '#engine/form/address.ts';
import { checkForm } from '#engine/form/check.ts';
import { compute } from '#engine/form/compute.ts';
import { clearHidden } from '#engine/form/hidden.ts';
import { normalize } from '#engine/form/normalize.ts';
import { allChoices } from '#engine/form/options.ts';
import { todayHere } from './today.ts';
import type { Choice, FormContext } from '../../../form/form-context.ts';
import { kindOf } from '../../../form/kind.ts';
import { useOrganisationChoices } from '../../../form/use-organisation-choices.ts';
import { visibilityOf } from '../../../form/visibility.ts';
import { drawingSchema } from './drawing-validator.ts';

type Content = Record<string, unknown>;

const NONE: ReadonlySet<string> = new Set();

const factsNow = (): FormFacts => ({
  organisation: null,
  period: null,
  due: null,
  today: todayHere(),
  previous: null,
  userName: '',
});

/** The choices of each field, made once. */
const chooser = (model: FormModel, locale: string, organisations: Choice[]) => {
  const known = new WeakMap<Field, Choice[]>();
  return (field: Field): Choice[] => {
    if (kindOf(field) === 'organisation') return organisations;
    const found =
      known.get(field) ??
      allChoices(model, field, locale)
        .filter(({ retired }) => !retired)
        .map(({ const: code, title }) => ({ code, title }));
    known.set(field, found);
    return found;
  };
};

/** The form as it would be filled, with values that are kept nowhere: conditions, computed fields and rules work as they will. */
export const useTried = (programme: string, model: FormModel, locale: string) => {
  const { form } = model;
  const [data, setData] = useState<Content>({});
  const [facts] = useState(factsNow);
  const organisations = useOrganisationChoices(programme, form);
  const choices = useMemo(() => chooser(model, locale, organisations), [model, locale, organisations]);
  const issues = useMemo(() => {
    const told = compute(model, normalize(model, data), facts);
    return checkForm(model, told, { facts, locale }).map(({ pointer, message, severity, code }) => ({
      pointer,
      message,
      severity,
      code,
      address: addressOf(form, told, pointer),
    }));
  }, [model, form, data, facts, locale]);
  const context = useMemo<FormContext>(
    () => ({
      form,
      locale,
      today: facts.today,
      readOnly: false,
      write: 'all',
      remark: 'none',
      issues,
      queries: [],
      masked: NONE,
      ...visibilityOf(model, data),
      changed: NONE,
      choices,
      organisations,
      files: { list: [], upload: () => Promise.resolve(), remove: () => Promise.resolve() },
      onRemark: null,
    }),
    [form, locale, facts, issues, model, data, choices, organisations],
  );
  const pack = useMemo<FormPackage>(
    () => ({
      version: '00000000-0000-4000-8000-000000000000',
      n: 0,
      key: form.$id,
      title: '',
      source: form,
      schema: drawingSchema(form),
      validators: '',
    }),
    [form],
  );
  const change = (next: Content): void => {
    setData(compute(model, clearHidden(model, next).data, facts));
  };
  return { data, context, pack, choices, change };
};
