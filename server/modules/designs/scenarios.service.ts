import { Injectable } from '@nestjs/common';
import type { Scenario } from '../../contract/definition/scenario.ts';
import { textIn } from '../../contract/text.ts';
import type { PlayScenarios, ScenarioReport } from '../../contract/wire/design.ts';
import type { Organisation } from '../../engine/case.ts';
import type { Model } from '../../engine/model.ts';
import { type ScenarioOutcome, playWithCoverage } from '../../registry/coverage.ts';
import { fileOfName } from '../../registry/folder.ts';
import type { ShelfProgramme } from '../../registry/shelf.ts';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { refusalOf } from '../definitions/refusal-of-findings.ts';
import { DomainError } from '../domain-error.ts';
import { type Desk, DeskService, findingView } from './desk.service.ts';

const namesOrganisations = ({ given: { organisation } }: Scenario): boolean =>
  organisation?.code !== undefined || organisation?.parent !== undefined;

/** Plays the scenarios of drafts as publishing would. */
@Injectable()
export class ScenariosService {
  constructor(
    private readonly desks: DeskService,
    private readonly obligations: ObligationsRepository,
  ) {}

  /** Throws `definition-invalid` where an error stands in what is to be played. */
  async play(programme: string, { workflow }: PlayScenarios, language: string): Promise<ScenarioReport> {
    const desk = await this.desks.of(programme);
    const shelved = desk.shelf.programmes.get(programme);
    const models = [...(shelved?.models.values() ?? [])].filter(
      (model) => workflow === undefined || model.workflow.key === workflow,
    );
    refuseErrors(desk, workflow, models);
    if (shelved === undefined || (workflow !== undefined && models.length === 0)) throw new DomainError('not-found');
    const organisations = await this.organisations(shelved);
    const rehearsal = { shelf: desk.shelf, programme: shelved, organisations };
    const played = models.map((model) => ({ model, ...playWithCoverage(rehearsal, model) }));
    return {
      scenarios: played.flatMap(({ scenarios }) =>
        scenarios.map((outcome) => scenarioView({ desk, shelved, language }, outcome)),
      ),
      coverage: Object.fromEntries(played.map(({ model, coverage }) => [model.workflow.key, coverage])),
    };
  }

  /** Those of the installation, with every kind that they ever had; only read where a scenario names one. */
  private async organisations({ dossier }: ShelfProgramme): Promise<Organisation[]> {
    if (![...dossier.scenarios.values()].some(namesOrganisations)) return [];
    return (await this.obligations.organisations()).map((facts) => ({
      ...facts,
      kinds: facts.kinds.map(({ kind }) => kind),
      ancestors: facts.ancestors.map((above) => ({ ...above, kinds: above.kinds.map(({ kind }) => kind) })),
    }));
  }
}

/** A scenario that lint finds an error in did not pass, whatever came of playing it. */
const scenarioView = (
  { desk, shelved, language }: { desk: Desk; shelved: ShelfProgramme; language: string },
  { key, workflow, findings }: ScenarioOutcome,
): ScenarioReport['scenarios'][number] => {
  const file = fileOfName({ programme: desk.programme, kind: 'Scenario', key });
  const errors = desk.findings.filter((finding) => finding.file === file && finding.severity === 'error');
  const all = [...errors, ...findings];
  const title = textIn(shelved.dossier.scenarios.get(key)?.title, language) || key;
  return { key, workflow, title, passed: all.length === 0, findings: all.map(findingView) };
};

/** Where the programme, a workflow or its form has an error, what a scenario comes to says nothing. */
const refuseErrors = ({ programme, findings }: Desk, workflow: string | undefined, models: readonly Model[]): void => {
  const names = [
    { kind: 'Programme' as const, key: programme },
    ...(workflow === undefined ? [] : [{ kind: 'Workflow' as const, key: workflow }]),
    ...models.flatMap((model) => [
      { kind: 'Workflow' as const, key: model.workflow.key },
      { kind: 'Form' as const, key: model.form.$id },
    ]),
  ];
  const files = new Set(names.map((name) => fileOfName({ programme, ...name })));
  const errors = findings.filter(({ file, severity }) => severity === 'error' && files.has(file));
  if (errors.length > 0) throw refusalOf(errors);
};
