import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DefinitionText } from '#contract/wire/design.ts';
import { fetchDefinition, fetchDefinitions } from '../../api/designs.ts';
import { at, isRecord, valueOf } from '../yaml/read-yaml.ts';
import type { Surroundings } from './desk-context.ts';
import { titleOf } from './names.ts';

const textOf = (definition: DefinitionText | undefined): string =>
  definition?.draft?.text ?? definition?.published?.text ?? '';

const jsonOf = (text: string): unknown => {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
};

/** Sections, rosters and fields of a form's text, by their path. */
const fieldsOf = (form: unknown, language: string): Surroundings['fields'] => {
  const walk = (group: unknown, above: string, title: string): Surroundings['fields'] => {
    const properties = at(group, ['properties']);
    if (!isRecord(properties)) return [];
    return Object.entries(properties).flatMap(([key, field]) => {
      const value = above + key;
      const label = title + titleOf(at(field, ['title']), language, key);
      if (at(field, ['type']) === 'object')
        return [{ value, label, sort: 'section' as const }, ...walk(field, `${value}.`, `${label} · `)];
      if (at(field, ['items', 'type']) === 'object')
        return [{ value, label, sort: 'roster' as const }, ...walk(at(field, ['items']), `${value}.`, `${label} · `)];
      return [{ value, label, sort: 'field' as const }];
    });
  };
  return walk(form, '', '');
};

/** What a workflow's properties may name: the programme's roles and kinds, its forms, and the fields of its own form. */
export const useSurroundings = (programme: string, form: string | null, language: string): Surroundings => {
  const list = useQuery({ queryKey: ['definitions', programme], queryFn: () => fetchDefinitions(programme) });
  const [own, formText] = useQueries({
    queries: [
      {
        queryKey: ['definition', programme, 'Programme', programme],
        queryFn: () => fetchDefinition(programme, { kind: 'Programme', key: programme }),
      },
      {
        queryKey: ['definition', programme, 'Form', form],
        queryFn: () => fetchDefinition(programme, { kind: 'Form', key: form ?? '' }),
        enabled: form !== null && list.data?.some(({ kind, key }) => kind === 'Form' && key === form) === true,
      },
    ],
  });
  const programmeText = textOf(own.data);
  const fields = textOf(formText.data);
  return useMemo(() => {
    const value = valueOf(programmeText) ?? {};
    const locales = at(value, ['locales']);
    return {
      programme: value,
      locales: Array.isArray(locales) ? locales.filter((tag) => typeof tag === 'string') : ['zh-CN'],
      forms: (list.data ?? [])
        .filter(({ kind }) => kind === 'Form')
        .map(({ key, title }) => ({ value: key, label: title === '' ? key : title })),
      workflows: (list.data ?? [])
        .filter(({ kind }) => kind === 'Workflow')
        .map(({ key, title }) => ({ value: key, label: title === '' ? key : title })),
      fields: fieldsOf(jsonOf(fields), language),
    };
  }, [programmeText, list.data, fields, language]);
};
