import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import { needsSecondPerson } from '../../engine/change/change.ts';
import { hasErrors } from '../../registry/inspect.ts';
import { nameText } from '../../registry/source.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { enter } from '../../storage/tenant.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import { DefinitionsRepository } from '../definitions/definitions.repository.ts';
import { isTouched } from '../definitions/publication.ts';
import { refusalOf } from '../definitions/refusal-of-findings.ts';
import { type Assessment, AssessmentService } from './assessment.service.ts';
import { changeView } from './candidate.ts';
import { ConfirmersRepository } from './confirmers.repository.ts';
import type { Passage } from './passage.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { Publisher } from './publisher.service.ts';

const nothingNew = (): DomainError =>
  new DomainError('conflict', {
    zh: '这些文本与现行版本相同，没有可以发布的内容',
    en: 'These texts are the ones that stand: there is nothing to publish',
  });

const planWanted = (assessment: Assessment): DomainError | undefined => {
  const given = new Set(assessment.plans.map(({ workflow }) => workflow));
  const missing = assessment.proposals.filter(({ workflow, needed }) => needed && !given.has(workflow));
  if (missing.length === 0) return undefined;
  const keys = missing.map(({ workflow }) => workflow);
  return new DomainError(
    'conflict',
    {
      zh: `流程 ${keys.map((key) => `“${key}”`).join('、')} 中办理中的事项会失去所在环节，请先写明衔接方案`,
      en: `Running cases of ${keys.map((key) => `"${key}"`).join(', ')} would lose their state; say in a plan where they go`,
    },
    { extensions: { plans: missing } },
  );
};

/** Throws what stands in the way of publishing, whoever asks. */
const refuseUnlessReady = (assessment: Assessment, token: string): void => {
  if (hasErrors(assessment.findings)) throw refusalOf(assessment.findings);
  const { planned, retired } = assessment.candidate;
  if (!planned.some(isTouched) && retired.length === 0) throw nothingNew();
  const missing = planWanted(assessment);
  if (missing !== undefined) throw missing;
  if (assessment.token !== token) throw new DomainError('stale');
};

/** What became of a publication: where it is not published it waits for a second person. `created`: cases that were made. */
export interface Passed {
  id: string;
  isPublished: boolean;
  created: number;
}

/**
 * Lets through what somebody has looked at, as long as nothing has moved since; structure and what data means only when a
 * second person has looked too.
 */
@Injectable()
export class GateService {
  constructor(
    private readonly database: Database,
    private readonly definitions: DefinitionsRepository,
    private readonly assessments: AssessmentService,
    private readonly publications: PublicationsRepository,
    private readonly publisher: Publisher,
    private readonly confirmers: ConfirmersRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Nothing at all is written where anything stands in the way. */
  async pass(assessment: Assessment, passage: Passage): Promise<Passed> {
    refuseUnlessReady(assessment, passage.token);
    const { waiting } = passage;
    const id = waiting ?? newId();
    const isPublished = await this.database.transaction(async (sql) => {
      await enter(sql, 'system');
      await this.definitions.lock(sql);
      await this.refuseIfMoved(sql, assessment, passage.token);
      if (waiting === null) await this.propose(sql, id, { assessment, passage });
      if (waiting === null && needsSecondPerson(assessment.candidate.class)) return false;
      await this.publisher.publish(sql, { id, assessment, passage });
      return true;
    });
    if (!isPublished) return { id, isPublished, created: 0 };
    return { id, isPublished, created: await this.publisher.settle(assessment, passage.programme) };
  }

  /** Looking takes a while; under the lock it is made sure that everything is still as it was seen. */
  private async refuseIfMoved(sql: Sql, assessment: Assessment, token: string): Promise<void> {
    const now = await this.definitions.published(sql);
    const seen = new Set(assessment.candidate.published.map(({ id }) => id));
    if (now.length !== seen.size || now.some(({ id }) => !seen.has(id))) throw new DomainError('stale');
    if ((await this.assessments.token(sql, assessment)) !== token) throw new DomainError('stale');
  }

  private async propose(
    sql: Sql,
    id: string,
    { assessment, passage }: { assessment: Assessment; passage: Passage },
  ): Promise<void> {
    const { candidate, texts, terms, plans } = assessment;
    const { programme, person, note } = passage;
    const before = new Map(candidate.published.map((version) => [nameText(version), version.id]));
    await this.publications.insert(sql, {
      id,
      programmeId: programme.id,
      class: candidate.class ?? 'A',
      note,
      dates: terms.dates,
      plans,
      changes: candidate.changes.map(changeView),
      undoes: terms.undoes,
      proposedBy: person,
      parts: texts.sources.map(({ name, text }) => ({
        kind: name.kind,
        key: name.key,
        source: text,
        rev: texts.revs.get(nameText(name))?.rev ?? null,
        beforeId: before.get(nameText(name)) ?? null,
      })),
    });
    if (!needsSecondPerson(candidate.class)) return;
    const stands = candidate.shelf.programmes.get(programme.key)?.dossier.programme;
    await this.confirmers.tell(sql, { id, programmeId: programme.id, programme: stands, proposedBy: person, note });
    await this.audit.append(sql, { type: 'publication.proposed', person, subject: `${programme.key}/${id}` });
  }
}
