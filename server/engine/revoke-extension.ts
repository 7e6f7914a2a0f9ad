import { lookup } from './data.ts';
import { extensionStanding } from './extension.ts';
import { line } from './history.ts';
import type { Outcome } from './outcome.ts';
import { refused } from './refusal.ts';
import { replan } from './replan.ts';
import type { Situation } from './situation.ts';

/**
 * Takes the time back that the case's own organisation was granted: the deadline is due again as its rule says, or as an
 * extension for those above says. What was received meanwhile stays judged as it was.
 */
export const revokeExtension = (
  situation: Situation,
  { deadline: key, reason }: { deadline: string; reason: string },
): Outcome => {
  const { model, case: current, facts } = situation;
  if (lookup(model.workflow.deadlines, key)?.extension === undefined) return refused('unknown-action');
  const standing = extensionStanding(situation, key);
  if (standing.kind === 'none') return refused('not-your-role');
  if (standing.kind === 'same-person') return refused('same-person');
  const before = current.deadlines.find((deadline) => deadline.key === key);
  if (before === undefined) return refused('not-in-this-state');
  if (current.status !== 'open' && current.status !== 'upcoming') return refused('case-not-open');
  if (reason.trim() === '') return refused('reason-required');
  const own = current.organisation?.id ?? null;
  const extensions = facts.extensions.filter((one) => one.deadline !== key || one.organisation !== own);
  if (extensions.length === facts.extensions.length) return refused('unknown-action');
  const planned = replan({ ...situation, facts: { ...facts, extensions } });
  const after = planned.case.deadlines.find((deadline) => deadline.key === key);
  const payload = { deadline: key, old: before.due, new: after?.due ?? null };
  return {
    kind: 'moved',
    case: planned.case,
    effects: [
      line({ type: 'extension-revoked', actor: standing.parts[0].actor, comment: reason, payload }),
      ...planned.effects,
    ],
    warnings: [],
  };
};
