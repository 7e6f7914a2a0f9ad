import { Injectable } from '@nestjs/common';
import { DEFINITION_KINDS, type DefinitionName } from '../../contract/key.ts';
import type {
  DefinitionSummary,
  DefinitionText,
  EditedName,
  VersionText,
  VersionView,
} from '../../contract/wire/design.ts';
import { DomainError } from '../domain-error.ts';
import { DefinitionDraftsRepository } from './definition-drafts.repository.ts';
import { draftFacts, summaryOf, versionText, versionView } from './design-view.ts';
import { DesignsRepository, type EditedVersion } from './designs.repository.ts';
import { DeskService, nameIn } from './desk.service.ts';

const inKindOrder = (a: DefinitionName, b: DefinitionName): number =>
  DEFINITION_KINDS.indexOf(a.kind) - DEFINITION_KINDS.indexOf(b.kind) || (a.key < b.key ? -1 : 1);

/** Definitions of one programme as they are read for editing. */
@Injectable()
export class DesignsService {
  constructor(
    private readonly desks: DeskService,
    private readonly designs: DesignsRepository,
    private readonly drafts: DefinitionDraftsRepository,
  ) {}

  /** Published definitions and drafts, by kind and key. */
  async all(programme: string, language: string): Promise<DefinitionSummary[]> {
    const desk = await this.desks.of(programme);
    const names = new Map<string, DefinitionName>([...desk.published, ...desk.drafts]);
    return [...names.values()].sort(inKindOrder).map((name) => summaryOf(desk, name, language));
  }

  /** What is published and the draft; throws `not-found` where there is neither. */
  async text(programme: string, { kind, key }: EditedName): Promise<DefinitionText> {
    await this.desks.programme(programme);
    const name = nameIn(programme, kind, key);
    const [versions, draft] = await Promise.all([this.designs.versions(name), this.drafts.find(name)]);
    const published = versions.find(({ status }) => status === 'published');
    if (published === undefined && draft === undefined) throw new DomainError('not-found');
    return {
      kind,
      key,
      published: published === undefined ? null : versionText(published),
      draft: draft === undefined ? null : { ...draftFacts(draft, published), text: draft.source },
    };
  }

  /** Every version that was ever published, the newest first. */
  async versions(programme: string, name: EditedName): Promise<VersionView[]> {
    return (await this.history(programme, name)).map(versionView);
  }

  async version(programme: string, name: EditedName, n: number): Promise<VersionText> {
    const found = (await this.history(programme, name)).find((version) => version.n === n);
    if (found === undefined) throw new DomainError('not-found');
    return versionText(found);
  }

  private async history(programme: string, { kind, key }: EditedName): Promise<EditedVersion[]> {
    await this.desks.programme(programme);
    return this.designs.versions(nameIn(programme, kind, key));
  }
}
