import { Injectable } from '@nestjs/common';
import { nameText } from '../../registry/source.ts';
import type { Sql } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { DefinitionDraftsRepository } from '../designs/definition-drafts.repository.ts';
import { isTouched } from '../definitions/publication.ts';
import { VersionWriter } from '../definitions/version-writer.ts';
import { Obligations } from '../obligations.ts';
import { type ChangedWorkflow, type FollowedWorkflow, RunningCases } from '../running-cases.ts';
import type { Assessment } from './assessment.service.ts';
import type { Passage } from './passage.ts';
import { PublicationsRepository } from './publications.repository.ts';
import type { OfProgramme } from './wanted-texts.service.ts';

/** A publication that the gate has let through. */
interface Passed {
  id: string;
  assessment: Assessment;
  passage: Passage;
}

/** Carries a publication out, within the transaction of the gate. */
@Injectable()
export class Publisher {
  constructor(
    private readonly writer: VersionWriter,
    private readonly publications: PublicationsRepository,
    private readonly drafts: DefinitionDraftsRepository,
    private readonly running: RunningCases,
    private readonly obligations: Obligations,
  ) {}

  /** Texts become versions, their drafts are gone, and running cases are told to follow. */
  async publish(sql: Sql, { id, assessment, passage }: Passed): Promise<void> {
    const { candidate, texts, terms, plans } = assessment;
    const { person, note, waiting, programme } = passage;
    const { planned: changes, published, retired } = candidate;
    const versions = await this.writer.write(sql, { changes, published, retired, person, note });
    await this.removeDrafts(sql, texts, programme);
    const isEnded = await this.publications.publish(sql, id, {
      confirmedBy: waiting === null ? null : person,
      versions: texts.sources.flatMap(({ name }) => {
        const version = versions.get(nameText(name));
        return version === undefined ? [] : [{ kind: name.kind, key: name.key, id: version }];
      }),
    });
    if (!isEnded) throw new DomainError('stale');
    await this.running.follow(sql, {
      publication: id,
      undoes: terms.undoes,
      person,
      dates: terms.dates,
      plans,
      workflows: candidate.workflows.map((workflow) => followed(workflow, versions)),
    });
  }

  /** Makes what is owed under the new rules, and answers how many cases; after the transaction, because it takes its own. */
  async settle({ candidate }: Assessment, { id }: OfProgramme): Promise<number> {
    const isForAll = candidate.planned.some((one) => one.name.kind === 'Calendar' && isTouched(one));
    for (const { kind, definitionId } of candidate.retired)
      if (kind === 'Workflow') await this.obligations.drop(definitionId);
    const { created } = await (isForAll ? this.obligations.ensure() : this.obligations.ensure(id));
    return created;
  }

  /** One that somebody went on typing in stays. */
  private async removeDrafts(sql: Sql, { sources, revs }: Assessment['texts'], programme: OfProgramme): Promise<void> {
    for (const { name } of sources) {
      const draft = revs.get(nameText(name));
      if (draft === undefined) continue;
      const programmeId = name.programme === null ? null : programme.id;
      await this.drafts.remove({ programmeId, kind: name.kind, key: name.key }, draft.rev, sql);
    }
  }
}

/** The version that stands under a name after writing: the new one, else the one that stood. */
const followed = (workflow: ChangedWorkflow, versions: ReadonlyMap<string, string>): FollowedWorkflow => {
  const { programme, before, after, key } = workflow;
  const of = (kind: 'Workflow' | 'Form', name: string): string =>
    versions.get(nameText({ programme, kind, key: name })) ?? '';
  return {
    ...workflow,
    after: {
      workflowId: before.workflowId,
      versionId: of('Workflow', key),
      formVersionId: of('Form', after.form.$id),
      programmeId: before.programmeId,
      model: after,
    },
  };
};
