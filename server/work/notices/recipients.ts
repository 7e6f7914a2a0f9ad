import { roleOfActor } from '../../engine/actor.ts';
import type { Organisation } from '../../engine/case.ts';
import { isSamePerson } from '../../engine/standing.ts';
import { isHeldByAnother } from '../../engine/task.ts';
import type { Situation } from '../../engine/situation.ts';
import type { NoticeOrder } from '../../modules/outbox-topics.ts';

/** In which organisations a role must be held to be told: these, all, or those under the same parent. */
type Where = 'all' | { organisations: string[] } | { besides: string };

/** Whom an actor of the workflow stands for, for one case. */
export type Addressee = { actor: string; person: string } | { actor: string; role: string; where: Where };

const organisationsIn = (scope: unknown, of: Organisation): Where => {
  const parent = of.ancestors[0]?.id;
  if (scope === 'own') return { organisations: [of.id] };
  if (scope === 'subtree') return { organisations: [of.id, ...of.ancestors.map(({ id }) => id)] };
  if (scope === 'siblings') return { besides: of.id };
  const { relation, ancestor } = scope as { relation?: string; ancestor?: string };
  if (relation === 'parent') return { organisations: parent === undefined ? [] : [parent] };
  if (relation !== undefined) return { organisations: of.relations[relation] ?? [] };
  const above = of.ancestors.find(({ kinds }) => kinds.includes(ancestor ?? ''));
  return { organisations: above === undefined ? [] : [above.id] };
};

/** Everybody is nobody: an actor that the public plays is not told anything. */
const addresseesAs = (actor: string, { model, case: current, facts }: Situation): Addressee[] => {
  const rule = model.workflow.actors[actor];
  if (rule === undefined) return [];
  if ('person' in rule) {
    const person = facts.data[rule.person];
    return typeof person === 'string' ? [{ actor, person }] : [];
  }
  const found = roleOfActor(rule, current.organisation);
  if (found === null || found.scope === 'public') return [];
  if (found.scope === 'programme') return [{ actor, role: found.role, where: 'all' }];
  if (current.organisation === null) return [];
  return [{ actor, role: found.role, where: organisationsIn(found.scope, current.organisation) }];
};

/** Whom the actors of a notice stand for. */
export const addresseesOf = (situation: Situation, actors: readonly string[]): Addressee[] =>
  actors.flatMap((actor) => addresseesAs(actor, situation));

/** Notices that ask somebody to do something. */
const ASKS: readonly NoticeOrder['about'][] = ['opened', 'submitted', 'waiting', 'remind'];

/** Whether it concerns a person who plays the actor: not who did it, and who is asked to act must be able to. */
export const isConcerned = (
  situation: Situation,
  order: Pick<NoticeOrder, 'about' | 'person'>,
  { actor, person }: { actor: string; person: string },
): boolean => {
  if (person === order.person) return false;
  if (!ASKS.includes(order.about)) return true;
  const asked = { ...situation, facts: { ...situation.facts, person: { id: person, name: '', memberships: [] } } };
  return !isSamePerson(asked, actor) && !isHeldByAnother(asked, actor);
};
