import { useCallback, useEffect, useRef, useState } from 'react';
import type { DefinitionText, EditedName, FindingView, SavedDraft } from '#contract/wire/design.ts';
import { discardDraft, saveDraft } from '../../api/designs.ts';
import { ApiProblem, isOffline } from '../../api/problem.ts';

/** What an author is told about the keeping of what was typed. */
export type DraftStatus =
  | { kind: 'clean' | 'waiting' | 'saving' | 'offline' | 'conflict' }
  | { kind: 'saved'; at: string; by: string | null }
  | { kind: 'failed'; error: unknown };

/** What somebody else saved meanwhile; without a text where the draft was discarded or published. */
interface OtherDraft {
  rev: number;
  text: string | null;
  savedBy: string | null;
  savedAt: string | null;
}

const PAUSE = 900;
const RETRY = 5_000;

interface Kept {
  rev: number;
  dirty: string | null;
  busy: Promise<boolean> | null;
  timer: number | undefined;
}

export interface Draft {
  status: DraftStatus;
  /** Whether a draft is stored beside what is published. */
  exists: boolean;
  findings: FindingView[] | null;
  other: OtherDraft | null;
  /** Takes a text to be kept; it is sent after a pause. */
  keep: (text: string) => void;
  /** Sends at once what is not saved yet; true where everything is kept. */
  flush: () => Promise<boolean>;
  /** Throws the draft away as it stands here; false where somebody else saved meanwhile, which is then told. */
  discard: () => Promise<boolean>;
  /** After a conflict: what stands here is saved over what somebody else saved. */
  overwrite: () => void;
  /** After a conflict: what stands here is given up; the other's text is to be shown instead. */
  yield: () => OtherDraft | null;
}

const otherOf = (problem: ApiProblem): OtherDraft => {
  const draft = problem.body['draft'];
  const told = typeof draft === 'object' && draft !== null ? (draft as Partial<OtherDraft>) : {};
  return {
    rev: told.rev ?? 0,
    text: told.text ?? null,
    savedBy: told.savedBy ?? null,
    savedAt: told.savedAt ?? null,
  };
};

/**
 * The text of a definition being edited, saved by itself as a draft: after a pause, and again when the network is back.
 * What another author saved is never overwritten without a word. `onSaved` learns of every saving.
 */
export const useDraft = (
  programme: string,
  name: EditedName,
  { start, onSaved }: { start: DefinitionText; onSaved?: (saved: SavedDraft) => void },
): Draft => {
  const [status, setStatus] = useState<DraftStatus>(() =>
    start.draft === null ? { kind: 'clean' } : { kind: 'saved', at: start.draft.savedAt, by: start.draft.savedBy },
  );
  const [exists, setExists] = useState(start.draft !== null);
  const [findings, setFindings] = useState<FindingView[] | null>(null);
  const [other, setOther] = useState<OtherDraft | null>(null);
  const kept = useRef<Kept>({ rev: start.draft?.rev ?? 0, dirty: null, busy: null, timer: undefined });
  const told = useRef(onSaved);
  const saveRef = useRef<() => Promise<boolean>>(() => Promise.resolve(true));
  const { kind, key } = name;

  const schedule = useCallback((delay: number): void => {
    window.clearTimeout(kept.current.timer);
    kept.current.timer = window.setTimeout(() => void saveRef.current(), delay);
  }, []);

  const refused = useCallback(
    (error: unknown): void => {
      if (isOffline(error)) {
        setStatus({ kind: 'offline' });
        schedule(RETRY);
      } else if (error instanceof ApiProblem && error.code === 'stale') {
        setOther(otherOf(error));
        setStatus({ kind: 'conflict' });
      } else setStatus({ kind: 'failed', error });
    },
    [schedule],
  );

  const send = useCallback(
    async (text: string): Promise<boolean> => {
      const now = kept.current;
      setStatus({ kind: 'saving' });
      try {
        const saved = await saveDraft(programme, { kind, key }, { text, rev: now.rev });
        now.rev = saved.rev;
        setExists(true);
        setFindings(saved.findings);
        told.current?.(saved);
        if (now.dirty !== text) return false;
        now.dirty = null;
        setStatus({ kind: 'saved', at: saved.savedAt, by: saved.savedBy });
        return true;
      } catch (error) {
        refused(error);
        return false;
      }
    },
    [programme, kind, key, refused],
  );

  const save = useCallback(async (): Promise<boolean> => {
    const now = kept.current;
    window.clearTimeout(now.timer);
    if (now.busy !== null) {
      await now.busy;
      return saveRef.current();
    }
    if (now.dirty === null) return true;
    now.busy = send(now.dirty);
    const done = await now.busy;
    now.busy = null;
    return done;
  }, [send]);

  useEffect(() => {
    saveRef.current = save;
    told.current = onSaved;
  }, [save, onSaved]);

  const keep = useCallback(
    (text: string): void => {
      kept.current.dirty = text;
      setStatus((before) => (before.kind === 'conflict' ? before : { kind: 'waiting' }));
      schedule(PAUSE);
    },
    [schedule],
  );

  const discard = useCallback(async (): Promise<boolean> => {
    // What waits to be saved would bring the draft back.
    if (!(await saveRef.current())) return false;
    if (kept.current.rev === 0) return true;
    try {
      await discardDraft(programme, { kind, key }, kept.current.rev);
      kept.current.rev = 0;
      setExists(false);
      return true;
    } catch (error) {
      refused(error);
      return false;
    }
  }, [programme, kind, key, refused]);

  const overwrite = useCallback((): void => {
    kept.current.rev = other?.rev ?? kept.current.rev;
    setOther(null);
    setStatus({ kind: 'waiting' });
    void saveRef.current();
  }, [other]);

  const giveUp = useCallback((): OtherDraft | null => {
    window.clearTimeout(kept.current.timer);
    kept.current.dirty = null;
    kept.current.rev = other?.rev ?? 0;
    setOther(null);
    setExists(other !== null && other.text !== null);
    setStatus(
      other?.savedAt === null || other === null
        ? { kind: 'clean' }
        : { kind: 'saved', at: other.savedAt, by: other.savedBy },
    );
    return other;
  }, [other]);

  useEffect(() => {
    const now = kept.current;
    const online = (): void => {
      if (now.dirty !== null) schedule(0);
    };
    const leaving = (event: BeforeUnloadEvent): void => {
      if (now.dirty !== null) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      window.clearTimeout(now.timer);
      if (now.dirty !== null) void saveRef.current();
    };
  }, [schedule]);

  return { status, exists, findings, other, keep, flush: save, discard, overwrite, yield: giveUp };
};
