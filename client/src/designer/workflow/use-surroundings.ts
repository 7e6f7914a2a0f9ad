import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchDefinition, fetchDefinitions } from '../../api/designs.ts';
import { at, valueOf } from '../yaml/read-yaml.ts';
import type { Surroundings } from './desk-context.ts';
import { formParts, jsonOf, textOf } from './form-parts.ts';
import { useNamed } from './use-named.ts';

/** What a workflow's properties may name: the programme's roles and kinds, its forms, and the fields of its own form. */
export const useSurroundings = (
  programme: string,
  workflow: Record<string, unknown>,
  language: string,
): Surroundings => {
  const named = useNamed(programme, workflow, language);
  const subject = at(workflow, ['subject', 'form']);
  const form = typeof subject === 'string' ? subject : null;
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
      fields: formParts(jsonOf(fields), language),
      ...named,
    };
  }, [programmeText, list.data, fields, language, named]);
};
