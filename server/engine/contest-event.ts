import type { ContestEventCommand } from './command.ts';
import { line } from './history.ts';
import { reactTo } from './reaction.ts';
import type { Situation } from './situation.ts';
import type { Change } from './visit.ts';

/** An election of the case ended or was counted: the history says so, and the state may react. */
export const contestEvent = (situation: Situation, { name, ballot }: ContestEventCommand): Change => {
  const told = line({ type: 'contest-event', payload: { event: name, ballot } });
  const reacted = reactTo(situation, name, ballot);
  return { case: reacted.case, effects: [told, ...reacted.effects] };
};
