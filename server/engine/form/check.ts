import type { Field } from '../../contract/definition/field.ts';
import { textIn } from '../../contract/text.ts';
import type { Data } from '../data.ts';
import type { FormModel } from '../environment.ts';
import type { FormFacts } from '../environment-values.ts';
import { formValues } from '../environment-values.ts';
import { pointer, rowsOf, valueAt } from './address.ts';
import { hasRightChecksum } from './checksum.ts';
import { allFields, findRoster, titleIn } from './fields.ts';
import type { Issue } from './issue.ts';
import { checkLimits } from './limits.ts';
import { isNotApplicable } from './not-applicable.ts';
import { checkOffered } from './offered.ts';
import { checkRowIds } from './row-id.ts';
import { checkRules } from './rules.ts';
import { checkTotals } from './totals.ts';

const checksumIssue = (field: Field, value: unknown, { at, locale }: { at: string; locale: string }): Issue[] => {
  const rule = field['x-checksum'];
  if (rule === undefined || typeof value !== 'string' || value === '' || isNotApplicable(field, value)) return [];
  if (hasRightChecksum(value, rule)) return [];
  const own = field['x-messages']?.['x-checksum'];
  const title = titleIn(field, locale);
  const general = locale.startsWith('zh')
    ? `${title}校验不通过，请核对是否输错`
    : `${title} does not check out; please look for a typing error`;
  const message = own === undefined ? general : textIn(own, locale);
  return [{ pointer: at, message, severity: 'error', code: 'checksum' }];
};

const checkChecksums = (model: FormModel, data: Data, locale: string): Issue[] =>
  allFields(model.form).flatMap(({ field, path, roster }) => {
    if (field['x-checksum'] === undefined) return [];
    if (roster === null) return checksumIssue(field, valueAt(data, path), { at: pointer(...path), locale });
    const at = findRoster(model.form, roster)?.path ?? [];
    const keys = path.slice(at.length);
    return rowsOf(model.form, data, roster).flatMap((row, i) =>
      checksumIssue(field, valueAt(row, keys), { at: pointer(...at, i, ...keys), locale }),
    );
  });

/** What a check of a form is asked with. */
export interface Check {
  facts: FormFacts;
  /** The language of the sentences. */
  locale: string;
}

/**
 * Everything that is not right with normalised, computed data beyond its schema: identities of rows, choices that are not
 * offered, check characters, limits, totals, rules. The schema's own issues are merged with these by `mergeIssues`.
 */
export const checkForm = (model: FormModel, data: Data, { facts, locale }: Check): Issue[] => {
  const values = formValues(model, data, facts);
  return [
    ...checkRowIds(model, data, locale),
    ...checkOffered(model, values, locale),
    ...checkChecksums(model, data, locale),
    ...checkLimits(model, data, locale),
    ...checkTotals(model, data, locale),
    ...checkRules(model, values, locale),
  ];
};
