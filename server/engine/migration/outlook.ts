import type { LocalText } from '../../contract/text.ts';
import { actionsOf } from '../action.ts';
import type { Case, CaseDeadline, Instant } from '../case.ts';
import { lateFrom } from '../deadline.ts';
import { failing } from '../guard.ts';
import type { Situation } from '../situation.ts';
import type { Carried, Stranded } from './carry.ts';

/** A due date before and after; null where there is none. */
interface MovedDate {
  deadline: string;
  old: Instant | null;
  new: Instant | null;
}

/** What carrying a case over would come to. */
export interface Outlook {
  outcome: 'moves' | 'stays' | 'stranded';
  /** The state afterwards; null where there is none. */
  to: string | null;
  dates: MovedDate[];
  /** Whether it would be late at once, or no longer; null where nothing turns. */
  turns: 'late' | 'on-time' | null;
  /** Tasks afterwards that somebody holds. */
  held: { task: string; assignee: string }[];
  /** Requirements of the ways into the new state that do not hold: told, not enforced. */
  guards: LocalText[];
  /** Actors who would be told. */
  notified: string[];
}

/** What was decided for a case, seen from before. `situation` is the case as it stands, with the new rules. */
export const outlookOf = (situation: Situation, decided: Carried | Stranded): Outlook => {
  const { case: current } = situation;
  if (decided.kind === 'stranded')
    return { outcome: 'stranded', to: null, dates: [], turns: null, held: [], guards: [], notified: [] };
  const { case: after, effects } = decided;
  const hasMoved = after.state !== current.state;
  return {
    outcome: hasMoved ? 'moves' : 'stays',
    to: after.state,
    dates: datesBetween(current.deadlines, after.deadlines),
    turns: turnOf(situation, after),
    held: after.tasks.flatMap(({ key, assignee, status }) =>
      assignee !== null && status === 'open' ? [{ task: key, assignee }] : [],
    ),
    guards: hasMoved ? guardsInto(situation, after) : [],
    notified: [...new Set(effects.flatMap((effect) => (effect.kind === 'notice' ? effect.actors : [])))],
  };
};

const datesBetween = (before: readonly CaseDeadline[], after: readonly CaseDeadline[]): MovedDate[] => {
  const keys = [...new Set([...before, ...after].map(({ key }) => key))];
  const dueOf = (deadlines: readonly CaseDeadline[], key: string): Instant | null =>
    deadlines.find((one) => one.key === key)?.due ?? null;
  return keys
    .map((deadline) => ({ deadline, old: dueOf(before, deadline), new: dueOf(after, deadline) }))
    .filter((date) => date.old !== date.new);
};

const isLate = ({ deadlines }: Case, now: Instant): boolean => deadlines.some((deadline) => lateFrom(deadline) <= now);

const turnOf = ({ case: current, now }: Situation, after: Case): Outlook['turns'] => {
  const [was, is] = [isLate(current, now), isLate(after, now)];
  if (current.status !== 'open' || after.status !== 'open' || was === is) return null;
  return is ? 'late' : 'on-time';
};

/** Of all ways into the state the one of which the least does not hold. */
const guardsInto = (situation: Situation, after: Case): LocalText[] => {
  const { model } = situation;
  const here = { ...situation, case: after };
  const ways = Object.values(model.workflow.states)
    .flatMap((state) => actionsOf(state))
    .filter(([, { to }]) => (typeof to === 'string' ? [to] : to.map(({ state }) => state)).includes(after.state))
    .map(([, action]) => failing(here, { place: { at: 'action' } }, action.require).errors);
  return ways.sort((a, b) => a.length - b.length)[0] ?? [];
};
