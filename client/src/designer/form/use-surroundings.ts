import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Form } from '#contract/definition/form.ts';
import { Programme } from '#contract/definition/programme.ts';
import { Workflow } from '#contract/definition/workflow.ts';
import type { DefinitionText } from '#contract/wire/design.ts';
import { fetchDefinition, fetchDefinitions } from '../../api/designs.ts';
import { valueOf } from '../yaml/read-yaml.ts';
import { readDocument } from './document.ts';
import type { Surroundings } from './use-design.ts';

const textOf = ({ draft, published }: DefinitionText): string => draft?.text ?? published?.text ?? '';

const publishedForm = (definition: DefinitionText | undefined): Form | null => {
  if (definition?.published == null) return null;
  const reading = readDocument(definition.published.text);
  return reading.ok ? reading.document.form : null;
};

/** The programme with its tables and languages, and the workflow that the form is filled for: as they are being edited now. */
export const useSurroundingsOf = (programme: string, definition: DefinitionText | undefined): Surroundings | null => {
  const form = definition?.key;
  const described = useQuery({
    queryKey: ['definition', programme, 'Programme', programme],
    queryFn: () => fetchDefinition(programme, { kind: 'Programme', key: programme }),
    retry: false,
  });
  const workflows = useQuery({
    queryKey: ['definition', programme, 'workflows-of', form],
    queryFn: async (): Promise<Workflow | null> => {
      const all = await fetchDefinitions(programme);
      for (const { kind, key } of all) {
        if (kind !== 'Workflow') continue;
        const read = Workflow.safeParse(valueOf(textOf(await fetchDefinition(programme, { kind, key }))));
        if (read.success && read.data.subject.form === form) return read.data;
      }
      return null;
    },
    enabled: form !== undefined,
  });
  const isAsking = described.isPending || (workflows.isPending && form !== undefined);
  return useMemo(() => {
    if (isAsking || definition === undefined) return null;
    const read = described.data === undefined ? null : valueOf(textOf(described.data));
    const parsed = Programme.safeParse(read);
    const value = parsed.success ? parsed.data : null;
    const locales = value?.locales ?? ['zh-CN'];
    return {
      programme: value,
      workflow: workflows.data ?? null,
      published: publishedForm(definition),
      main: locales[0] ?? 'zh-CN',
      locales,
    };
  }, [isAsking, definition, described.data, workflows.data]);
};
