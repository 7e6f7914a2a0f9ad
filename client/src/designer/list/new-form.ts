import type { Form } from '#contract/definition/form.ts';
import { readDocument, textOf, firstText, withForm } from '../form/document.ts';
import { withEntry } from '../form/keyword.ts';

/** First texts of new forms. */

const SCHEMA = 'https://json-schema.org/draft/2020-12/schema';

export const blankText = (key: string, title: string): string => {
  const form: Form = { $schema: SCHEMA, $id: key, title, type: 'object', properties: {} };
  return firstText(form);
};

/** Another form's text under its own key and title; everything else keeps its bytes. Null where the text is no form. */
export const copyText = (text: string, key: string, title: string): string | null => {
  const reading = readDocument(text);
  if (!reading.ok) return null;
  const form = withEntry(withEntry(reading.document.form, '$id', key), 'title', title);
  return textOf(withForm(reading.document, withEntry(form, 'x-title', undefined)));
};

/** A proposed form under the title that the person gave, where one was given. */
export const titledText = (text: string, title: string): string => {
  const reading = readDocument(text);
  return reading.ok && title !== ''
    ? textOf(withForm(reading.document, withEntry(reading.document.form, 'title', title)))
    : text;
};
