import type { Actor, RoleActor } from '../../contract/definition/actor.ts';
import type { Deadline } from '../../contract/definition/deadline.ts';
import type { State, Workflow } from '../../contract/definition/workflow.ts';
import { startByPeople } from '../start-rule.ts';
import { type Path, type Reference, referencesIn } from './check.ts';
import { judgingActors, publicStates } from './judging.ts';

/** Every name that a workflow uses, by what it names. */

const entries = <Value>(record: Readonly<Record<string, Value>> | undefined): [string, Value][] =>
  Object.entries(record ?? {});

const keysAt = (record: object | undefined, path: Path): Reference[] =>
  Object.keys(record ?? {}).map((name) => ({ path: [...path, name], name }));

/** An actor's roles with scopes: one, or one by kind. */
export const rolesOfActor = (actor: Actor, path: Path): { path: Path; role: RoleActor }[] => {
  if ('role' in actor) return [{ path, role: actor }];
  if ('person' in actor) return [];
  return entries(actor.for).map(([kind, role]) => ({ path: [...path, 'for', kind], role }));
};

const eachRole = (workflow: Workflow): { path: Path; role: RoleActor }[] =>
  entries(workflow.actors).flatMap(([key, actor]) => rolesOfActor(actor, ['actors', key]));

export const roleReferences = (workflow: Workflow): Reference[] => [
  ...eachRole(workflow).map(({ path, role }) => ({ path: [...path, 'role'], name: role.role })),
  ...entries(workflow.ballots).flatMap(([key, { electorate }]) =>
    referencesIn(electorate.roles, ['ballots', key, 'electorate', 'roles']),
  ),
];

const inDeadline = (deadline: Deadline, path: Path): Reference[] => {
  const by = deadline.extension?.by;
  return [
    ...(typeof by === 'string'
      ? [{ path: [...path, 'extension', 'by'], name: by }]
      : referencesIn(by, [...path, 'extension', 'by'])),
    ...(deadline.escalate ?? []).flatMap(({ notify }, index) =>
      referencesIn(notify, [...path, 'escalate', index, 'notify']),
    ),
  ];
};

const inState = (state: State, path: Path): Reference[] => [
  ...keysAt(state.rights, [...path, 'rights']),
  ...entries(state.tasks).flatMap(([key, { actors }]) => referencesIn(actors, [...path, 'tasks', key, 'actors'])),
  ...entries(state.on).flatMap(([key, rule]) =>
    'by' in rule ? referencesIn(rule.by, [...path, 'on', key, 'by']) : [],
  ),
];

const notSameAs = (workflow: Workflow): Reference[] => [
  ...eachRole(workflow).flatMap(({ path, role }) => referencesIn(role.not_same_as, [...path, 'not_same_as'])),
  ...entries(workflow.actors).flatMap(([key, actor]) =>
    'person' in actor ? referencesIn(actor.not_same_as, ['actors', key, 'not_same_as']) : [],
  ),
];

export const actorReferences = (workflow: Workflow): Reference[] => [
  ...notSameAs(workflow),
  ...referencesIn(startByPeople(workflow)?.by, ['start', 'by']),
  ...referencesIn(workflow.proxy?.by, ['proxy', 'by']),
  ...referencesIn(workflow.exemption?.by, ['exemption', 'by']),
  ...entries(workflow.deadlines).flatMap(([key, deadline]) => inDeadline(deadline, ['deadlines', key])),
  ...judgingActors(workflow),
  ...referencesIn(workflow.settle?.on_fail.notify, ['settle', 'on_fail', 'notify']),
  ...entries(workflow.states).flatMap(([key, state]) => inState(state, ['states', key])),
];

export const kindReferences = (workflow: Workflow): Reference[] => [
  ...referencesIn(workflow.subject.audience?.kinds, ['subject', 'audience', 'kinds']),
  ...entries(workflow.actors).flatMap(([key, actor]) =>
    'for' in actor ? keysAt(actor.for, ['actors', key, 'for']) : [],
  ),
  ...eachRole(workflow).flatMap(({ path, role }) =>
    typeof role.scope === 'object' && 'ancestor' in role.scope
      ? [{ path: [...path, 'scope', 'ancestor'], name: role.scope.ancestor }]
      : [],
  ),
  ...(workflow.periods !== undefined && 'for' in workflow.periods
    ? keysAt(workflow.periods.for, ['periods', 'for'])
    : []),
  ...entries(workflow.deadlines).flatMap(([key, deadline]) => keysAt(deadline.for, ['deadlines', key, 'for'])),
];

/** Relations named by scopes; `parent` is always there. */
export const relationReferences = (workflow: Workflow): Reference[] =>
  eachRole(workflow).flatMap(({ path, role }) =>
    typeof role.scope === 'object' && 'relation' in role.scope && role.scope.relation !== 'parent'
      ? [{ path: [...path, 'scope', 'relation'], name: role.scope.relation }]
      : [],
  );

/** Where the rules of one state lead to. */
export const targetsOf = (state: State, path: Path): Reference[] =>
  entries(state.on).flatMap(([key, { to }]): Reference[] =>
    typeof to === 'string'
      ? [{ path: [...path, 'on', key, 'to'], name: to }]
      : to.map(({ state: name }, index) => ({ path: [...path, 'on', key, 'to', index, 'state'], name })),
  );

export const stateReferences = (workflow: Workflow): Reference[] => [
  { path: ['initial'], name: workflow.initial },
  ...entries(workflow.ballots).map(([key, { during }]) => ({ path: ['ballots', key, 'during'], name: during })),
  ...(workflow.ranking?.ties ?? []).flatMap((tie, index): Reference[] =>
    'committee' in tie ? [{ path: ['ranking', 'ties', index, 'committee'], name: tie.committee }] : [],
  ),
  ...publicStates(workflow),
  ...entries(workflow.states).flatMap(([key, state]) => targetsOf(state, ['states', key])),
];

const EVENT_DEADLINE = /^@(?:due|late)\.(.+)$/;

export const deadlineReferences = (workflow: Workflow): Reference[] =>
  entries(workflow.states).flatMap(([key, state]): Reference[] => {
    const path = ['states', key];
    const own =
      typeof state.deadline === 'string'
        ? [{ path: [...path, 'deadline'], name: state.deadline }]
        : referencesIn(state.deadline, [...path, 'deadline']);
    const events = Object.keys(state.on ?? {}).flatMap((event) => {
      const name = EVENT_DEADLINE.exec(event)?.[1];
      return name === undefined ? [] : [{ path: [...path, 'on', event], name }];
    });
    return [...own, ...events];
  });
