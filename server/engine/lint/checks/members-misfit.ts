import { actionsNamed, actionsOf } from '../../action.ts';
import { type Check, type Remark, say, workflowsOf } from '../check.ts';

/** What gathered cases have to be filled in for cannot be done for them. */
const OWN_KINDS = ['submit', 'zero', 'withdraw'];

/** `members` names an action of the gathered workflow that somebody else may decide. */
export const membersMisfit: Check = {
  code: 'members-misfit',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow: { states, gather } }) => {
      const held = gather === undefined ? undefined : dossier.workflows.get(gather.workflow);
      return Object.entries(states).flatMap(([state, rules]) =>
        actionsOf(rules).flatMap(([key, { members }]): Remark[] => {
          if (members === undefined) return [];
          const at = { of, path: ['states', state, 'on', key, 'members'] };
          if (gather === undefined)
            return [
              {
                ...at,
                message: say('流程没有汇集任何事项', 'The workflow gathers nothing'),
                suggestion: say('请加上 gather，或删去 members', 'Add gather, or delete members'),
              },
            ];
          if (held === undefined) return [];
          const named = actionsNamed(held, members);
          if (named.length > 0 && !named.some(({ kind }) => OWN_KINDS.includes(kind))) return [];
          return [
            {
              ...at,
              message:
                named.length === 0
                  ? say(
                      `流程“${gather.workflow}”没有操作“${members}”`,
                      `"${gather.workflow}" has no action "${members}"`,
                    )
                  : say(`操作“${members}”须由填报人自己办理`, `"${members}" is for those who report to do`),
              suggestion: say('请写被汇集流程中的审核类操作', 'Name an action of the gathered workflow that decides'),
            },
          ];
        }),
      );
    }),
};
