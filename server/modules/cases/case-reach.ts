import type { Actor } from '../../contract/definition/actor.ts';
import { partsOf } from '../../engine/actor.ts';
import type { Organisation } from '../../engine/case.ts';
import { publicStarters } from '../../engine/start-rule.ts';
import type { Identity } from '../identity.ts';
import type { RunningModel } from '../models.ts';
import { personOf } from './visibility.ts';

/** Cases that a person reaches, as lists ask for them: whole workflows, and workflows of single organisations. */
export interface CaseReach {
  wide: string[];
  pairs: { workflow: string; organisation: string }[];
  /** Workflows where whoever is named in the field of the form reaches the case. */
  named: { workflow: string; field: string }[];
}

/** Which actors count: all of them, or only those for whom something holds. */
export type ActorChoice = (running: RunningModel, actor: string) => boolean;

interface Asked {
  who: Identity;
  running: RunningModel;
  choice: ActorChoice;
}

/** Whether the role and scope alone tell whom the actor reaches, whatever the organisation of the case is. */
const isPlain = (actor: Actor): boolean =>
  'role' in actor && (actor.scope === 'programme' || actor.scope === 'public' || actor.scope === 'own');

/** Whoever may sign up without an account sees nothing by that. */
const chosenActors = ({ running, choice }: Asked): [string, Actor][] =>
  Object.entries(running.model.workflow.actors).filter(
    ([key]) => choice(running, key) && !publicStarters(running.model.workflow).includes(key),
  );

const plainReach = ({ who, running }: Asked, actor: Actor): CaseReach => {
  if (!('role' in actor)) return NOTHING;
  const workflow = running.workflowId;
  if (actor.scope === 'public') return { ...NOTHING, wide: [workflow] };
  const held = who.memberships.filter(
    ({ programmeId, role }) => programmeId === running.programmeId && role === actor.role,
  );
  if (actor.scope === 'programme') return { ...NOTHING, wide: held.length > 0 ? [workflow] : [] };
  const own = held.flatMap(({ organisation }) => organisation?.id ?? []);
  return { ...NOTHING, pairs: own.map((organisation) => ({ workflow, organisation })) };
};

const NOTHING: CaseReach = { wide: [], pairs: [], named: [] };

const joined = (all: readonly CaseReach[]): CaseReach => ({
  wide: [...new Set(all.flatMap(({ wide }) => wide))],
  pairs: all.flatMap(({ pairs }) => pairs),
  named: all.flatMap(({ named }) => named),
});

/** Whether organisations have to be looked at one by one to tell what the person reaches. */
export const needsOrganisations = (who: Identity, published: readonly RunningModel[], choice: ActorChoice): boolean =>
  published.some(
    (running) =>
      who.memberships.some(({ programmeId }) => programmeId === running.programmeId) &&
      chosenActors({ who, running, choice }).some(([, actor]) => !isPlain(actor) && !('person' in actor)),
  );

const oneByOne = (asked: Asked, actors: readonly string[], organisations: readonly Organisation[]): CaseReach => {
  const { who, running } = asked;
  const person = personOf(who, running.programmeId);
  if (actors.length === 0 || person.memberships.length === 0) return NOTHING;
  const reached = organisations.filter((organisation) =>
    partsOf(running.model, { case: { organisation }, person, data: {} }).some(({ actor }) => actors.includes(actor)),
  );
  return { ...NOTHING, pairs: reached.map(({ id }) => ({ workflow: running.workflowId, organisation: id })) };
};

/** What the person reaches as one of the chosen actors. `organisations` are all there are, where they are needed. */
export const caseReach = (
  who: Identity,
  published: readonly RunningModel[],
  { choice, organisations }: { choice: ActorChoice; organisations: readonly Organisation[] },
): CaseReach =>
  joined(
    published.flatMap((running) => {
      const asked = { who, running, choice };
      const actors = chosenActors(asked);
      const plain = actors.filter(([, actor]) => isPlain(actor)).map(([, actor]) => plainReach(asked, actor));
      const named = actors.flatMap(([, actor]) =>
        'person' in actor ? [{ workflow: running.workflowId, field: actor.person }] : [],
      );
      const others = actors.filter(([, actor]) => !isPlain(actor) && !('person' in actor)).map(([key]) => key);
      return [...plain, { ...NOTHING, named }, oneByOne(asked, others, organisations)];
    }),
  );
