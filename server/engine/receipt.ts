import type { Case, Judgement } from './case.ts';
import type { ActCommand } from './command.ts';
import type { Data } from './data.ts';
import { judge } from './deadline.ts';
import { blankMetrics, metricsOf } from './metric.ts';
import type { Situation } from './situation.ts';
import type { Change } from './visit.ts';

interface Arrived {
  kind: 'submit' | 'zero';
  command: ActCommand;
  data: Data;
}

/** A report comes in: frozen as a version, judged if it is the first that was not taken back, and counted. */
export const received = (situation: Situation, { kind, command, data }: Arrived): Change => {
  const { case: before, facts, now } = situation;
  const zero = kind === 'zero';
  const submission = before.submission + 1;
  const at = Math.min(command.receivedAt ?? now, now);
  const judged: Judgement = before.judged ?? judge(before.deadlines, { at, submission });
  const savedBy = facts.person === null ? before.savedBy : [...new Set([...before.savedBy, facts.person.id])];
  const proxy = command.proxy === true;
  const after: Case = { ...before, submission, receipt: submission, zero, proxy, judged, savedBy };
  const metrics = zero ? blankMetrics(situation) : metricsOf({ ...situation, case: after }, data);
  return { case: { ...after, metrics }, effects: [{ kind: 'freeze', data, zero }] };
};

/** The report is taken back. Only taking back the very version that was judged takes back the judgement. */
export const takenBack = (situation: Situation): Case => {
  const { case: before } = situation;
  const isJudged = before.receipt !== null && before.judged?.submission === before.receipt;
  const judged = isJudged ? null : before.judged;
  const metrics = judged === null ? blankMetrics(situation) : before.metrics;
  return { ...before, receipt: null, zero: false, proxy: false, judged, metrics };
};
