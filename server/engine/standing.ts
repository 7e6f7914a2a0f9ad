import type { ActionKind } from '../contract/definition/workflow.ts';
import type { Permission } from '../contract/definition/programme.ts';
import { actionsOf } from './action.ts';
import { notSameAs, partsOf, type Part } from './actor.ts';
import type { Model } from './model.ts';
import type { Situation } from './situation.ts';
import { publicStarters } from './start-rule.ts';

/** What a role must be allowed at all for an action of a kind; `act` needs the actor alone. */
const PERMISSION: Record<ActionKind, Permission | null> = {
  submit: 'cases.fill',
  zero: 'cases.fill',
  withdraw: 'cases.fill',
  approve: 'cases.review',
  return: 'cases.review',
  reject: 'cases.review',
  reopen: 'cases.review',
  act: null,
};

export const permissionFor = (kind: ActionKind): Permission | null => PERMISSION[kind];

/** As whom a person may act: the part to be played, or that the person is kept from it by an earlier deed, or that there is none. */
export type Standing = { kind: 'may'; parts: [Part, ...Part[]] } | { kind: 'same-person' } | { kind: 'none' };

interface Demand {
  /** The actors who may, the preferred first. */
  by: readonly string[];
  permission: Permission | null;
  /** Filling in for somebody else is no judgement of one's own work: `not_same_as` does not count. */
  proxy?: boolean;
}

/** Where the person of the facts stands before a demand for certain actors. */
export const standingFor = (situation: Situation, demand: Demand): Standing => {
  const cast = { case: situation.case, person: situation.facts.person, data: situation.facts.data };
  const parts = partsOf(situation.model, cast).filter(
    (part) => demand.by.includes(part.actor) && isPermitted(situation, part, demand.permission),
  );
  if (parts.length === 0) return { kind: 'none' };
  const free = demand.proxy === true ? parts : parts.filter((part) => !isSamePerson(situation, part.actor));
  const [first, ...rest] = free.sort((a, b) => demand.by.indexOf(a.actor) - demand.by.indexOf(b.actor));
  return first === undefined ? { kind: 'same-person' } : { kind: 'may', parts: [first, ...rest] };
};

/** Whether any of these roles may do it at all. */
export const rolesMay = (model: Model, roles: readonly string[], permission: Permission): boolean =>
  roles.some((role) => model.programme.roles[role]?.may.includes(permission) === true);

/** Somebody without an account, in a case that has only just begun with that. */
const isSigningUp = (
  { model, case: current, facts }: Pick<Situation, 'model' | 'case' | 'facts'>,
  actor: string,
): boolean => facts.person === null && current.submission === 0 && publicStarters(model.workflow).includes(actor);

const isPermitted = (
  { model, case: current, facts }: Situation,
  part: Part,
  permission: Permission | null,
): boolean => {
  if (isSigningUp({ model, case: current, facts }, part.actor)) return true;
  if (permission === null) return facts.person !== null;
  // Somebody who is named in the form, or whom a public actor lets in, still needs some role that may.
  const roles = part.role === null ? (facts.person?.memberships ?? []).flatMap(({ roles }) => roles) : [part.role];
  return rolesMay(model, roles, permission);
};

/** Whether `not_same_as` keeps the person from acting as the actor: through a deed in this case, or a saved version of its data. */
export const isSamePerson = ({ model, case: current, facts }: Situation, actor: string): boolean => {
  const rule = model.workflow.actors[actor];
  const others = rule === undefined ? [] : notSameAs(rule, current.organisation);
  const person = facts.person?.id;
  if (others.length === 0 || person === undefined) return false;
  const hasActed = current.deeds.some((deed) => deed.person === person && others.includes(deed.actor));
  return hasActed || current.savedBy.includes(person);
};

/** The actors who submit in this workflow: whom proxies act for, and who are told of what becomes of a report. */
export const submitters = (model: Model): string[] => {
  const actions = Object.values(model.workflow.states).flatMap(actionsOf);
  const submits = actions.filter(([, { kind }]) => kind === 'submit');
  return [...new Set(submits.flatMap(([, action]) => action.by))];
};
