import type { Demonstration } from '../../../contract/definition/demonstration.ts';
import { type Check, type Reference, type Subject, referencesIn, say, unknownAmong } from '../check.ts';
import type { Dossier } from '../dossier.ts';

const one = (name: string | undefined, path: (string | number)[]): Reference[] =>
  name === undefined ? [] : [{ path, name }];

const remarksOn = (dossier: Dossier, demonstration: Demonstration) => {
  const of: Subject = { kind: 'Demonstration', key: demonstration.key };
  const { programme, workflows, keys } = dossier;
  const kinds = (demonstration.organisations ?? []).flatMap((organisation, index) =>
    referencesIn(organisation.kinds, ['organisations', index, 'kinds']),
  );
  const roles = Object.entries(demonstration.accounts).flatMap(([key, account]) =>
    referencesIn(account.roles, ['accounts', key, 'roles']),
  );
  const steps = demonstration.steps.map((step, index) => ({ step, path: ['steps', index] }));
  const actions = steps.flatMap(({ step, path }) => {
    const workflow = workflows.get(step.workflow);
    if (workflow === undefined) return [];
    const known = Object.values(workflow.states).flatMap(({ on }) => Object.keys(on ?? {}));
    return unknownAmong(of, one(step.do, [...path, 'do']), { thing: say('操作', 'action'), known });
  });
  return [
    ...unknownAmong(of, kinds, {
      thing: say('单位类别', 'kind of organisation'),
      known: Object.keys(programme.organisation_kinds),
    }),
    ...unknownAmong(of, roles, { thing: say('角色', 'role'), known: Object.keys(programme.roles) }),
    ...unknownAmong(
      of,
      steps.map(({ step, path }) => ({ path: [...path, 'as'], name: step.as })),
      { thing: say('账号', 'account'), known: Object.keys(demonstration.accounts) },
    ),
    ...unknownAmong(
      of,
      steps.map(({ step, path }) => ({ path: [...path, 'workflow'], name: step.workflow })),
      { thing: say('流程', 'workflow'), known: keys.Workflow },
    ),
    ...actions,
  ];
};

/** Names in a demonstration that the programme does not have. */
export const unknownInDemonstration: Check = {
  code: 'unknown-in-demonstration',
  severity: 'error',
  remarks: (dossier) => (dossier.demonstration === null ? [] : remarksOn(dossier, dossier.demonstration)),
};
