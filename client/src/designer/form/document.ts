import { Form } from '#contract/definition/form.ts';
import { readTree } from './text/json-tree.ts';
import { newText, writeOver, type Written } from './text/write-over.ts';

/**
 * The form being designed: the text that it was read from and the value that edits made of it. The text of now is worked
 * out from both, so that what nobody touched keeps its bytes and going back gives the first text again.
 */
export interface FormDocument {
  written: Written;
  form: Form;
}

/** `not-json`: the text cannot be read; `not-a-form`: it can, but it is no form that can be drawn. */
export type Reading = { ok: true; document: FormDocument } | { ok: false; reason: 'not-json' | 'not-a-form' };

export const readDocument = (text: string): Reading => {
  const tree = readTree(text);
  if (tree === null) return { ok: false, reason: 'not-json' };
  if (!Form.safeParse(tree.value).success) return { ok: false, reason: 'not-a-form' };
  return { ok: true, document: { written: { text, tree }, form: tree.value as Form } };
};

const texts = new WeakMap<FormDocument, string>();

export const textOf = (document: FormDocument): string => {
  const known = texts.get(document) ?? writeOver(document.written, document.form);
  texts.set(document, known);
  return known;
};

export const withForm = (document: FormDocument, form: Form): FormDocument =>
  form === document.form ? document : { ...document, form };

/** The text of a form that has none yet. */
export const firstText = (form: Form): string => newText(form);
