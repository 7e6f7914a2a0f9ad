import { type Document, parseDocument } from 'yaml';
import type { Binding } from '../contract/definition/programme.ts';
import { DueRule } from '../contract/definition/deadline.ts';
import { plainText } from './source.ts';

/** Lays a binding over the text of its workflow: what it does not name stays as it was written, comments included. */

type With = NonNullable<Binding['with']>;

/** The words that say when a deadline is due exclude each other, so that one of them replaces all. */
const DUE_WORDS: readonly string[] = [...Object.keys(DueRule.shape), 'for', 'default'];

const put = (document: Document, path: readonly string[], value: unknown): void => {
  if (value !== undefined) document.setIn(path, document.createNode(value));
};

const layDeadline = (document: Document, path: readonly string[], words: Record<string, unknown>): void => {
  if (!document.hasIn(path)) return;
  const isDue = DUE_WORDS.some((word) => words[word] !== undefined);
  for (const word of isDue ? DUE_WORDS : []) document.deleteIn([...path, word]);
  for (const [word, value] of Object.entries(words)) put(document, [...path, word], value);
};

const layOver = (
  document: Document,
  { title, description, form, audience, periods, deadlines, params }: With,
): void => {
  put(document, ['title'], title);
  put(document, ['description'], description);
  put(document, ['subject', 'form'], form);
  put(document, ['subject', 'audience'], audience);
  put(document, ['periods'], periods);
  for (const [key, words] of Object.entries(deadlines ?? {})) layDeadline(document, ['deadlines', key], words);
  for (const [key, value] of Object.entries(params ?? {}))
    if (document.hasIn(['params', key])) put(document, ['params', key, 'value'], value);
};

/** The text of a workflow as this binding runs it. The given text must be one that could be read. */
export const boundText = (text: string, binding: Binding): string => {
  const document = parseDocument(plainText(text), {
    version: '1.2',
    schema: 'core',
    uniqueKeys: false,
    logLevel: 'silent',
  });
  put(document, ['key'], binding.as);
  layOver(document, binding.with ?? {});
  return document.toString({ lineWidth: 0 });
};
