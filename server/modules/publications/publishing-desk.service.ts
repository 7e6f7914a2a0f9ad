import { Injectable } from '@nestjs/common';
import type { MakePublication, PublicationPreview, WantedPublication } from '../../contract/wire/publication.ts';
import { DeskService } from '../designs/desk.service.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may } from '../identity.ts';
import type { DryRunTable } from '../running-cases.ts';
import { type Assessment, AssessmentService, type Terms, termsOf } from './assessment.service.ts';
import { GateService } from './gate.service.ts';
import { type Asked, PublicationsService } from './publications.service.ts';
import { previewView } from './publication-view.ts';
import { PublicationsRepository, type StoredPublication } from './publications.repository.ts';
import { newlyReaching } from './reaching-rights.ts';
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

const reachesTooFar = (permissions: readonly string[]): DomainError =>
  new DomainError('not-allowed', {
    zh: `草稿给已有人担任的角色增加了您自己没有的权限（${permissions.join('、')}），请由拥有该权限的人发布`,
    en: `The draft gives a role that people hold a permission that you do not have (${permissions.join(', ')}); somebody who has it must publish this`,
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
    private readonly repository: PublicationsRepository,
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
    await this.refuseIfReaching(who, of, assessment);
    const { token, note = null } = wanted;
    return this.gate.pass(assessment, { programme: of, person: who.person.id, token, note, waiting: null });
  }

  async confirm({ who, programme, id }: Asked, token: string): Promise<void> {
    const { stored, of } = await this.waiting(programme, id);
    if (stored.proposedById === who.person.id) throw ownProposal();
    const moved = stored.parts.filter(({ beforeId, standsId }) => beforeId !== standsId);
    if (moved.length > 0) throw movedOn(moved.map(({ key }) => key));
    const texts = await this.texts.ofWaiting(of, stored);
    const terms = termsOfWaiting(stored);
    const assessment = await this.assessments.of(programme, texts, { terms, simulate: false });
    await this.refuseIfReaching(who, of, assessment);
    await this.gate.pass(assessment, { programme: of, person: who.person.id, token, note: stored.note, waiting: id });
  }

  /** A role that somebody holds gains nothing beyond its programme from whoever does not hold that too. */
  private async refuseIfReaching(who: Identity, { id, key }: OfProgramme, { candidate }: Assessment): Promise<void> {
    const roles = new Set(await this.repository.rolesHeld(id));
    const lacking = newlyReaching(candidate, key, roles).filter((permission) => !may(who, permission));
    if (lacking.length > 0) throw reachesTooFar(lacking);
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
