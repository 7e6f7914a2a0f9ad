import { useQueries, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { DefinitionSummary, DefinitionText } from '#contract/wire/design.ts';
import { fetchDefinition, fetchDefinitions } from '../../api/designs.ts';
import type { Surroundings } from '../workflow/desk-context.ts';
import { valueOf } from '../yaml/read-yaml.ts';
import { type Need, roleNeeds } from './parts/role-needs.ts';

const NONE: readonly DefinitionSummary[] = [];

const textOf = (definition: DefinitionText | undefined): string =>
  definition?.draft?.text ?? definition?.published?.text ?? '';

export interface ProgrammeAround {
  definitions: readonly DefinitionSummary[] | undefined;
  error: unknown;
  surroundings: Surroundings;
  /** What the texts of the workflows say, by key. */
  templates: ReadonlyMap<string, unknown>;
  needs: readonly Need[];
}

/** What the settings of a programme name: its definitions, and what its workflows say. */
export const useProgramme = (programme: string, language: string): ProgrammeAround => {
  const list = useQuery({ queryKey: ['definitions', programme], queryFn: () => fetchDefinitions(programme) });
  const definitions = list.data ?? NONE;
  const workflows = definitions.filter(({ kind }) => kind === 'Workflow').map(({ key }) => key);
  const texts = useQueries({
    queries: workflows.map((key) => ({
      queryKey: ['definition', programme, 'Workflow', key],
      queryFn: () => fetchDefinition(programme, { kind: 'Workflow', key }),
    })),
    combine: (results) => results.map(({ data }) => textOf(data)),
  });
  const joined = texts.join('\u0000');
  const read = useMemo(() => {
    const all = joined === '' ? [] : joined.split('\u0000');
    return { values: all.map((text) => valueOf(text)), needs: roleNeeds(all, language) };
  }, [joined, language]);
  return {
    definitions: list.data,
    error: list.error,
    surroundings: {
      programme: {},
      locales: ['zh-CN'],
      forms: definitions
        .filter(({ kind }) => kind === 'Form')
        .map(({ key, title }) => ({ value: key, label: title || key })),
      fields: [],
    },
    templates: new Map(workflows.map((key, index) => [key, read.values[index] ?? null])),
    needs: read.needs,
  };
};
