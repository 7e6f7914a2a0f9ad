import { useQueries } from '@tanstack/react-query';
import { useMemo } from 'react';
import { fetchDefinition } from '../../api/designs.ts';
import { at, valueOf } from '../yaml/read-yaml.ts';
import type { Surroundings } from './desk-context.ts';
import { formParts, jsonOf, textOf } from './form-parts.ts';
import { keysAt } from './names.ts';

const words = (...found: unknown[]): string[] => [
  ...new Set(found.filter((word): word is string => typeof word === 'string' && word !== '')),
];

/** The texts of these definitions; empty until they came, or where there is none. */
const useTexts = (programme: string, kind: 'Form' | 'Workflow', keys: readonly string[]): string[] =>
  useQueries({
    queries: keys.map((key) => ({
      queryKey: ['definition', programme, kind, key],
      queryFn: () => fetchDefinition(programme, { kind, key }),
      retry: false,
    })),
  }).map(({ data }) => textOf(data));

/** What the workflows and forms say that a workflow names beside its own form: gathered cases, what starts it, sheets of judges. */
export const useNamed = (
  programme: string,
  workflow: Record<string, unknown>,
  language: string,
): Required<Pick<Surroundings, 'named' | 'sheets'>> => {
  const workflows = words(at(workflow, ['gather', 'workflow']), at(workflow, ['start', 'after', 'workflow']));
  const texts = useTexts(programme, 'Workflow', workflows);
  const forms = words(
    ...texts.map((text) => at(valueOf(text), ['subject', 'form'])),
    ...keysAt(workflow, ['marks']).map((key) => at(workflow, ['marks', key, 'form'])),
  );
  const sheets = useTexts(programme, 'Form', forms);
  const known = JSON.stringify([workflows, texts, forms, sheets]);
  return useMemo(() => {
    const [keys, bodies, sheetKeys, sheetBodies] = JSON.parse(known) as [string[], string[], string[], string[]];
    return {
      named: Object.fromEntries(keys.map((key, n) => [key, valueOf(bodies[n] ?? '') ?? {}])),
      sheets: Object.fromEntries(sheetKeys.map((key, n) => [key, formParts(jsonOf(sheetBodies[n] ?? ''), language)])),
    };
  }, [known, language]);
};
