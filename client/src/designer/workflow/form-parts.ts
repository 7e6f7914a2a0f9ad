import type { DefinitionText } from '#contract/wire/design.ts';
import { at, isRecord } from '../yaml/read-yaml.ts';
import type { FormPart } from './desk-context.ts';
import { titleOf } from './names.ts';

/** The text of a definition as it is worked on: the draft, else what is published. */
export const textOf = (definition: DefinitionText | undefined): string =>
  definition?.draft?.text ?? definition?.published?.text ?? '';

export const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const typeOf = (field: unknown): { type?: string } => {
  if (at(field, ['x-file']) !== undefined) return { type: 'file' };
  const type = at(field, ['type']);
  return typeof type === 'string' ? { type } : {};
};

/** Sections, rosters and fields of a form's text, by their path. */
export const formParts = (form: unknown, language: string): FormPart[] => {
  const walk = (group: unknown, above: string, title: string): FormPart[] => {
    const properties = at(group, ['properties']);
    if (!isRecord(properties)) return [];
    return Object.entries(properties).flatMap(([key, field]): FormPart[] => {
      const value = above + key;
      const label = title + titleOf(at(field, ['title']), language, key);
      if (at(field, ['type']) === 'object')
        return [{ value, label, sort: 'section' }, ...walk(field, `${value}.`, `${label} · `)];
      if (at(field, ['items', 'type']) === 'object')
        return [{ value, label, sort: 'roster' }, ...walk(at(field, ['items']), `${value}.`, `${label} · `)];
      return [{ value, label, sort: 'field', ...typeOf(field) }];
    });
  };
  return walk(form, '', '');
};
