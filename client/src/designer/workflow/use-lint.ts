import { useEffect, useState } from 'react';
import type { EditedName, FindingView } from '#contract/wire/design.ts';
import { lintText } from '../../api/designs.ts';

const PAUSE = 400;

export interface Lint {
  findings: FindingView[];
  /** Errors in other definitions that the text leads to. */
  elsewhere: FindingView[];
  /** The text that was typed last has not been looked at yet. */
  isBehind: boolean;
}

/** What lint says of a text while it is typed; a text typed meanwhile is asked about instead. */
export const useLint = (programme: string, { kind, key }: EditedName, text: string): Lint => {
  const [known, setKnown] = useState<{ text: string; findings: FindingView[]; elsewhere: FindingView[] } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    const timer = window.setTimeout(() => {
      lintText(programme, { kind, key, text }, stop.signal)
        .then(({ findings, elsewhere }) => {
          setKnown({ text, findings, elsewhere });
        })
        // A request that was given up, or a network that is gone: the next text asks again
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      stop.abort();
    };
  }, [programme, kind, key, text]);
  return {
    findings: known?.findings ?? NONE,
    elsewhere: known?.elsewhere ?? NONE,
    isBehind: known?.text !== text,
  };
};

const NONE: FindingView[] = [];
