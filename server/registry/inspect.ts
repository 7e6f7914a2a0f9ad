import type { Finding } from '../contract/finding.ts';
import type { Remark } from '../engine/lint/check.ts';
import { CHECKS } from '../engine/lint/checks.ts';
import type { Dossier } from '../engine/lint/dossier.ts';
import { formValidator } from './form-validator.ts';
import { withoutRepeats } from './bound-remarks.ts';
import type { Reader } from './parse-memory.ts';
import { findingIn } from './parse.ts';
import { type Fault, findingOf, say, valueAt } from './place.ts';
import { type Shelf, type ShelfProgramme, buildModels } from './shelf.ts';
import { type DefinitionSource, nameText } from './source.ts';

/** Lint as a whole: what is wrong with the texts, and what every check has to say, with its place. */

type Coded = Remark & { code: string };

const placed = (shelf: Shelf, programme: string, remark: Coded): Finding | undefined => {
  const { kind, key } = remark.of;
  const document = shelf.documents.get(nameText({ programme: kind === 'Calendar' ? null : programme, kind, key }));
  if (document === undefined) return undefined;
  // A whole object is told at its key: its text begins on the line below.
  const side = typeof valueAt(document.value, remark.path) === 'object' ? 'key' : 'value';
  return findingIn(document, { side, ...remark });
};

/** Remarks on the definitions of one programme with their places; those on texts that are not there are left out. */
export const placedFindings = (shelf: Shelf, programme: string, remarks: readonly Coded[]): Finding[] =>
  remarks.flatMap((remark) => placed(shelf, programme, remark) ?? []);

/** What the checks say of one programme. */
const lintDossier = (dossier: Dossier): (Remark & { code: string; severity: Finding['severity'] })[] =>
  CHECKS.flatMap((check) =>
    check
      .remarks(dossier)
      .map((remark) => ({ ...remark, code: remark.code ?? check.code, severity: remark.severity ?? check.severity })),
  );

const lintProgramme = (shelf: Shelf, programme: ShelfProgramme): Finding[] =>
  placedFindings(shelf, programme.key, withoutRepeats(shelf, programme, lintDossier(programme.dossier)));

const identity = ({ file, line, column, code, path, message }: Finding): string =>
  JSON.stringify([file, line, column, code, path, message.en]);

const inReadingOrder = (a: Finding, b: Finding): number =>
  a.file === b.file ? a.line - b.line || a.column - b.column : a.file < b.file ? -1 : 1;

const notCompiled = (error: unknown): Fault => {
  const reason = error instanceof Error ? error.message : '';
  return {
    code: 'schema',
    path: [],
    message: say(`表单的规则无法编译：${reason}`, `The rules of the form do not compile: ${reason}`),
  };
};

/** Forms in which nothing else is wrong must compile. What lint lets through and the compiler does not is told here. */
const compileForms = (
  shelf: Shelf,
  { key: programme, forms }: ShelfProgramme,
  findings: readonly Finding[],
): Finding[] => {
  const broken = new Set(findings.filter(({ severity }) => severity === 'error').map(({ file }) => file));
  return [...forms].flatMap(([key, { schema }]) => {
    const document = shelf.documents.get(nameText({ programme, kind: 'Form', key }));
    if (document === undefined || broken.has(document.source.file)) return [];
    try {
      formValidator(schema);
      return [];
    } catch (error) {
      return [findingOf(document.source.file, document.places, notCompiled(error))];
    }
  });
};

/** All findings, each once, in the order of the files and their lines. */
export const ordered = (findings: readonly Finding[]): Finding[] =>
  [...new Map(findings.map((finding) => [identity(finding), finding])).values()].sort(inReadingOrder);

export const hasErrors = (findings: readonly Finding[]): boolean =>
  findings.some(({ severity }) => severity === 'error');

/** Reads definitions, puts them together and checks them: the one function behind command line, editor and publishing. */
export const inspect = (sources: readonly DefinitionSource[], read?: Reader): { shelf: Shelf; findings: Finding[] } => {
  const shelf = buildModels(sources, read);
  const found = [...shelf.programmes.values()].flatMap((programme) => {
    const linted = lintProgramme(shelf, programme);
    return [...linted, ...compileForms(shelf, programme, linted)];
  });
  return { shelf, findings: ordered([...shelf.findings, ...found]) };
};
