import { useEffect, useState } from 'react';
import type { EditedName, FindingView } from '#contract/wire/design.ts';
import { lintText } from '../../api/designs.ts';

const PAUSE = 600;

/** What lint says of the text as it stands, a moment after the last change. Null until the first answer. */
export const useLint = (programme: string, { kind, key }: EditedName, text: string): FindingView[] | null => {
  const [findings, setFindings] = useState<FindingView[] | null>(null);
  useEffect(() => {
    const abort = new AbortController();
    const timer = window.setTimeout(() => {
      lintText(programme, { kind, key, text }, abort.signal)
        .then((report) => {
          setFindings(report.findings);
        })
        // Without an answer the last one stands: saving tells of a lost network.
        .catch(() => undefined);
    }, PAUSE);
    return () => {
      window.clearTimeout(timer);
      abort.abort();
    };
  }, [programme, kind, key, text]);
  return findings;
};
