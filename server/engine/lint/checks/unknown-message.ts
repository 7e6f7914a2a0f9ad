import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, say, unknownAmong, workflowsOf } from '../check.ts';

/** The templates of notices that a workflow can send: by action, and by event with what it is about. */
const templatesOf = ({ states, deadlines, settle, matters = {} }: Workflow): string[] => {
  const actions = Object.values(states).flatMap(({ on }) =>
    Object.keys(on ?? {}).filter((key) => !key.startsWith('@')),
  );
  const perDeadline = ['remind', 'escalate', 'extended', 'changed'];
  const events = Object.keys(deadlines ?? {}).flatMap((key) => perDeadline.map((word) => `@${word}.${key}`));
  const marks =
    settle === undefined ? [] : ['mark-set', 'mark-cleared'].map((word) => `@${word}.${settle.on_fail.mark}`);
  const entered = Object.keys(states).map((key) => `@enter.${key}`);
  return [
    ...new Set([
      ...actions,
      ...events,
      ...entered,
      ...marks,
      ...Object.keys(matters).flatMap((key) => [`@matter-opened.${key}`, `@matter-closed.${key}`]),
      '@open',
      '@chase',
      '@exempted',
      '@exemption-lifted',
      '@cancelled',
    ]),
  ];
};

/** A text that no notice ever uses is most likely a misspelt key. */
export const unknownMessage: Check = {
  code: 'unknown-message',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow }) =>
      unknownAmong(
        of,
        Object.keys(workflow.messages ?? {}).map((name) => ({ path: ['messages', name], name })),
        {
          thing: say(
            '通知（操作的键，或 @remind.<期限> 等）',
            'notice (an action, or @remind.<deadline> and the like)',
          ),
          known: templatesOf(workflow),
        },
      ),
    ),
};
