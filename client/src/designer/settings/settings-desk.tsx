import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { DefinitionText, EditedName, FindingView } from '#contract/wire/design.ts';
import { DraftConflict } from '../draft/draft-conflict.tsx';
import { useDraft } from '../draft/use-draft.ts';
import { DeskContext, type Surroundings, type WorkflowDesk } from '../workflow/desk-context.ts';
import { Problems } from '../workflow/problems.tsx';
import { useHistory } from '../workflow/use-history.ts';
import { useLint } from '../workflow/use-lint.ts';
import { valueOf } from '../yaml/read-yaml.ts';
import { HistoryContext } from './history-context.ts';
import { PublishedContext } from './published-context.ts';
import { SettingsToolbar } from './settings-toolbar.tsx';

interface Props {
  programme: string;
  name: EditedName;
  start: DefinitionText;
  surroundings: Surroundings;
  /** Whether the person may change it; others may look. */
  mayEdit: boolean;
  onDiscarded: () => void;
  /** Shows where a finding is. */
  onGo: (finding: FindingView) => void;
  /** Without its tools and problems, where another definition is worked on inside it. */
  isBehind?: boolean;
  children: ReactNode;
}

const localesOf = (value: Record<string, unknown>, otherwise: readonly string[]): readonly string[] => {
  const { locales } = value;
  const tags = Array.isArray(locales) ? locales.filter((tag) => typeof tag === 'string') : [];
  return tags.length === 0 ? otherwise : tags;
};

/** What a text says, or said before its syntax broke. */
const useValue = (text: string): { value: Record<string, unknown>; isBroken: boolean } => {
  const now = valueOf(text);
  const [last, setLast] = useState(now ?? {});
  if (now !== null && now !== last) setLast(now);
  return { value: now ?? last, isBroken: now === null };
};

/** One definition of a programme's settings, with what is done to it: saved by itself, undone without end, told what is wrong. */
export const SettingsDesk = ({
  programme,
  name,
  start,
  surroundings,
  mayEdit,
  onDiscarded,
  onGo,
  isBehind = false,
  children,
}: Props) => {
  const { i18n } = useTranslation();
  const opened = start.draft?.text ?? start.published?.text ?? '';
  const history = useHistory(opened);
  const draft = useDraft(programme, name, { start });
  const kept = useRef(opened);
  const { keep } = draft;
  const { text, run, undo, redo, restart } = history;
  useEffect(() => {
    if (text === kept.current) return;
    kept.current = text;
    keep(text);
  }, [text, keep]);
  const lint = useLint(programme, name, text);
  const { value, isBroken } = useValue(text);
  const published = useMemo(() => valueOf(start.published?.text ?? '') ?? {}, [start]);
  const isProgramme = name.kind === 'Programme';
  const desk: WorkflowDesk = {
    text,
    workflow: value,
    isBroken: isBroken || !mayEdit,
    findings: lint.findings,
    published: new Set(),
    surroundings: {
      ...surroundings,
      programme: isProgramme ? value : surroundings.programme,
      locales: isProgramme ? localesOf(value, surroundings.locales) : surroundings.locales,
    },
    language: i18n.language,
    selected: [],
    select: () => undefined,
    run,
  };
  const turn = (event: KeyboardEvent): void => {
    if (event.defaultPrevented || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) redo();
    else undo();
  };
  return (
    <DeskContext value={desk}>
      <PublishedContext value={published}>
        <HistoryContext value={{ undo, redo }}>
          <div className="settings-desk" role="presentation" onKeyDown={turn}>
            {isBehind ? null : <SettingsToolbar {...{ history, draft, mayEdit, onDiscarded }} />}
            <DraftConflict
              draft={draft}
              onTake={(taken) => {
                const next = taken ?? start.published?.text ?? '';
                kept.current = next;
                restart(next);
              }}
            />
            {isBehind ? null : <Problems {...lint} onJump={onGo} />}
            {children}
          </div>
        </HistoryContext>
      </PublishedContext>
    </DeskContext>
  );
};
