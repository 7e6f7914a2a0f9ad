import type { Matter } from '../../contract/definition/judging.ts';
import type { RefusalReason } from '../../contract/refusal.ts';
import { actorsOf } from '../actor.ts';
import type { Case } from '../case.ts';
import { lookup } from '../data.ts';
import type { Situation } from '../situation.ts';

const playedBy = ({ model, case: current, facts }: Situation): string[] =>
  actorsOf(model, { case: current, person: facts.person, data: facts.data });

const plays = (situation: Situation, actors: readonly string[]): boolean =>
  playedBy(situation).some((actor) => actors.includes(actor));

const isUnderWay = ({ status }: Case): boolean => status === 'open' || status === 'done';

/** Why the person of the facts may not open a side record of this kind; null where they may. */
export const openingRefused = (situation: Situation, kind: string): RefusalReason | null => {
  const rule = lookup(situation.model.workflow.matters, kind);
  if (rule === undefined) return 'unknown-action';
  if (!plays(situation, rule.by ?? [])) return 'not-your-role';
  return isUnderWay(situation.case) ? null : 'case-not-open';
};

/** Why the person may not answer and close one of this kind; null where they may. */
export const closingRefused = (situation: Situation, kind: string): RefusalReason | null => {
  const rule = lookup(situation.model.workflow.matters, kind);
  if (rule === undefined) return 'unknown-action';
  return plays(situation, rule.close) ? null : 'not-your-role';
};

/** Whether anybody may open one now. */
export const isPublicNow = ({ public: wish = false }: Matter, current: Case): boolean => {
  if (wish === false || !isUnderWay(current)) return false;
  return wish === true || wish.during.includes(current.state);
};

/** Whether the person sees side records of this kind: those who open and those who close them. */
export const seesMatters = (situation: Situation, { by = [], close }: Matter): boolean =>
  plays(situation, [...by, ...close]);
