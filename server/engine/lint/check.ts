import type { Finding, FindingText } from '../../contract/finding.ts';
import type { DefinitionKind } from '../../contract/key.ts';
import type { Form } from '../../contract/definition/form.ts';
import type { Workflow } from '../../contract/definition/workflow.ts';
import { didYouMean } from '../expression-suggest.ts';
import type { Dossier } from './dossier.ts';

export type Path = readonly (string | number)[];

/** Which definition of the programme a remark is about. */
export interface Subject {
  kind: DefinitionKind;
  key: string;
}

/** What a check found, before the place in the text is added. */
export interface Remark {
  of: Subject;
  path: Path;
  message: FindingText;
  suggestion?: FindingText | undefined;
  /** Where it differs from the check's own. */
  code?: string;
  severity?: Finding['severity'];
}

/** One rule of lint: a pure look at a programme's definitions. */
export interface Check {
  code: string;
  severity: Finding['severity'];
  remarks(dossier: Dossier): Remark[];
}

export const say = (zh: string, en: string): FindingText => ({ 'zh-CN': zh, en });

const MOST_LISTED = 12;

/** What to write instead of an unknown name: the one that was probably meant, else those there are. */
const instead = (name: string, known: Iterable<string>): FindingText | undefined => {
  const all = [...known];
  const meant = didYouMean(name, all);
  if (meant !== undefined) return say(`是否要写“${meant}”？`, `Did you mean "${meant}"?`);
  if (all.length === 0) return undefined;
  const some = all.slice(0, MOST_LISTED);
  const more = all.length > MOST_LISTED ? '…' : '';
  return say(`可用：${some.join('、')}${more}`, `Known: ${some.join(', ')}${more}`);
};

/** The remark on a name that nothing has. `thing` is what it should name, in both languages. */
const unknownName = (
  at: Pick<Remark, 'of' | 'path'>,
  { thing, name, known }: { thing: FindingText; name: string; known: Iterable<string> },
): Remark => ({
  ...at,
  message: say(`没有名为“${name}”的${thing['zh-CN']}`, `There is no ${thing.en} "${name}"`),
  suggestion: instead(name, known),
});

/** A workflow with its name and, where it could be read, its form. */
export interface WorkflowSubject {
  of: Subject;
  workflow: Workflow;
  form: Form | undefined;
}

export const workflowsOf = ({ workflows, forms }: Dossier): WorkflowSubject[] =>
  [...workflows].map(([key, workflow]) => ({
    of: { kind: 'Workflow', key },
    workflow,
    form: forms.get(workflow.subject.form),
  }));

export const formsOf = ({ forms }: Dossier): { of: Subject; form: Form }[] =>
  [...forms].map(([key, form]) => ({ of: { kind: 'Form', key }, form }));

export const programmeSubject = ({ programme }: Dossier): Subject => ({ kind: 'Programme', key: programme.key });

/** A name that a definition uses, and where. */
export interface Reference {
  path: Path;
  name: string;
}

export const referencesIn = (names: readonly string[] | undefined, path: Path): Reference[] =>
  (names ?? []).map((name, index) => ({ path: [...path, index], name }));

/** The remarks on those references whose name is not among the known ones. */
export const unknownAmong = (
  of: Subject,
  references: readonly Reference[],
  { thing, known }: { thing: FindingText; known: Iterable<string> },
): Remark[] => {
  const names = new Set(known);
  return references
    .filter(({ name }) => !names.has(name))
    .map(({ path, name }) => unknownName({ of, path }, { thing, name, known: names }));
};
