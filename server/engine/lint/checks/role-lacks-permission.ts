import type { Action } from '../../../contract/definition/workflow.ts';
import { permissionFor } from '../../standing.ts';
import { type RuleAt, actionsAt } from '../actions.ts';
import { type Check, type Remark, say } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { rolesOfActor } from '../references.ts';

const permissionRemarks = (dossier: Dossier, { of, workflow, path, rule }: RuleAt & { rule: Action }): Remark[] => {
  const needed = permissionFor(rule.kind);
  if (needed === null) return [];
  return rule.by.flatMap((name, index) => {
    const actor = workflow.actors[name];
    const roles = actor === undefined ? [] : rolesOfActor(actor, []).map(({ role }) => role.role);
    return roles
      .filter((role) => dossier.programme.roles[role]?.may.includes(needed) === false)
      .map((role) => ({
        of,
        path: [...path, 'by', index],
        message: say(
          `角色“${role}”没有权限 ${needed}，不能做 kind: ${rule.kind} 的操作`,
          `The role "${role}" lacks ${needed}, so it can do no action of kind ${rule.kind}`,
        ),
        suggestion: say(
          `请在 programme.yaml 给该角色加上 ${needed}，或换一个参与者`,
          `Add ${needed} to the role in programme.yaml, or name another actor`,
        ),
      }));
  });
};

export const roleLacksPermission: Check = {
  code: 'role-lacks-permission',
  severity: 'error',
  remarks: (dossier) => actionsAt(dossier).flatMap((at) => permissionRemarks(dossier, at)),
};
