import { useQuery } from '@tanstack/react-query';
import { fetchDefinition } from '../../api/designs.ts';
import { at, isRecord, valueOf } from '../yaml/read-yaml.ts';

/** A state or field that may be chosen in a plan. */
export interface Choice {
  value: string;
  label: string;
}

export interface PlanChoices {
  title: string;
  before: { states: Choice[]; fields: Choice[] };
  after: { states: Choice[]; fields: Choice[] };
}

const titleOf = (value: unknown, language: string, otherwise: string): string => {
  if (typeof value === 'string') return value;
  if (!isRecord(value)) return otherwise;
  const found = value[language === 'en' ? 'en' : 'zh-CN'] ?? Object.values(value)[0];
  return typeof found === 'string' ? found : otherwise;
};

const labelled = (key: string, title: string): Choice => ({
  value: key,
  label: title === key ? key : `${title}（${key}）`,
});

const statesOf = (text: string, language: string): Choice[] => {
  const states = at(valueOf(text), ['states']);
  return isRecord(states)
    ? Object.entries(states).map(([key, state]) => labelled(key, titleOf(at(state, ['title']), language, key)))
    : [];
};

const fieldsIn = (schema: unknown, language: string, before: string): Choice[] => {
  const properties = at(schema, ['properties']) ?? at(schema, ['items', 'properties']);
  if (!isRecord(properties)) return [];
  return Object.entries(properties).flatMap(([key, field]) => {
    const path = before === '' ? key : `${before}.${key}`;
    const title = titleOf(at(field, ['x-title']) ?? at(field, ['title']), language, path);
    return [labelled(path, title), ...fieldsIn(field, language, path)];
  });
};

const fieldsOf = (text: string | null, language: string): Choice[] => {
  try {
    return text === null ? [] : fieldsIn(JSON.parse(text), language, '');
  } catch {
    return [];
  }
};

/** The texts of a definition: what stands and what is to stand. */
const textsOf = async (programme: string, kind: 'Workflow' | 'Form', key: string) => {
  const { published, draft } = await fetchDefinition(programme, { kind, key });
  return { before: published?.text ?? null, after: draft?.text ?? published?.text ?? null };
};

const load = async (programme: string, workflow: string, language: string): Promise<PlanChoices> => {
  const texts = await textsOf(programme, 'Workflow', workflow);
  const form = at(valueOf(texts.after ?? ''), ['subject', 'form']);
  const forms = typeof form === 'string' ? await textsOf(programme, 'Form', form) : { before: null, after: null };
  const title = titleOf(at(valueOf(texts.after ?? ''), ['title']), language, workflow);
  const side = (of: 'before' | 'after') => ({
    states: statesOf(texts[of] ?? '', language),
    fields: fieldsOf(forms[of], language),
  });
  return { title, before: side('before'), after: side('after') };
};

/** What can be chosen in the plan of a workflow: states and fields as they stand and as they will be. */
export const usePlanChoices = (programme: string, workflow: string, language: string) =>
  useQuery({
    queryKey: ['plan-choices', programme, workflow, language],
    queryFn: () => load(programme, workflow, language),
  });
