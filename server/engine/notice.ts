import type { ActionKind } from '../contract/definition/workflow.ts';
import { awaitedIn } from './action.ts';
import type { Case } from './case.ts';
import type { Effect, NoticeSubject } from './effect.ts';
import type { Model } from './model.ts';
import { submitters } from './standing.ts';

const ABOUT: Record<ActionKind, NoticeSubject> = {
  submit: 'submitted',
  zero: 'submitted',
  withdraw: 'moved',
  approve: 'approved',
  return: 'returned',
  reject: 'rejected',
  reopen: 'reopened',
  act: 'moved',
};

interface Told {
  template: string;
  about: NoticeSubject;
  actors: readonly string[];
  payload?: Record<string, unknown>;
}

/** A notice, unless there is nobody to be told. */
export const notice = ({ template, about, actors, payload = {} }: Told): Effect[] =>
  actors.length === 0 ? [] : [{ kind: 'notice', template, about, actors: [...new Set(actors)], payload }];

/** One's own deed, as far as notices go. */
interface Deed {
  key: string;
  kind: ActionKind;
  actor: string;
  payload: Record<string, unknown>;
}

/**
 * Who is told after an action: of a report those who are awaited now; of a decision those who submit; and when the case
 * went on to somebody else, they too. Nobody is told as the actor who did it, and taking a report back tells nobody.
 */
export const actionNotices = (model: Model, moved: Case, { key, kind, actor, payload }: Deed): Effect[] => {
  if (kind === 'withdraw') return [];
  const others = (actors: readonly string[]): string[] => actors.filter((one) => one !== actor);
  const awaited = moved.status === 'open' ? others(awaitedIn(model.workflow.states[moved.state])) : [];
  const about = ABOUT[kind];
  if (kind === 'submit' || kind === 'zero') return notice({ template: key, about, actors: awaited, payload });
  const told = others(submitters(model));
  return [
    ...notice({ template: key, about, actors: told, payload }),
    ...waitingNotices(
      moved,
      awaited.filter((one) => !told.includes(one)),
    ),
  ];
};

/** That a case has come to a state in which these actors are awaited. */
export const waitingNotices = (moved: Case, actors: readonly string[]): Effect[] =>
  notice({ template: `@enter.${moved.state}`, about: 'waiting', actors, payload: { state: moved.state } });
