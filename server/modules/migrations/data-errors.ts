import type { FindingText } from '../../contract/finding.ts';
import type { Data } from '../../engine/data.ts';
import type { FormFacts } from '../../engine/environment-values.ts';
import { checkForm } from '../../engine/form/check.ts';
import { compute } from '../../engine/form/compute.ts';
import { type Issue, mergeIssues } from '../../engine/form/issue.ts';
import { localizeErrors, nameOfPlace } from '../../engine/form/messages.ts';
import { normalize } from '../../engine/form/normalize.ts';
import { say } from '../../engine/lint/check.ts';
import { splitOrphans } from '../../engine/migration/orphans.ts';
import type { Model } from '../../engine/model.ts';
import { compileForm } from '../../registry/compile-form.ts';
import { formValidator } from '../../registry/form-validator.ts';

/** So many of a case's errors are told. */
const MOST_TOLD = 3;

type Language = 'zh-CN' | 'en';

/** Tells what a form has against data that it knows in part: the first few errors, with places and without values. */
export type DataErrors = (stored: Data, facts: FormFacts) => FindingText[];

/** The check of one version, made once for all data that go by. */
export const dataErrorsUnder = (model: Model): DataErrors => {
  const validate = formValidator(compileForm(model.form, model.programme.tables ?? {}));
  return (stored, facts) => {
    const data = compute(model, normalize(model, splitOrphans(model.form, stored).data), facts);
    const schema = validate(data);
    const errorsIn = (language: Language): Issue[] =>
      mergeIssues(localizeErrors(model.form, schema, language), checkForm(model, data, { facts, locale: language }))
        .filter(({ severity }) => severity === 'error')
        .slice(0, MOST_TOLD);
    const chinese = errorsIn('zh-CN');
    if (chinese.length === 0) return [];
    const english = errorsIn('en');
    return chinese.map((issue, index) => {
      const other = english[index] ?? issue;
      return say(worded(model, issue, 'zh-CN'), worded(model, other, 'en'));
    });
  };
};

/** A message of a rule may show values; who publishes need not be one who sees them. */
const worded = ({ form }: Model, { pointer, code, message }: Issue, language: Language): string => {
  const place = nameOfPlace(form, pointer, language);
  if (code === 'rule' || code === 'total')
    return language === 'en' ? `${place} breaks a rule of the form`.trim() : `${place}不符合表单的校验规则`;
  if (place === '') return message;
  return language === 'en' ? `${place}: ${message}` : `${place}：${message}`;
};
