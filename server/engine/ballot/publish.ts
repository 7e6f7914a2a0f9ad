import { bundleFiles, type Evidence, resultText } from './bundle.ts';
import { headMessage, resultMessage } from './commitment.ts';
import type { Digests } from './digest.ts';
import { cleaned } from './quarantine.ts';
import { type Result, resultOf } from './result.ts';
import { tally } from './tally.ts';

/** A signature as hex, made with the key that the manifest names. */
export type Sign = (message: string) => string;

export interface Published {
  result: Result;
  resultText: string;
  files: Map<string, string>;
}

/** Counts what was revealed and makes the files that prove it. Counting again gives the same bytes. */
export const publish = (digests: Digests, sign: Sign, given: Omit<Evidence, 'tally' | 'result'>): Published => {
  const { manifest, head0, checkpoints } = given;
  const { election } = manifest;
  const counted = tally(manifest.candidates, cleaned(given.ballots, given.quarantined ?? []));
  const result = resultOf(digests, {
    candidates: manifest.candidates,
    rules: manifest.rules,
    tally: counted,
    electorate: manifest.credentials.count,
    sources: given.sources,
    withdrawn: given.withdrawn,
    seed: { election, ...given.seed },
    decisions: given.decisions,
  });
  const evidence: Evidence = { ...given, tally: counted, result };
  const text = resultText(digests, evidence);
  const last = checkpoints.at(-1) ?? { i: 0, head: head0 };
  const signatures = {
    head0: sign(headMessage(digests, election, 0, head0)),
    head: sign(headMessage(digests, election, last.i, last.head)),
    result: sign(resultMessage(digests, election, text)),
  };
  return { result, resultText: text, files: bundleFiles(evidence, { result: text, signatures }) };
};
