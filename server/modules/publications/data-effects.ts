import type { FindingText } from '../../contract/finding.ts';
import type { Data } from '../../engine/data.ts';
import type { FormFacts } from '../../engine/environment-values.ts';
import { checkForm } from '../../engine/form/check.ts';
import { compute } from '../../engine/form/compute.ts';
import { findField, titleIn } from '../../engine/form/fields.ts';
import { type Issue, mergeIssues } from '../../engine/form/issue.ts';
import { localizeErrors, nameOfPlace } from '../../engine/form/messages.ts';
import { normalize } from '../../engine/form/normalize.ts';
import { say } from '../../engine/lint/check.ts';
import { type Orphan, splitOrphans } from '../../engine/migration/orphans.ts';
import type { Model } from '../../engine/model.ts';
import type { FormValidator } from '../../registry/form-validator.ts';

/** What stored data would mean under another version of its form: pure, one set of data at a time. */

/** A form within its workflow, with the validator of its schema. */
export interface CheckedForm {
  model: Model;
  validate: FormValidator;
}

export interface StoredData {
  data: Data;
  facts: FormFacts;
  /** What is being written is tidied first, as it would be when it is sent. */
  isDraft: boolean;
}

/** What a new version makes of data: what is wrong with it that was right before, and values that it does not know. */
export interface DataEffect {
  /** The first thing in words, worked out only where somebody will read it. */
  wrong: (() => FindingText) | null;
  orphans: FindingText | null;
}

const LOCALES = ['zh-CN', 'en'] as const;

const errorsIn = ({ model, validate }: CheckedForm, { data, facts, isDraft }: StoredData, locale: string): Issue[] => {
  const given = isDraft ? normalize(model, data) : data;
  const whole = compute(model, given, facts);
  const errors = validate(whole);
  const bySchema = errors.length === 0 ? [] : localizeErrors(model.form, errors, locale);
  return mergeIssues(bySchema, checkForm(model, whole, { facts, locale })).filter(
    ({ severity }) => severity === 'error',
  );
};

const identity = ({ pointer, code, message }: Issue): string =>
  code === 'rule' ? `${pointer} ${message}` : `${pointer} ${code}`;

/** A message of a rule may show values; who publishes need not be one who sees them. */
const worded = ({ model }: CheckedForm, { pointer, code, message }: Issue, locale: string): string => {
  const place = nameOfPlace(model.form, pointer, locale);
  if (code !== 'rule' && code !== 'total') return place === '' ? message : `${place}：${message}`;
  return locale === 'en' ? `${place} breaks a rule of the form`.trim() : `${place}不符合表单的校验规则`;
};

const wrongNow = (
  before: CheckedForm,
  after: CheckedForm,
  stored: { old: StoredData; now: StoredData },
): DataEffect['wrong'] => {
  const found = errorsIn(after, stored.now, LOCALES[0]);
  if (found.length === 0) return null;
  const known = new Set(errorsIn(before, stored.old, LOCALES[0]).map(identity));
  const index = found.findIndex((issue) => !known.has(identity(issue)));
  const first = found[index];
  if (first === undefined) return null;
  return () => {
    const english = errorsIn(after, stored.now, LOCALES[1])[index] ?? first;
    return say(worded(after, first, 'zh-CN'), worded(after, english, 'en'));
  };
};

const MOST_NAMED = 3;

const orphansNamed = (before: CheckedForm, orphans: readonly Orphan[]): FindingText | null => {
  if (orphans.length === 0) return null;
  const paths = [...new Map(orphans.map(({ path }) => [path.join('.'), path])).values()];
  const names = (locale: string): string =>
    paths
      .slice(0, MOST_NAMED)
      .map((path) => {
        const field = findField(before.model.form, [...path])?.field;
        return (field === undefined ? '' : titleIn(field, locale)) || path.join('.');
      })
      .join(locale === 'en' ? ', ' : '、');
  const more = paths.length > MOST_NAMED ? '…' : '';
  return say(
    `${names('zh-CN')}${more}：已填的 ${String(orphans.length)} 处内容不再是表单的一部分`,
    `${names('en')}${more}: ${String(orphans.length)} values are no longer part of the form`,
  );
};

/** What becomes of one set of data. */
export const dataEffect = (before: CheckedForm, after: CheckedForm, stored: StoredData): DataEffect => {
  const old = { ...stored, data: splitOrphans(before.model.form, stored.data).data };
  const { data, orphans } = splitOrphans(after.model.form, old.data);
  return { wrong: wrongNow(before, after, { old, now: { ...stored, data } }), orphans: orphansNamed(before, orphans) };
};
