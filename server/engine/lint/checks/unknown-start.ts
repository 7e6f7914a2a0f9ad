import { startAfter, startByPeople } from '../../start-rule.ts';
import { type Check, type Reference, type Remark, referencesIn, say, unknownAmong, workflowsOf } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { fieldsIn } from '../form-walk.ts';

const eventsOf = (workflow: string, { workflows }: Dossier): string[] => {
  const found = workflows.get(workflow);
  if (found === undefined) return [];
  const deadlines = Object.keys(found.deadlines ?? {});
  return [...Object.keys(found.states), '@tasks.done', ...deadlines.flatMap((key) => [`@due.${key}`, `@late.${key}`])];
};

/** What a case begins after is a workflow of the programme with that state or event; what tells people apart are fields of the head. */
export const unknownStart: Check = {
  code: 'unknown-start',
  severity: 'error',
  remarks: (dossier) =>
    workflowsOf(dossier).flatMap(({ of, workflow, form }): Remark[] => {
      const after = startAfter(workflow);
      const sources: Reference[] =
        after === null ? [] : [{ path: ['start', 'after', 'workflow'], name: after.workflow }];
      const others = [...dossier.keys.Workflow].filter((key) => key !== of.key);
      const isReadable = after !== null && dossier.workflows.has(after.workflow);
      const events: Reference[] = isReadable ? [{ path: ['start', 'after', 'on'], name: after.on }] : [];
      const once = referencesIn(startByPeople(workflow)?.once, ['start', 'once']);
      const head =
        form === undefined
          ? null
          : fieldsIn(form).filter(({ roster, field }) => roster === null && field.items === undefined);
      return [
        ...unknownAmong(of, sources, { thing: say('其他流程', 'other workflow'), known: others }),
        ...unknownAmong(of, events, {
          thing: say('环节或事件', 'state or event'),
          known: after === null ? [] : eventsOf(after.workflow, dossier),
        }),
        ...(head === null
          ? []
          : unknownAmong(of, once, {
              thing: say('表头字段', 'field of the head'),
              known: head.map(({ name }) => name),
            })),
      ];
    }),
};
