import type { ReactNode } from 'react';
import type { Field } from '#contract/definition/field.ts';
import type { LocalText } from '#contract/text.ts';

/** How a field is sketched on the sheet. */
type Look =
  'line' | 'area' | 'number' | 'date' | 'choice' | 'choices' | 'yes-no' | 'file' | 'fixed' | 'group' | 'roster';

export const FAMILIES = ['words', 'numbers', 'times', 'choices', 'people', 'groups'] as const;
type Family = (typeof FAMILIES)[number];

/** A kind of field as the palette offers it: what it is called, what it makes, and which properties it has beside those of every field. */
export interface KindEntry {
  kind: string;
  family: Family;
  icon: ReactNode;
  title: LocalText;
  hint: LocalText;
  look: Look;
  /** The field without its title; `word` says a name in the language of the form. */
  make: (word: (text: LocalText) => string) => Field;
  /** The last of the registry that agrees names the kind of a field. */
  matches: (field: Field) => boolean;
  /** Names of properties, in their order. */
  properties: readonly string[];
}
