import type { ComponentType } from 'react';
import type { Field } from '#contract/definition/field.ts';
import type { LocalText } from '#contract/text.ts';
import type { Keyword } from '../keyword.ts';
import type { FieldPath } from '../place.ts';

export interface PropertyProps {
  /** The dotted path. */
  id: string;
  path: FieldPath;
  field: Field;
  /** Changes one keyword; undefined takes it out. Typing on in the same one is one step back. */
  set: <Key extends Keyword>(keyword: Key, value: Field[Key] | undefined) => void;
  /** Changes the field in another way; `about` as for a step of its own or of what is typed into. */
  change: (about: string | null, change: (field: Field) => Field) => void;
}

export const SECTIONS = ['basic', 'input', 'help', 'guard', 'paper', 'more'] as const;
type Section = (typeof SECTIONS)[number];

/** One property in plain words, with the keywords that a problem may name. */
export interface PropertyEntry {
  name: string;
  section: Section;
  title: LocalText;
  hint?: LocalText;
  keywords: readonly Keyword[];
  Editor: ComponentType<PropertyProps>;
  /** Asked where not every field of a kind has it. */
  applies?: (field: Field, path: FieldPath) => boolean;
}
