import type { Form } from '#contract/definition/form.ts';
import { textIn } from '#contract/text.ts';
import { findField, headFields } from '#engine/form/fields.ts';
import { kindOf } from '../form/kind.ts';
import { paperText, type PaperWords } from './paper-text.ts';

type Data = Record<string, unknown>;

/** Whose paper this is and for when: what the head line may name beside fields. */
export interface PaperFacts {
  org: string;
  period: string;
  due: string;
}

export interface HeadPlace {
  title: string;
  text: string;
}

/** Names that the head line knows beside the form's own fields, with their label on paper. */
type FactTitles = Record<keyof PaperFacts, string>;

const valueAt = (data: Data, path: readonly string[]): unknown =>
  path.reduce<unknown>((at, key) => (typeof at === 'object' && at !== null ? (at as Data)[key] : undefined), data);

const isFact = (name: string): name is keyof PaperFacts => name === 'org' || name === 'period' || name === 'due';

interface Asked {
  words: PaperWords;
  data: Data;
  facts: PaperFacts;
  titles: FactTitles;
}

/** A field of the form stands before a fact of the same name. */
const place = ({ words, data, facts, titles }: Asked, name: string, title: string): HeadPlace => {
  const path = name.split('.');
  const found = findField(words.form, path);
  if (found === undefined && isFact(name)) return { title: title || titles[name], text: facts[name] };
  return {
    title: title || textIn(found?.field.title, words.locale),
    text: paperText(words, path, valueAt(data, path)),
  };
};

const totalled = (form: Form): string[] => form['x-layout']?.total?.fields ?? [];

/** The line above the table: as the layout has it, else whose it is and every head field that holds a value. */
export const headLine = (asked: Asked): HeadPlace[] => {
  const { form, locale } = asked.words;
  const given = form['x-layout']?.head;
  if (given !== undefined)
    return given.map((one) =>
      typeof one === 'string' ? place(asked, one, '') : place(asked, one.field, textIn(one.title, locale)),
    );
  const named = headFields(form)
    .filter(({ field, path }) => kindOf(field) !== 'fixed' && !totalled(form).includes(path.join('.')))
    .map(({ path }) => place(asked, path.join('.'), ''));
  return asked.facts.org === '' ? named : [place(asked, 'org', ''), ...named];
};

/** The last line of the table: its label and the totals, as far as they are filled. */
export const totalLine = ({ words, data }: Asked): HeadPlace[] =>
  totalled(words.form).map((name) => ({
    title: textIn(findField(words.form, name.split('.'))?.field.title, words.locale),
    text: paperText(words, name.split('.'), valueAt(data, name.split('.'))),
  }));
