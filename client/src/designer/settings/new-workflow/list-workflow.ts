import type { DefinitionText } from '#contract/wire/design.ts';
import { fetchDefinition, saveDraft } from '../../../api/designs.ts';
import { setAt } from '../../yaml/edit-yaml.ts';
import { at, valueOf } from '../../yaml/read-yaml.ts';

export const editedText = ({ draft, published }: DefinitionText): string => draft?.text ?? published?.text ?? '';

/** The programme's text with one more workflow in its list; as it is where it stands there, or cannot be read. */
export const withWorkflow = (text: string, key: string): string => {
  const list = at(valueOf(text), ['workflows']);
  return Array.isArray(list) && !list.includes(key) ? setAt(text, ['workflows'], [...(list as unknown[]), key]) : text;
};

/** Puts a workflow on the programme's list, so that it runs once both are published. */
export const listWorkflow = async (programme: string, key: string): Promise<void> => {
  const name = { kind: 'Programme', key: programme } as const;
  const own = await fetchDefinition(programme, name);
  const before = editedText(own);
  const text = withWorkflow(before, key);
  if (text !== before) await saveDraft(programme, name, { text, rev: own.draft?.rev ?? 0 });
};
