import type { Permission } from '#contract/definition/programme.ts';
import { Workflow } from '#contract/definition/workflow.ts';
import { textIn } from '#contract/text.ts';
import { rolesOfActor } from '#engine/lint/references.ts';
import { permissionFor } from '#engine/standing.ts';
import { valueOf } from '../../yaml/read-yaml.ts';

/** What workflows ask of a role: without it an actor played by the role could not do its part. */
export interface Need {
  role: string;
  permission: Permission;
  /** What for, as people call it: the workflow and the action. */
  workflow: string;
  action: string;
}

interface Asked {
  actors: readonly string[];
  permission: Permission | null;
  action: string;
}

const askedBy = (workflow: Workflow, language: string): Asked[] => [
  ...Object.values(workflow.states).flatMap(({ on }) =>
    Object.values(on ?? {}).flatMap((rule): Asked[] =>
      'kind' in rule
        ? [{ actors: rule.by, permission: permissionFor(rule.kind), action: textIn(rule.title, language) }]
        : [],
    ),
  ),
  ...[workflow.proxy, workflow.exemption].flatMap((rule): Asked[] =>
    rule === undefined ? [] : [{ actors: rule.by, permission: 'cases.review', action: '' }],
  ),
  ...Object.values(workflow.deadlines ?? {}).flatMap(({ extension, title }): Asked[] =>
    extension === undefined
      ? []
      : [{ actors: [extension.by].flat(), permission: 'deadlines.manage', action: textIn(title, language) }],
  ),
];

const needsOf = (workflow: Workflow, language: string): Need[] =>
  askedBy(workflow, language).flatMap(({ actors, permission, action }) => {
    const played = actors.flatMap((name) => {
      const actor = workflow.actors[name];
      return actor === undefined ? [] : rolesOfActor(actor, []).map(({ role }) => role.role);
    });
    if (permission === null) return [];
    return [...new Set(played)].map((role) => ({
      role,
      permission,
      workflow: textIn(workflow.title, language),
      action,
    }));
  });

/** What these texts of workflows ask of roles; a text that cannot be read asks nothing. */
export const roleNeeds = (texts: readonly string[], language: string): Need[] =>
  texts.flatMap((text) => {
    const read = Workflow.safeParse(valueOf(text));
    return read.success ? needsOf(read.data, language) : [];
  });
