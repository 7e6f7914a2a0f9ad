import type { Actor, Scope } from '../contract/definition/actor.ts';
import type { Scenario } from '../contract/definition/scenario.ts';
import { roleOfActor } from './actor.ts';
import type { Organisation } from './case.ts';
import type { Person } from './command.ts';
import type { Model } from './model.ts';

/** Who plays in a scenario: an organisation made up so that every actor's scope finds somebody, and the persons. */

type Given = NonNullable<Scenario['given']['organisation']>;

const madeUp = (id: string, kinds: string[] = []): Organisation => ({
  id,
  code: id,
  title: id,
  kinds,
  level: null,
  attributes: {},
  ancestors: [],
  relations: {},
});

/** The organisation of a scenario; null where the workflow runs once for the whole programme. */
export const organisationOf = (
  model: Model,
  given: Given | undefined,
  known: readonly Organisation[],
): Organisation | null => {
  const { per, audience } = model.workflow.subject;
  if (per.includes('programme')) return null;
  const named = known.find(({ code }) => code === given?.code);
  const fallback = audience?.kinds?.[0] ?? Object.keys(model.programme.organisation_kinds)[0];
  const kinds = given?.kinds ?? (given?.kind === undefined ? null : [given.kind]);
  const bare = named ?? madeUp(given?.code ?? 'organisation', kinds ?? (fallback === undefined ? [] : [fallback]));
  return surrounded(model, {
    ...bare,
    ...(kinds !== null && { kinds }),
    ...(given?.title !== undefined && { title: given.title }),
    attributes: { ...bare.attributes, ...given?.attributes },
    ancestors: given?.parent === undefined ? bare.ancestors : [parentNamed(given.parent, known), ...bare.ancestors],
  });
};

const parentNamed = (code: string, known: readonly Organisation[]): Organisation['ancestors'][number] =>
  known.find((one) => one.code === code) ?? { id: code, code, kinds: [] };

const scopesOf = (model: Model): Scope[] =>
  Object.values(model.workflow.actors).flatMap((actor: Actor) => {
    if ('person' in actor) return [];
    return 'role' in actor ? [actor.scope] : Object.values(actor.for).map(({ scope }) => scope);
  });

/** The organisation with ancestors and relations that the actors' scopes ask for, where it has none of its own. */
const surrounded = (model: Model, organisation: Organisation): Organisation =>
  scopesOf(model).reduce((known, scope): Organisation => {
    if (typeof scope === 'string') {
      const isAlone = (scope === 'subtree' || scope === 'siblings') && known.ancestors.length === 0;
      return isAlone ? { ...known, ancestors: [madeUp('parent')] } : known;
    }
    if ('ancestor' in scope) {
      if (known.ancestors.some(({ kinds }) => kinds.includes(scope.ancestor))) return known;
      return { ...known, ancestors: [...known.ancestors, madeUp(`ancestor_${scope.ancestor}`, [scope.ancestor])] };
    }
    if (scope.relation === 'parent') {
      return known.ancestors.length > 0 ? known : { ...known, ancestors: [madeUp('parent')] };
    }
    if ((known.relations[scope.relation] ?? []).length > 0) return known;
    return { ...known, relations: { ...known.relations, [scope.relation]: [`related_${scope.relation}`] } };
  }, organisation);

/** A person who plays an actor for a case of the organisation; null where there is no such actor for its kinds. */
export const personFor = (
  model: Model,
  organisation: Organisation | null,
  { actor, id }: { actor: string; id: string },
): Person | null => {
  const rule = model.workflow.actors[actor];
  if (rule === undefined) return null;
  if ('person' in rule) {
    return { id, name: id, memberships: [{ organisation, roles: Object.keys(model.programme.roles) }] };
  }
  const found = roleOfActor(rule, organisation);
  if (found === null) return null;
  return { id, name: id, memberships: [{ organisation: seatOf(found.scope, organisation), roles: [found.role] }] };
};

/** An organisation from which the scope reaches the one of the case. */
const seatOf = (scope: Scope, of: Organisation | null): Organisation => {
  if (of === null || scope === 'programme' || scope === 'public') return madeUp('office');
  const parent = madeUp(of.ancestors[0]?.id ?? 'parent');
  if (scope === 'own') return of;
  if (scope === 'subtree') return parent;
  if (scope === 'siblings') return { ...madeUp('sibling'), ancestors: of.ancestors };
  if ('ancestor' in scope) {
    return madeUp(of.ancestors.find(({ kinds }) => kinds.includes(scope.ancestor))?.id ?? 'ancestor');
  }
  return scope.relation === 'parent' ? parent : madeUp(of.relations[scope.relation]?.[0] ?? 'related');
};
