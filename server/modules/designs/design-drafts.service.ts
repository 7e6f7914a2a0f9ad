import { Injectable } from '@nestjs/common';
import type { DefinitionName } from '../../contract/key.ts';
import type { EditedName, LintReport, LintText, SaveDraft, SavedDraft } from '../../contract/wire/design.ts';
import { fileOfName } from '../../registry/folder.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { refuseUnstorable } from '../cases/storable.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { DefinitionDraftsRepository, type DraftToKeep } from './definition-drafts.repository.ts';
import { draftFacts } from './design-view.ts';
import { DesignsRepository, type EditedVersion } from './designs.repository.ts';
import { DeskService, nameIn, reportOn } from './desk.service.ts';
import { refuseUnlessEditor } from './edit-rights.ts';

/** How many drafts one programme may hold, and how many the calendars together. */
const MOST_DRAFTS = 1000;

const tooMany = (): DomainError =>
  new DomainError('conflict', {
    zh: `一个工作方案最多有 ${String(MOST_DRAFTS)} 份草稿，请先发布或放弃一些`,
    en: `A programme holds at most ${String(MOST_DRAFTS)} drafts; publish or discard some first`,
  });

const unknownBase = (): DomainError =>
  new DomainError('bad-request', { zh: '没有所说的版本', en: 'There is no such version to go on from' });

/** Keeps texts as they are typed. Two who edit the same definition never overwrite each other. */
@Injectable()
export class DesignDraftsService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskService,
    private readonly designs: DesignsRepository,
    private readonly drafts: DefinitionDraftsRepository,
    private readonly audit: AuditTrail,
  ) {}

  /** Saves whatever was typed, and tells what lint finds in it. */
  async save(who: Identity, programme: string, named: EditedName, given: SaveDraft): Promise<SavedDraft> {
    refuseUnlessEditor(who, programme, named.kind);
    refuseUnstorable(given.text);
    const name = nameIn(programme, named.kind, named.key);
    const programmeId = await this.programmeId(programme, name);
    const published = (await this.designs.versions(name)).find(({ status }) => status === 'published');
    const base = await this.baseOf(name, given, published);
    const draft: DraftToKeep = {
      programmeId,
      ...named,
      base,
      rev: given.rev,
      source: given.text,
      person: who.person.id,
    };
    if (given.rev === 0 && (await this.drafts.count(programmeId)) >= MOST_DRAFTS) throw tooMany();
    const saved = await this.drafts.save(draft);
    if (saved === undefined) throw await this.stale(name, published);
    const desk = await this.desks.of(programme);
    return { ...draftFacts({ ...saved, base, savedBy: who.person.name }, published), ...reportOn(desk, name) };
  }

  /** Throws the draft away; `rev` is the one that the person saw. */
  async discard(who: Identity, programme: string, named: EditedName, rev: number | undefined): Promise<void> {
    refuseUnlessEditor(who, programme, named.kind);
    const name = nameIn(programme, named.kind, named.key);
    const programmeId = await this.programmeId(programme, name);
    const seen = rev ?? (await this.drafts.find(name))?.rev;
    if (seen === undefined) throw new DomainError('not-found');
    const isGone = await this.database.transaction(async (sql) => {
      if (!(await this.drafts.remove({ programmeId, ...named }, seen, sql))) return false;
      const subject = [name.programme, name.kind, name.key].filter((part) => part !== null).join('/');
      await this.audit.append(sql, { type: 'definition.draft-discarded', person: who.person.id, subject });
      return true;
    });
    if (!isGone) throw await this.stale(name, undefined);
  }

  /** What lint says of a text among the other drafts and published texts; nothing is kept. */
  async lint(programme: string, { kind, key, text }: LintText): Promise<LintReport> {
    const name = nameIn(programme, kind, key);
    return reportOn(await this.desks.of(programme, [{ name, file: fileOfName(name), text }]), name);
  }

  private async programmeId(programme: string, name: DefinitionName): Promise<string | null> {
    const { id } = await this.desks.programme(programme);
    if (name.kind === 'Programme' && name.key !== programme) throw new DomainError('not-found');
    return name.programme === null ? null : id;
  }

  /** Nobody goes on from a version that is not there yet. */
  private async baseOf(name: DefinitionName, given: SaveDraft, published: EditedVersion | undefined) {
    const last = published?.n ?? null;
    if (given.base !== undefined) {
      if (given.base !== null && given.base > (last ?? 0)) throw unknownBase();
      return given.base;
    }
    return given.rev === 0 ? last : ((await this.drafts.find(name))?.base ?? null);
  }

  private async stale(name: DefinitionName, published: EditedVersion | undefined): Promise<DomainError> {
    const other = await this.drafts.find(name);
    const draft = other === undefined ? null : { ...draftFacts(other, published), text: other.source };
    return new DomainError('stale', undefined, { extensions: { draft } });
  }
}
