import type { EditedName } from '#contract/wire/design.ts';
import { type ChangedDefinition, definitionChanges } from '#engine/change/definition-change.ts';
import type { ChangeView } from '#contract/wire/publication.ts';
import { valueOf } from '../yaml/read-yaml.ts';

const readJson = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

const read = (kind: EditedName['kind'], text: string): unknown => (kind === 'Form' ? readJson(text) : valueOf(text));

/**
 * The difference between two published texts in words; null where one of them cannot be read. Published texts have passed
 * the shapes of their kinds, so that what is read is what the rules take.
 */
export const versionChanges = (
  name: EditedName,
  texts: { before: string; after: string; programme: string },
): ChangeView[] | null => {
  const [before, after] = [read(name.kind, texts.before), read(name.kind, texts.after)];
  const programme = valueOf(texts.programme);
  if (before === null || after === null || programme === null) return null;
  const changed = { of: name, before, after, programme } as unknown as ChangedDefinition;
  return definitionChanges(changed).map(({ class: grade, path, words }) => ({
    ...name,
    class: grade,
    path: [...path],
    words,
  }));
};
