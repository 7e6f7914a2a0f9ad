import type { Permission } from '../../../contract/definition/programme.ts';
import type { Workflow } from '../../../contract/definition/workflow.ts';
import type { FindingText } from '../../../contract/finding.ts';
import { permissionFor } from '../../standing.ts';
import { actionsAt } from '../actions.ts';
import { type Check, type Reference, type Remark, type Subject, referencesIn, say, workflowsOf } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { judgedTasks } from '../judging.ts';
import { rolesOfActor } from '../references.ts';

interface Demand {
  of: Subject;
  workflow: Workflow;
  actors: readonly Reference[];
  needed: Permission;
  /** What it cannot do without. */
  thing: FindingText;
}

const lacking = (dossier: Dossier, { of, workflow, actors, needed, thing }: Demand): Remark[] =>
  actors.flatMap(({ name, path }) => {
    const actor = workflow.actors[name];
    const roles = actor === undefined ? [] : rolesOfActor(actor, []).map(({ role }) => role.role);
    return roles
      .filter((role) => dossier.programme.roles[role]?.may.includes(needed) === false)
      .map((role) => ({
        of,
        path,
        message: say(
          `角色“${role}”没有权限 ${needed}，不能${thing['zh-CN']}`,
          `The role "${role}" lacks ${needed}, so it can do no ${thing.en}`,
        ),
        suggestion: say(
          `请在 programme.yaml 给该角色加上 ${needed}，或换一个参与者`,
          `Add ${needed} to the role in programme.yaml, or name another actor`,
        ),
      }));
  });

const inActions = (dossier: Dossier): Remark[] =>
  actionsAt(dossier).flatMap(({ of, workflow, path, rule }) => {
    const needed = permissionFor(rule.kind);
    const actors = referencesIn(rule.by, [...path, 'by']);
    const thing = say(`做 kind: ${rule.kind} 的操作`, `action of kind ${rule.kind}`);
    return needed === null ? [] : lacking(dossier, { of, workflow, actors, needed, thing });
  });

const inTasks = (dossier: Dossier): Remark[] =>
  workflowsOf(dossier).flatMap(({ of, workflow }) =>
    judgedTasks(workflow).flatMap(({ path, rule }) => {
      const actors = referencesIn(rule.actors, [...path, 'actors']);
      const thing = say('办理逐人评审的任务', 'task that several people judge');
      return lacking(dossier, { of, workflow, actors, needed: 'cases.judge', thing });
    }),
  );

export const roleLacksPermission: Check = {
  code: 'role-lacks-permission',
  severity: 'error',
  remarks: (dossier) => [...inActions(dossier), ...inTasks(dossier)],
};
