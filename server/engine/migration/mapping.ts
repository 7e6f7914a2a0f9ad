import type { Migration } from '../../contract/definition/migration.ts';

/** Where a value goes: keys from the top of the form, a roster's key before those of its row's fields. */
export interface Move {
  from: readonly string[];
  to: readonly string[];
}

/** How running cases go over to other rules. What is not named goes to what has the same name. */
export interface Mapping {
  states: Readonly<Record<string, string>>;
  /** By the task's key before: the state and task afterwards. */
  tasks: Readonly<Record<string, { state: string; task: string; keepAssignee: boolean }>>;
  moves: readonly Move[];
  /** Whether due dates follow the new rules. */
  dates: 'move' | 'keep';
}

export const SAME_NAMES: Mapping = { states: {}, tasks: {}, moves: [], dates: 'move' };

/** The mapping of a plan; `dates` is what holds where the plan does not say. */
export const mappingOf = (plan: Migration | null, dates: Mapping['dates']): Mapping => {
  if (plan === null) return { ...SAME_NAMES, dates };
  const tasks = Object.entries(plan.tasks ?? {}).map(([key, { to, keep_assignee: keepAssignee = false }]) => {
    const [state = '', task = ''] = to.split('.');
    return [key, { state, task, keepAssignee }] as const;
  });
  const moves = (plan.fields ?? []).flatMap(({ move }) =>
    Object.entries(move).map(([from, to]): Move => ({ from: from.split('.'), to: to.split('.') })),
  );
  const asked = plan.deadlines === undefined ? dates : plan.deadlines === 'keep' ? 'keep' : 'move';
  return { states: plan.states ?? {}, tasks: Object.fromEntries(tasks), moves, dates: asked };
};
