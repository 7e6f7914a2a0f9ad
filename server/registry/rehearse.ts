import type { Finding } from '../contract/finding.ts';
import { isTemplate } from '../engine/binding.ts';
import type { Organisation } from '../engine/case.ts';
import { checkForm } from '../engine/form/check.ts';
import { compute } from '../engine/form/compute.ts';
import { mergeIssues } from '../engine/form/issue.ts';
import { localizeErrors } from '../engine/form/messages.ts';
import { normalize } from '../engine/form/normalize.ts';
import { withRowIds } from '../engine/form/row-id.ts';
import type { Model } from '../engine/model.ts';
import { type ScenarioReport, type Stage, playScenario, uncovered } from '../engine/scenario.ts';
import { formValidator } from './form-validator.ts';
import type { OrganisationLine } from './organisations.ts';
import { type Path, findingOf, say } from './place.ts';
import type { SchemaObject } from './schema-object.ts';
import type { Shelf, ShelfProgramme } from './shelf.ts';
import { nameText } from './source.ts';

/** Plays the scenarios of definitions: what fails is an error, what no scenario comes to a warning. */

const countingIds = (): (() => string) => {
  let count = 0;
  return () => {
    count += 1;
    return `00000000-0000-4000-8000-${count.toString(16).padStart(12, '0')}`;
  };
};

/** The form's rules as the server applies them to what is submitted. */
const stageFor = (model: Model, schema: SchemaObject, organisations: readonly Organisation[]): Stage => {
  const validate = formValidator(schema);
  const newId = countingIds();
  const locale = model.programme.locales[0] ?? 'zh-CN';
  return {
    organisations,
    check: (given, facts) => {
      const data = compute(model, withRowIds(model, normalize(model, given), newId), facts);
      const bySchema = localizeErrors(model.form, validate(data), locale);
      return { data, issues: mergeIssues(bySchema, checkForm(model, data, { facts, locale })) };
    },
  };
};

/** Organisations of a list as scenarios name them; their codes serve as ids. */
export const castOf = (lines: readonly OrganisationLine[]): Organisation[] => {
  const byCode = new Map(lines.map((line) => [line.code, line]));
  const above = (line: OrganisationLine, seen: readonly string[] = []): Organisation['ancestors'] => {
    const parent = line.parent === null || seen.includes(line.parent) ? undefined : byCode.get(line.parent);
    if (parent === undefined) return [];
    const kinds = parent.kinds.map(({ kind }) => kind);
    return [{ id: parent.code, code: parent.code, kinds }, ...above(parent, [...seen, parent.code])];
  };
  return lines.map((line) => ({
    id: line.code,
    code: line.code,
    title: line.title,
    kinds: line.kinds.map(({ kind }) => kind),
    level: line.level,
    attributes: line.attributes,
    ancestors: above(line),
    relations: line.relations,
  }));
};

export interface Rehearsal {
  shelf: Shelf;
  programme: ShelfProgramme;
  organisations: readonly Organisation[];
}

/** A workflow with what became of its scenarios. `text` is the workflow whose text it runs: its own, or the one it binds. */
interface Played {
  model: Model;
  text: string;
  reports: ScenarioReport[];
}

/** What a scenario expected and did not get, at its place. */
export const failures = ({ shelf, programme }: Rehearsal, report: ScenarioReport): Finding[] => {
  const name = nameText({ programme: programme.key, kind: 'Scenario', key: report.key });
  const document = shelf.documents.get(name);
  if (document === undefined) return [];
  return report.problems.map(({ path, message }) =>
    findingOf(document.source.file, document.places, {
      code: 'scenario-fails',
      path,
      message: say(`场景不符：${message['zh-CN']}`, `The scenario fails: ${message.en}`),
    }),
  );
};

/** What no scenario tries, whichever of the workflows that run this text it is played on. */
const notCovered = ({ shelf, programme }: Rehearsal, { model, text, reports }: Played): Finding[] => {
  const document = shelf.documents.get(nameText({ programme: programme.key, kind: 'Workflow', key: text }));
  if (document === undefined) return [];
  return uncovered(model, reports).actions.map((name) => {
    const [state = '', action = ''] = name.split('.');
    const path: Path = ['states', state, 'on', action];
    return findingOf(document.source.file, document.places, {
      code: 'not-covered',
      severity: 'warning',
      path,
      side: 'key',
      message: say(`没有场景试过“${name}”`, `No scenario tries "${name}"`),
      suggestion: say('请在 scenarios 中写一个走到这一步的场景', 'Write a scenario that takes this step'),
    });
  });
};

/** Covered human actions of a workflow and all of them. */
export interface Coverage {
  workflow: string;
  scenarios: number;
  covered: number;
  all: number;
}

const coverageOf = (model: Model, reports: readonly ScenarioReport[]): Coverage => {
  const all = uncovered(model, []).actions.length;
  const open = uncovered(model, reports).actions.length;
  return { workflow: model.workflow.key, scenarios: reports.length, covered: all - open, all };
};

/** Plays the scenarios of one workflow. */
export const play = ({ shelf, programme, organisations }: Rehearsal, model: Model): Played => {
  const { key } = model.workflow;
  const schema = programme.forms.get(model.form.$id)?.schema;
  const scenarios = [...programme.dossier.scenarios.values()].filter(({ workflow }) => workflow === key);
  const document = shelf.documents.get(nameText({ programme: programme.key, kind: 'Workflow', key }));
  const reports =
    schema === undefined
      ? []
      : scenarios.map((scenario) => playScenario(model, scenario, stageFor(model, schema, organisations)));
  return { model, text: document?.bound?.template ?? key, reports };
};

/** Plays every scenario of a programme. Only worth doing where lint found no error. */
export const rehearse = (rehearsal: Rehearsal): { findings: Finding[]; coverage: Coverage[] } => {
  const { programme } = rehearsal;
  const played = [...programme.models.values()].map((model) => play(rehearsal, model));
  const texts = new Map(played.map((one) => [one.text, one]));
  const whole = [...texts.values()].map((one) => ({
    ...one,
    reports: played.filter(({ text }) => text === one.text).flatMap(({ reports }) => reports),
  }));
  return {
    findings: [
      ...played.flatMap(({ reports }) => reports.flatMap((report) => failures(rehearsal, report))),
      ...whole.flatMap((one) => notCovered(rehearsal, one)),
    ],
    coverage: played
      .filter(({ model }) => !isTemplate(programme.dossier.programme, model.workflow.key))
      .map(({ model, reports }) => coverageOf(model, reports)),
  };
};
