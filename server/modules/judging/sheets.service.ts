import { Injectable } from '@nestjs/common';
import type { Form } from '../../contract/definition/form.ts';
import { textIn } from '../../contract/text.ts';
import type { SheetField } from '../../contract/wire/judging.ts';
import { checkForm } from '../../engine/form/check.ts';
import { compute } from '../../engine/form/compute.ts';
import { allFields, headFields } from '../../engine/form/fields.ts';
import { type Issue, mergeIssues } from '../../engine/form/issue.ts';
import { normalize } from '../../engine/form/normalize.ts';
import { Database } from '../../storage/database.ts';
import type { Seen } from '../cases/command.service.ts';
import { formFactsOf } from '../cases/form-check.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { type FormVersion, Models } from '../models.ts';

type Data = Record<string, unknown>;

export interface CheckedSheet {
  formVersion: string;
  data: Data;
  issues: Issue[];
}

const PUBLISHED = `
  SELECT v.id FROM definition_version v JOIN definition d ON d.id = v.definition_id
   WHERE v.status = 'published' AND d.kind = 'Form' AND d.programme_id = $1 AND d.key = $2`;

/** Forms beside the case's own: the sheets of judges, and what side records are filled in with. */
@Injectable()
export class SheetsService {
  constructor(
    private readonly models: Models,
    private readonly database: Database,
  ) {}

  /** The version that is published now. */
  async form(programmeId: string, key: string): Promise<FormVersion> {
    const [row] = await this.database.prepared<{ id: string }>('sheet-form', PUBLISHED, [programmeId, key]);
    if (row === undefined) throw new Error(`the form ${key} is not published`);
    return this.models.formOf(row.id);
  }

  /** What was filled in as it may be stored, with what stands against it. */
  async check(seen: Seen, key: string, given: { data: Data; language: string }): Promise<CheckedSheet> {
    refuseUnstorable(given.data);
    const version = await this.form(seen.state.programmeId, key);
    const model = { ...seen.running.model, form: version.form };
    const facts = formFactsOf(seen);
    const data = compute(model, normalize(model, given.data), facts);
    const bySchema = await this.models.validate(version.id, data, given.language);
    const byRules = checkForm(model, data, { facts, locale: given.language });
    return { formVersion: version.id, data, issues: mergeIssues(bySchema, byRules) };
  }
}

/** What a sheet asks for; numbers, choices and texts that stand once. */
export const fieldsOf = (form: Form, language: string): SheetField[] =>
  headFields(form).map(({ path, field, required }) => {
    const isNumber = field.type === 'integer' || field.type === 'number';
    const options = (field.oneOf ?? []).flatMap(({ const: value, title }) =>
      typeof value === 'string' || typeof value === 'number' ? [{ value, title: textIn(title, language) }] : [],
    );
    return {
      key: path.join('.'),
      title: textIn(field.title, language) || path.join('.'),
      kind: isNumber ? 'number' : options.length > 0 ? 'choice' : 'text',
      isWhole: field.type === 'integer',
      isRequired: required,
      min: field.minimum ?? null,
      max: field.maximum ?? null,
      options,
    };
  });

const wordsOf = (value: unknown): string => {
  if (Array.isArray(value)) return value.map(wordsOf).join('、');
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
};

/** Values by their titles, as one reads them; those of a roster's row, or of the form itself. */
export const detailsOf = (
  form: Form,
  data: Data,
  { roster, language }: { roster: string | null; language: string },
): { title: string; text: string }[] =>
  allFields(form)
    .filter((placed) => placed.kind === 'field' && placed.roster === roster)
    .flatMap(({ key, field }) => {
      const value = data[key];
      const chosen = field.oneOf?.find((option) => option.const === value);
      const text = chosen === undefined ? wordsOf(value) : textIn(chosen.title, language);
      return text === '' ? [] : [{ title: textIn(field.title, language) || key, text }];
    });
