import { useMemo, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FindingView } from '#contract/wire/design.ts';
import { at, type Path, valueOf } from '../yaml/read-yaml.ts';
import { DeskContext, type WorkflowDesk } from './desk-context.ts';
import { placeWithPanel } from './panels/property-panel.tsx';
import type { Command } from './commands/command.ts';
import { useSurroundings } from './use-surroundings.ts';

interface Props {
  programme: string;
  text: string;
  publishedText: string | null;
  findings: readonly FindingView[];
  run: (command: Command) => void;
  selected: Path;
  onSelect: (path: Path) => void;
  children: ReactNode;
}

/** What a text said when its syntax was last whole, so that picture and properties stay in sight while somebody types. */
const useLastValue = (text: string): { workflow: Record<string, unknown>; isBroken: boolean } => {
  const value = useMemo(() => valueOf(text), [text]);
  const [last, setLast] = useState<Record<string, unknown>>(value ?? {});
  if (value !== null && value !== last) setLast(value);
  return { workflow: value ?? last, isBroken: value === null };
};

/** Gives everything below it the workflow that is being edited. */
export const WorkflowDeskProvider = (props: Props) => {
  const { programme, text, publishedText, findings, run, selected, onSelect, children } = props;
  const { i18n } = useTranslation();
  const { workflow, isBroken } = useLastValue(text);
  const surroundings = useSurroundings(programme, workflow, i18n.language);
  const published = useMemo(() => {
    const states = at(publishedText === null ? null : valueOf(publishedText), ['states']);
    return new Set(typeof states === 'object' && states !== null ? Object.keys(states) : []);
  }, [publishedText]);
  const desk = useMemo<WorkflowDesk>(
    () => ({
      text,
      workflow,
      isBroken,
      findings,
      published,
      surroundings,
      language: i18n.language,
      selected: placeWithPanel(workflow, selected),
      select: onSelect,
      run: (command) => {
        run(command);
        if (command.select !== undefined) onSelect(command.select);
      },
    }),
    [text, workflow, isBroken, findings, published, surroundings, i18n.language, selected, onSelect, run],
  );
  return <DeskContext.Provider value={desk}>{children}</DeskContext.Provider>;
};
