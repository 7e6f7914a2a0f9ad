import type { Migration } from '../../contract/definition/migration.ts';

/** Pairs turned round; where two led to one the way back is not known. */
const turned = (pairs: Readonly<Record<string, string>> = {}): Record<string, string> => {
  const ends = Object.values(pairs);
  const single = Object.entries(pairs).filter(([, to]) => ends.indexOf(to) === ends.lastIndexOf(to));
  return Object.fromEntries(single.map(([from, to]) => [to, from]));
};

/** The way back of a plan, for cases that have gone on since; `versions` are the numbers of the step that takes it back. */
export const reversedPlan = (plan: Migration, versions: { from: number; to: number }): Migration => {
  const fields = (plan.fields ?? []).map(({ move }) => ({ move: turned(move) })).reverse();
  return {
    apiVersion: 'formflow/v1',
    kind: 'Migration',
    key: `${plan.workflow}_${versions.from}_to_${versions.to}`,
    workflow: plan.workflow,
    ...versions,
    states: turned(plan.states),
    ...(fields.length === 0 ? {} : { fields }),
    ...(plan.deadlines === undefined ? {} : { deadlines: plan.deadlines }),
  };
};
