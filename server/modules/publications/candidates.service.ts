import { Injectable } from '@nestjs/common';
import type { Finding } from '../../contract/finding.ts';
import type { Organisation } from '../../engine/case.ts';
import { gravest } from '../../engine/change/change.ts';
import { say } from '../../engine/lint/check.ts';
import { dayAt } from '../../engine/calendar.ts';
import { fileOfName } from '../../registry/folder.ts';
import { hasErrors, inspect, ordered } from '../../registry/inspect.ts';
import { rehearse } from '../../registry/rehearse.ts';
import { type Shelf, buildModels } from '../../registry/shelf.ts';
import { nameText } from '../../registry/source.ts';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { organisationOn } from '../cases/organisation-facts.ts';
import { DefinitionsRepository, type StoredVersion } from '../definitions/definitions.repository.ts';
import { goneBindings, isTouched, overlaid, planPublication, type PlannedChange } from '../definitions/publication.ts';
import { RunningCheck } from '../definitions/running-check.ts';
import { Models } from '../models.ts';
import type { ChangedWorkflow } from '../running-cases.ts';
import { type Candidate, changesByName, classOf, retiredChanges } from './candidate.ts';
import type { WantedTexts } from './wanted-texts.service.ts';

/** Puts texts in the place of those that stand, and looks at them as lint, scenarios and the versions before do. */
@Injectable()
export class Candidates {
  constructor(
    private readonly repository: DefinitionsRepository,
    private readonly running: RunningCheck,
    private readonly models: Models,
    private readonly cases: ObligationsRepository,
  ) {}

  /** `programme` is the key of the programme in which it is published. */
  async of(programme: string, texts: WantedTexts): Promise<Candidate> {
    const published = await this.repository.publishedTexts();
    const gone = new Set(texts.retired.map(nameText));
    const retired = published.filter((version) => gone.has(nameText(version)));
    const all = overlaid(published, texts.sources, fileOfName).filter(({ name }) => !gone.has(nameText(name)));
    const { shelf, findings } = inspect(all);
    const planned = planPublication(all, shelf, published);
    const before = buildModels(overlaid(published, [], fileOfName));
    const sides = { before, after: shelf, programme };
    const changes = changesByName(sides, planned);
    const lines = [...[...changes.values()].flat(), ...retiredChanges(sides, retired)];
    const further = hasErrors(findings)
      ? []
      : await this.further({ shelf, planned, published, retired }, texts.cast ?? []);
    return {
      published,
      shelf,
      planned,
      retired,
      findings: concerning(texts, ordered([...findings, ...further, ...behind(texts, published)])),
      changes: lines,
      class: gravest(lines),
      workflows: hasErrors(findings) ? [] : await this.workflows(shelf, planned, changes),
    };
  }

  private async further(
    { shelf, planned, published, retired }: Pick<Candidate, 'shelf' | 'planned' | 'published' | 'retired'>,
    cast: readonly Organisation[],
  ) {
    const played = await this.played(shelf, planned, cast);
    const lasting = await this.running.lasting(shelf, planned);
    const unmade = goneBindings(published, planned).filter(({ id }) => !retired.some((one) => one.id === id));
    const gone = await this.running.ofGone(shelf, unmade);
    const begun = await this.running.ofRetired(shelf, retired);
    return [...played, ...lasting, ...gone, ...begun];
  }

  /** The scenarios of the programmes of which anything changes, with the organisations that there are. */
  private async played(
    shelf: Shelf,
    planned: readonly PlannedChange[],
    cast: readonly Organisation[],
  ): Promise<Finding[]> {
    const touched = new Set(planned.filter(isTouched).map(({ name }) => name.programme));
    const programmes = [...shelf.programmes.values()].filter(
      ({ key, dossier }) => touched.has(key) && dossier.scenarios.size > 0,
    );
    if (programmes.length === 0) return [];
    const [listed, now] = [await this.cases.organisations(), await this.cases.now()];
    return programmes.flatMap((programme) => {
      const today = dayAt(now.getTime(), programme.dossier.programme.zone);
      const known = listed.map((one): Organisation => organisationOn(one, today));
      const codes = new Set(known.map(({ code }) => code));
      const organisations = [...known, ...cast.filter(({ code }) => !codes.has(code))];
      return rehearse({ shelf, programme, organisations }).findings;
    });
  }

  private async workflows(
    shelf: Shelf,
    planned: readonly PlannedChange[],
    changes: ReturnType<typeof changesByName>,
  ): Promise<ChangedWorkflow[]> {
    const touched = planned.filter((one) => one.name.kind === 'Workflow' && isTouched(one));
    const all = await Promise.all(
      touched.map(async (one): Promise<ChangedWorkflow[]> => {
        const { name, before } = one;
        const after = shelf.models.get(`${name.programme ?? ''}/${name.key}`);
        if (before === undefined || after === undefined || name.programme === null) return [];
        const grade = classOf(one, changes) ?? 'A';
        const running = await this.models.byVersion(before.id);
        return [{ programme: name.programme, key: name.key, class: grade, before: running, after }];
      }),
    );
    return all.flat();
  }
}

/** Every error, and the warnings about what is to be published: others were there before and stay. */
const concerning = ({ sources }: WantedTexts, findings: readonly Finding[]): Finding[] => {
  const files = new Set(sources.map(({ file }) => file));
  return findings.filter(({ severity, file }) => severity === 'error' || files.has(file));
};

/** Drafts that were begun before the version that stands now: publishing them takes the newer one's changes back. */
const behind = ({ sources, revs }: WantedTexts, published: readonly StoredVersion[]): Finding[] => {
  const stands = new Map(published.map((version) => [nameText(version), version]));
  return sources.flatMap(({ name, file }): Finding[] => {
    const draft = revs.get(nameText(name));
    const now = stands.get(nameText(name));
    if (draft?.base == null || now === undefined || now.n <= draft.base) return [];
    return [
      {
        code: 'draft-behind',
        severity: 'warning',
        file,
        line: 1,
        column: 1,
        path: [],
        message: say(
          `草稿始于第 ${String(draft.base)} 版，而现在已是第 ${String(now.n)} 版；发布会改回其间的改动`,
          `The draft was begun from version ${String(draft.base)}; version ${String(now.n)} stands now, and its changes would be taken back`,
        ),
        suggestion: say('请对照现行版本核对', 'Compare it with the published version'),
      },
    ];
  });
};
