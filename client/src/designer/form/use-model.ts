import { useMemo } from 'react';
import type { Form } from '#contract/definition/form.ts';
import type { FormModel } from '#engine/environment.ts';
import { shownForm } from './shown-form.ts';
import { useForm, useSurroundings, type Surroundings } from './use-design.ts';

/** The form among its programme and workflow, as the rules of the form take it. */
const modelOf = (form: Form, { programme, workflow, main }: Surroundings): FormModel => ({
  form: shownForm(form, main),
  workflow: workflow ?? { key: form.$id, subject: { form: form.$id, per: ['organisation'] } },
  programme: programme ?? { key: 'none', title: '', zone: 'Asia/Shanghai', locales: ['zh-CN'] },
  calendar: null,
});

export const useModel = (): FormModel => {
  const form = useForm();
  const surroundings = useSurroundings();
  return useMemo(() => modelOf(form, surroundings), [form, surroundings]);
};
