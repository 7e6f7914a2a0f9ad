import type { ActionKind } from '../contract/definition/workflow.ts';
import type { Situation } from './situation.ts';

const REVISING: readonly ActionKind[] = ['approve', 'reject', 'return', 'act'];

/**
 * Whether an action makes a new version of a report that was received, because those who check it wrote into it. What the
 * submitters write while it is theirs to mend is no version until they submit.
 */
export const isRevision = ({ case: current, facts }: Situation, kind: ActionKind): boolean =>
  facts.edited === true && current.receipt !== null && REVISING.includes(kind);
