import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { MoveDeadline } from '../../contract/wire/deadline.ts';
import { boundEdits } from '../../engine/deadline-binding.ts';
import { type DayMove, deadlineEdits, type DefinitionEdit } from '../../engine/deadline-change.ts';
import { datedAnew, withoutDates } from '../../engine/scenario-dates.ts';
import { editYaml } from '../../registry/edit-yaml.ts';
import { fileOfName } from '../../registry/folder.ts';
import { type DefinitionSource, nameText } from '../../registry/source.ts';
import { ModelsService } from '../definitions/models.service.ts';
import { DomainError } from '../domain-error.ts';
import type { RunningModel } from '../models.ts';
import { type Assessment, AssessmentService } from '../publications/assessment.service.ts';

/** What publishing a moved deadline would be, and the scenarios (by key) that are written anew with it. */
export interface MovedTexts {
  assessment: Assessment;
  scenarios: string[];
}

interface Failing {
  key: string;
  source: DefinitionSource;
  findings: Finding[];
}

/** One of several ways to mend a scenario that fails. */
type Way = (failing: Failing) => DefinitionEdit[] | null;

/** Shifts by more different lengths than this are not tried on scenarios. */
const MOST_MOVES = 3;

const errorsOf = ({ findings }: Assessment): Finding[] => findings.filter(({ severity }) => severity === 'error');

const distinct = (moves: readonly DayMove[]): DayMove[] => {
  const all = new Map(moves.filter(({ from, to }) => from !== to).map((move) => [`${move.from}/${move.to}`, move]));
  return [...all.values()].slice(0, MOST_MOVES);
};

/** A deadline as moved in the text where it is written, and in the scenarios that were written around it. */
@Injectable()
export class MovedTextsService {
  constructor(
    private readonly models: ModelsService,
    private readonly assessments: AssessmentService,
  ) {}

  /** Throws `invalid` where the deadline cannot be moved so. */
  async of(running: RunningModel, wanted: MoveDeadline): Promise<MovedTexts> {
    const { calendar, workflow, programme } = running.model;
    const kind = 'kind' in wanted.scope ? wanted.scope.kind : null;
    const edits = deadlineEdits({ workflow, calendar }, wanted, kind);
    if (!edits.ok) throw new DomainError('invalid', edits.why);
    const main = await this.edited(running, edits.edits);
    const first = await this.assess(programme.key, [main]);
    return this.withScenarios({ programme: programme.key, main, moves: distinct(edits.moves) }, first);
  }

  /** The workflow's own text; of a workflow that a programme binds, the programme's. */
  private async edited(running: RunningModel, edits: readonly DefinitionEdit[]): Promise<DefinitionSource> {
    const { workflow, programme } = running.model;
    const own = { programme: programme.key, kind: 'Workflow', key: workflow.key } as const;
    const { version } = await this.models.read(running.versionId);
    const bound = boundEdits(programme, workflow, edits);
    if (bound === null) return { name: own, file: fileOfName(own), text: editYaml(version.source, edits) };
    const binding = { programme: programme.key, kind: 'Programme', key: programme.key } as const;
    const { version: written } = await this.models.read(version.pins.Programme ?? '');
    return { name: binding, file: fileOfName(binding), text: editYaml(written.source, bound) };
  }

  private assess(programme: string, sources: DefinitionSource[]): Promise<Assessment> {
    const terms = { dates: 'move' as const, plans: [], undoes: null };
    return this.assessments.of(programme, { sources, retired: [], revs: new Map() }, { terms, simulate: false });
  }

  /** Scenarios that no longer hold are dated anew in the smallest way in which they hold again. */
  private async withScenarios(
    { programme, main, moves }: { programme: string; main: DefinitionSource; moves: readonly DayMove[] },
    first: Assessment,
  ): Promise<MovedTexts> {
    let assessment = first;
    const mended = new Map<string, DefinitionSource>();
    for (const way of waysOf(first, moves)) {
      const failing = failingIn(first, programme).filter(({ key }) => !mended.has(key));
      if (failing.length === 0) break;
      const tried = failing.flatMap((one) => {
        const edits = way(one);
        return edits === null ? [] : [{ key: one.key, source: written(one.source, edits) }];
      });
      const next = await this.assess(programme, [main, ...mended.values(), ...tried.map(({ source }) => source)]);
      const open = new Set(failingIn(next, programme).map(({ key }) => key));
      for (const { key, source } of tried) if (!open.has(key)) mended.set(key, source);
      assessment = next;
    }
    const sources = [main, ...mended.values()];
    const isLast = assessment.texts.sources.length === sources.length;
    return { assessment: isLast ? assessment : await this.assess(programme, sources), scenarios: [...mended.keys()] };
  }
}

const written = (source: DefinitionSource, edits: readonly DefinitionEdit[]): DefinitionSource => ({
  ...source,
  text: editYaml(source.text, edits),
});

/** The published scenarios that fail, unless something else is wrong too: then there is nothing to be mended here. */
const failingIn = (assessment: Assessment, programme: string): Failing[] => {
  const errors = errorsOf(assessment);
  if (errors.some(({ code }) => code !== 'scenario-fails')) return [];
  const given = new Map(assessment.texts.sources.map((source) => [nameText(source.name), source]));
  return assessment.candidate.published.flatMap((version): Failing[] => {
    if (version.kind !== 'Scenario' || version.programme !== programme) return [];
    const name = { programme, kind: version.kind, key: version.key };
    const source = given.get(nameText(name)) ?? { name, file: fileOfName(name), text: version.source };
    const findings = errors.filter(({ file }) => file === source.file);
    return findings.length === 0 ? [] : [{ key: version.key, source, findings }];
  });
};

const waysOf = ({ candidate }: Assessment, moves: readonly DayMove[]): Way[] => {
  const scenarioOf = ({ source: { name } }: Failing) =>
    candidate.shelf.programmes.get(name.programme ?? '')?.dossier.scenarios.get(name.key);
  const dated = moves.flatMap((move) =>
    [0, 1].map((nth): Way => (failing) => {
      const scenario = scenarioOf(failing);
      return scenario === undefined ? null : (datedAnew(scenario, move)[nth] ?? null);
    }),
  );
  return [...dated, ({ findings }) => withoutDates(findings.map(({ path }) => path))];
};
