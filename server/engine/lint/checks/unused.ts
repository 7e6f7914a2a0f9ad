import type { Workflow } from '../../../contract/definition/workflow.ts';
import { type Check, type Remark, type Subject, formsOf, programmeSubject, say, workflowsOf } from '../check.ts';
import type { Dossier } from '../dossier.ts';
import { expressionsOf } from '../expression-sites.ts';
import { sheetReferences } from '../judging.ts';
import { actorReferences, deadlineReferences } from '../references.ts';

const words = (texts: Iterable<string>): Set<string> =>
  new Set([...texts].flatMap((text) => text.match(/[A-Za-z_][A-Za-z0-9_]*/g) ?? []));

/** `used` may be asked for late, because it takes its time and often there is nothing to look for. */
const unusedIn = (
  of: Subject,
  section: string,
  names: readonly string[],
  used: ReadonlySet<string> | (() => ReadonlySet<string>),
): Remark[] => {
  if (names.length === 0) return [];
  const found = typeof used === 'function' ? used() : used;
  return names
    .filter((name) => !found.has(name))
    .map((name) => ({
      of,
      path: [section, name],
      message: say(`“${name}”没有被用到`, `"${name}" is not used`),
      suggestion: say('请使用它，或删去', 'Use it or delete it'),
    }));
};

const inWorkflow = (of: Subject, workflow: Workflow, expressions: ReadonlySet<string>): Remark[] => [
  ...unusedIn(of, 'actors', Object.keys(workflow.actors), new Set(actorReferences(workflow).map(({ name }) => name))),
  ...unusedIn(
    of,
    'deadlines',
    Object.keys(workflow.deadlines ?? {}),
    new Set(deadlineReferences(workflow).map(({ name }) => name)),
  ),
  ...unusedIn(of, 'params', Object.keys(workflow.params ?? {}), expressions),
];

const unusedForms = (dossier: Dossier): Remark[] => {
  const workflows = [...dossier.workflows.values()];
  const sheets = workflows.flatMap(sheetReferences).map(({ name }) => name);
  const used = new Set([...workflows.map(({ subject }) => subject.form), ...sheets]);
  return formsOf(dossier)
    .filter(({ of }) => !used.has(of.key))
    .map(({ of }) => ({
      of,
      path: ['$id'],
      message: say('没有流程使用这张表单', 'No workflow uses this form'),
      suggestion: say(
        '请为它新建流程，或在已有流程的“填报的表单”中选它；不再需要就删去',
        'Make a workflow for it, or choose it as the form of one (subject.form); delete it if nobody needs it',
      ),
    }));
};

/** Whoever can do nothing but what a workflow's actor lets him is nobody where no workflow names him; there has to be one. */
const rolesForCases = ({ programme, workflows }: Dossier): string[] =>
  Object.entries(workflows.size === 0 ? {} : programme.roles).flatMap(([key, { may }]) =>
    may.every((permission) => permission.startsWith('cases.')) ? [key] : [],
  );

/** Roles, relations and tables are named in many places; what is a word of none of them is used nowhere. */
const inProgramme = (dossier: Dossier, expressions: ReadonlySet<string>): Remark[] => {
  const of = programmeSubject(dossier);
  const { params, relations, tables, uses } = dossier.programme;
  const flows = words([...dossier.workflows.values(), uses ?? []].map((part) => JSON.stringify(part)));
  const forms = () => words([...dossier.forms.values()].map((form) => JSON.stringify(form)));
  return [
    ...unusedIn(of, 'params', Object.keys(params ?? {}), expressions),
    ...unusedIn(of, 'roles', rolesForCases(dossier), flows),
    ...unusedIn(of, 'relations', Object.keys(relations ?? {}), new Set([...flows, ...expressions])),
    ...unusedIn(of, 'tables', Object.keys(tables ?? {}), () => new Set([...flows, ...forms(), ...expressions])),
  ];
};

/** Actors, deadlines, parameters, roles, relations, tables and forms that nothing uses. */
export const unused: Check = {
  code: 'unused',
  severity: 'warning',
  remarks: (dossier) => {
    const expressions = words(expressionsOf(dossier).map(({ text }) => text));
    return [
      ...workflowsOf(dossier).flatMap(({ of, workflow }) => inWorkflow(of, workflow, expressions)),
      ...inProgramme(dossier, expressions),
      ...unusedForms(dossier),
    ];
  },
};
