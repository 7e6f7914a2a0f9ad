import { Injectable } from '@nestjs/common';
import type { MakePublication, PublicationPreview, WantedPublication } from '../../contract/wire/publication.ts';
import { DeskService } from '../designs/desk.service.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { DryRunTable } from '../running-cases.ts';
import { AssessmentService, type Terms, termsOf } from './assessment.service.ts';
import { GateService } from './gate.service.ts';
import { type Asked, PublicationsService } from './publications.service.ts';
import { previewView } from './publication-view.ts';
import type { StoredPublication } from './publications.repository.ts';
import { RolesReach } from './roles-reach.ts';
import { type OfProgramme, WantedTextsService } from './wanted-texts.service.ts';

const ownProposal = (): DomainError =>
  new DomainError('not-allowed', {
    zh: '这次发布由您提出，须由另一位有发布权限的人确认',
    en: 'You proposed this yourself; another person who may publish has to confirm it',
  });

const notWaiting = (): DomainError =>
  new DomainError('conflict', { zh: '这次发布已不在等待确认', en: 'This publication does not wait any more' });

const movedOn = (keys: readonly string[]): DomainError =>
  new DomainError('stale', {
    zh: `提出之后，${keys.map((key) => `“${key}”`).join('、')} 又发布了新版本；请撤回后重新提出`,
    en: `${keys.map((key) => `"${key}"`).join(', ')} was published again since this was proposed; withdraw it and propose it anew`,
  });

const termsOfWaiting = ({ dates, plans, undoes }: StoredPublication): Terms => ({ dates, plans, undoes });

/** Looking at what is to be published, and publishing what was looked at. */
@Injectable()
export class PublishingDesk {
  constructor(
    private readonly desks: DeskService,
    private readonly texts: WantedTextsService,
    private readonly assessments: AssessmentService,
    private readonly gate: GateService,
    private readonly publications: PublicationsService,
    private readonly reach: RolesReach,
  ) {}

  async preview(programme: string, wanted: WantedPublication): Promise<PublicationPreview> {
    const texts = await this.texts.of(await this.programme(programme), wanted);
    return previewView(await this.assessments.of(programme, texts, { terms: termsOf(wanted), simulate: true }));
  }

  /** What the plans would do to running cases, case by case. */
  async table(programme: string, wanted: WantedPublication, language: string): Promise<DryRunTable> {
    const texts = await this.texts.of(await this.programme(programme), wanted);
    return this.assessments.table(programme, texts, { terms: termsOf(wanted), language });
  }

  /** What one that waits would do by now. */
  async previewWaiting({ programme, id }: Asked): Promise<PublicationPreview> {
    const { stored, of } = await this.waiting(programme, id);
    const texts = await this.texts.ofWaiting(of, stored);
    return previewView(await this.assessments.of(programme, texts, { terms: termsOfWaiting(stored), simulate: true }));
  }

  /** Answers the id of what was published, or of what waits for a second person. */
  async make(who: Identity, programme: string, wanted: MakePublication): Promise<string> {
    const of = await this.programme(programme);
    const texts = await this.texts.of(of, wanted);
    const assessment = await this.assessments.of(programme, texts, { terms: termsOf(wanted), simulate: false });
    await this.reach.refuse(who, of, assessment);
    const { token, note = null } = wanted;
    const passage = { programme: of, person: who.person.id, token, note, waiting: null };
    return (await this.gate.pass(assessment, passage)).id;
  }

  async confirm({ who, programme, id }: Asked, token: string): Promise<void> {
    const { stored, of } = await this.waiting(programme, id);
    if (stored.proposedById === who.person.id) throw ownProposal();
    const moved = stored.parts.filter(({ beforeId, standsId }) => beforeId !== standsId);
    if (moved.length > 0) throw movedOn(moved.map(({ key }) => key));
    const texts = await this.texts.ofWaiting(of, stored);
    const terms = termsOfWaiting(stored);
    const assessment = await this.assessments.of(programme, texts, { terms, simulate: false });
    await this.reach.refuse(who, of, assessment);
    await this.gate.pass(assessment, { programme: of, person: who.person.id, token, note: stored.note, waiting: id });
  }

  private async programme(key: string): Promise<OfProgramme> {
    return { key, id: (await this.desks.programme(key)).id };
  }

  private async waiting(programme: string, id: string) {
    const found = await this.publications.find(programme, id);
    if (found.stored.status !== 'waiting') throw notWaiting();
    return found;
  }
}
