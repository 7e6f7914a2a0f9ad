import type { Workflow } from '../../../contract/definition/workflow.ts';
import { actionsOf } from '../../action.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';
import { rolesOfActor } from '../references.ts';

const JUDGING = new Set(['approve', 'reject']);

const submittersOf = (workflow: Workflow): string[] =>
  Object.values(workflow.states)
    .flatMap(actionsOf)
    .filter(([, { kind }]) => kind === 'submit')
    .flatMap(([, { by }]) => by);

/** The submitters from whom nothing keeps a judging actor apart. */
const mixed = (workflow: Workflow, name: string, submitters: readonly string[]): string[] => {
  const actor = workflow.actors[name];
  if (actor === undefined) return [];
  const apart =
    'person' in actor ? [actor.not_same_as ?? []] : rolesOfActor(actor, []).map(({ role }) => role.not_same_as ?? []);
  return submitters.filter((submitter) => !apart.every((names) => names.includes(submitter)));
};

/** Nobody should judge a report of their own, not even where one person holds both roles or fills by proxy. */
export const samePerson: Check = {
  code: 'same-person',
  severity: 'warning',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }): Remark[] => {
      const submitters = [...new Set(submittersOf(workflow))];
      const judges = new Set(
        Object.values(workflow.states)
          .flatMap(actionsOf)
          .filter(([, { kind }]) => JUDGING.has(kind))
          .flatMap(([, { by }]) => by),
      );
      return [...judges].flatMap((judge) => {
        const same = mixed(workflow, judge, submitters);
        if (same.length === 0) return [];
        return [
          {
            of,
            path: ['actors', judge],
            message: say(
              `提交的人（${same.join('、')}）可能同时是审核的人（${judge}）`,
              `Whoever submits (${same.join(', ')}) may also be the one who judges (${judge})`,
            ),
            suggestion: say(`请加上 not_same_as: [${same.join(', ')}]`, `Add not_same_as: [${same.join(', ')}]`),
          },
        ];
      });
    }),
};
