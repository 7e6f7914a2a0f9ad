import { useCallback, useEffect, useRef, useState } from 'react';
import type { CaseView } from '#contract/wire/case.ts';
import { saveDraft } from '../../api/cases.ts';
import { ApiProblem, isOffline } from '../../api/problem.ts';
import { forgetBackup, keepBackup, readBackup } from './draft-backup.ts';

type FormData = Record<string, unknown>;

/** What the person is told about the keeping of what was typed. */
export type DraftStatus =
  | { kind: 'clean' | 'waiting' | 'saving' | 'offline' | 'conflict' }
  | { kind: 'saved'; at: string }
  | { kind: 'failed'; error: unknown };

const PAUSE = 900;
const RETRY = 5_000;

interface Draft {
  data: FormData;
  status: DraftStatus;
  restored: boolean;
  change: (next: FormData) => void;
  /** Saves at once what is not saved yet; true where everything is kept. */
  flush: () => Promise<boolean>;
  /** After a conflict: writes what stands here over what somebody else saved. */
  overwrite: () => void;
}

interface Kept {
  rev: number;
  dirty: FormData | null;
  busy: Promise<boolean> | null;
  timer: number | undefined;
}

/**
 * The content being filled, saved by itself: to this computer at each change, to the server after a pause.
 * A lost network is waited out; somebody else's saving is never overwritten without a word.
 */
export const useDraft = (view: CaseView, editable: boolean): Draft => {
  const [start] = useState(() => {
    const backup = editable ? readBackup(view.id, view.draft?.rev ?? 0) : null;
    return { data: backup ?? view.data, restored: backup !== null };
  });
  const [data, setData] = useState<FormData>(start.data);
  const [status, setStatus] = useState<DraftStatus>({ kind: 'clean' });
  const kept = useRef<Kept>({
    rev: view.draft?.rev ?? 0,
    dirty: start.restored ? start.data : null,
    busy: null,
    timer: undefined,
  });
  const saveRef = useRef<() => Promise<boolean>>(() => Promise.resolve(true));

  const schedule = useCallback((delay: number): void => {
    window.clearTimeout(kept.current.timer);
    kept.current.timer = window.setTimeout(() => void saveRef.current(), delay);
  }, []);

  const save = useCallback(async (): Promise<boolean> => {
    const now = kept.current;
    if (now.busy !== null) {
      await now.busy;
      return saveRef.current();
    }
    const sent = now.dirty;
    if (sent === null) return true;
    const attempt = async (): Promise<boolean> => {
      setStatus({ kind: 'saving' });
      try {
        const saved = await saveDraft(view.id, now.rev, sent);
        now.rev = saved.rev;
        if (now.dirty === sent) {
          now.dirty = null;
          forgetBackup(view.id);
          setStatus({ kind: 'saved', at: saved.savedAt });
        }
        return now.dirty === null;
      } catch (error) {
        if (isOffline(error)) {
          setStatus({ kind: 'offline' });
          schedule(RETRY);
        } else if (error instanceof ApiProblem && error.code === 'stale') {
          const rev = error.body['rev'];
          if (typeof rev === 'number') now.rev = rev;
          setStatus({ kind: 'conflict' });
        } else setStatus({ kind: 'failed', error });
        return false;
      }
    };
    now.busy = attempt();
    const done = await now.busy;
    now.busy = null;
    return done;
  }, [schedule, view.id]);

  useEffect(() => {
    saveRef.current = save;
  }, [save]);

  const change = useCallback(
    (next: FormData): void => {
      setData(next);
      const now = kept.current;
      now.dirty = next;
      keepBackup(view.id, now.rev, next);
      setStatus((before) => (before.kind === 'conflict' ? before : { kind: 'waiting' }));
      schedule(PAUSE);
    },
    [schedule, view.id],
  );

  const overwrite = useCallback((): void => {
    setStatus({ kind: 'waiting' });
    void saveRef.current();
  }, []);

  useEffect(() => {
    if (start.restored) schedule(0);
    const online = (): void => {
      if (kept.current.dirty !== null) schedule(0);
    };
    const leaving = (event: BeforeUnloadEvent): void => {
      if (kept.current.dirty !== null) event.preventDefault();
    };
    window.addEventListener('online', online);
    window.addEventListener('beforeunload', leaving);
    const timer = kept.current;
    return () => {
      window.removeEventListener('online', online);
      window.removeEventListener('beforeunload', leaving);
      window.clearTimeout(timer.timer);
      if (timer.dirty !== null) void saveRef.current();
    };
  }, [schedule, start.restored]);

  return { data: editable ? data : view.data, status, restored: start.restored, change, flush: save, overwrite };
};
