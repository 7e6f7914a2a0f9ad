import { Injectable } from '@nestjs/common';
import type { EditedName, EditedProgramme, NewProgramme, NewProgrammeMade } from '../../contract/wire/design.ts';
import { textIn } from '../../contract/text.ts';
import { readShift } from '../../engine/shift-day.ts';
import { blankProgramme, MAKERS_ROLE } from '../../registry/blank-programme.ts';
import { type Copied, copyProgramme } from '../../registry/copy-programme.ts';
import { fileOfName } from '../../registry/folder.ts';
import { parse } from '../../registry/parse.ts';
import type { DefinitionSource } from '../../registry/source.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, may, programmesWhere } from '../identity.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { DeskService } from './desk.service.ts';
import { READERS } from './edit-rights.ts';
import { type HeldRole, ProgrammesRepository, type WorkedOn } from './programmes.repository.ts';

/** Where nothing is published yet that would say in which zone people live. */
const ZONE = 'Asia/Shanghai';

const keyTaken = (key: string): DomainError =>
  new DomainError('conflict', undefined, {
    issues: [
      {
        pointer: '/key',
        message: { zh: `键“${key}”已被另一个工作方案使用`, en: `The key "${key}" is another programme's already` },
      },
    ],
  });

const titleOf = ({ key, draft, published }: WorkedOn, language: string): string => {
  const name = { programme: key, kind: 'Programme' as const, key };
  const read = [draft, published]
    .map((text) => (text === null ? undefined : parse({ name, file: fileOfName(name), text }).value))
    .find((value) => value !== undefined);
  return textIn(read?.title, language) || key;
};

/** Begins programmes as drafts; what they say about who may do what counts when they are published. */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly database: Database,
    private readonly desks: DeskService,
    private readonly programmes: ProgrammesRepository,
    private readonly published: PublishedProgrammes,
    private readonly audit: AuditTrail,
  ) {}

  /** The programmes whose definitions the person works on. */
  async all(who: Identity, language: string): Promise<EditedProgramme[]> {
    const reach = READERS.map((permission) => programmesWhere(who, permission));
    const keys = reach.includes('all') ? null : [...new Set(reach.flat())];
    const found = await this.programmes.workedOn(keys);
    return found.map((one) => ({
      key: one.key,
      title: titleOf(one, language),
      isPublished: one.published !== null,
      drafts: one.drafts,
    }));
  }

  /** Throws `conflict` where the key is taken; then nothing is made. */
  async make(who: Identity, wanted: NewProgramme, language: string): Promise<NewProgrammeMade> {
    const { key } = wanted;
    const copies = wanted.from === undefined ? await this.blank(wanted, language) : await this.copies(who, wanted);
    const roles = await this.rolesOf(who, wanted.from);
    await this.database.transaction(async (sql) => {
      const programme = await this.programmes.begin(sql, key, who.person.id);
      if (programme === undefined) throw keyTaken(key);
      const drafts = copies.map(({ source: { name, text } }) => ({ kind: name.kind, key: name.key, source: text }));
      await this.programmes.insertDrafts(sql, { programme, person: who.person.id, drafts });
      await this.programmes.grant(sql, { person: who.person.id, programme, roles });
      await this.audit.append(sql, { type: 'programme.begun', person: who.person.id, subject: key });
    });
    const nameOf = ({ source: { name } }: Copied): EditedName => ({ kind: name.kind, key: name.key });
    return {
      key,
      definitions: copies.map(nameOf),
      dates: copies.flatMap((copy) => copy.dates.map((date) => ({ ...nameOf(copy), ...date, path: [...date.path] }))),
    };
  }

  private async blank({ key, title }: NewProgramme, locale: string): Promise<Copied[]> {
    const [other] = await this.published.all();
    const name = { programme: key, kind: 'Programme' as const, key };
    const text = blankProgramme({ key, title, zone: other?.definition.zone ?? ZONE, locale });
    return [{ source: { name, file: fileOfName(name), text }, dates: [] }];
  }

  /** What is published of the other programme; of one that is drafts alone, the drafts. */
  private async copies(who: Identity, { key, title, from = '', shift }: NewProgramme): Promise<Copied[]> {
    if (!READERS.some((permission) => may(who, permission, from))) throw new DomainError('not-found');
    const desk = await this.desks.of(from);
    const published = [...desk.published.values()].filter(({ programme }) => programme === from);
    const texts = published.length > 0 ? published : [...desk.drafts.values()].filter((one) => one.programme === from);
    const sources = texts.map(({ programme, kind, key: own, source }): DefinitionSource => {
      const name = { programme, kind, key: own };
      return { name, file: fileOfName(name), text: source };
    });
    return copyProgramme(sources, { key, title, shift: shift === undefined ? null : readShift(shift) });
  }

  /**
   * The roles with which the maker goes on once the new programme is published: those by which they work on definitions of
   * the old one; in a blank one the role that it has for that. Whoever manages the whole installation needs none.
   */
  private async rolesOf(who: Identity, from: string | undefined): Promise<HeldRole[]> {
    if (may(who, 'programmes.manage', null)) return [];
    const programmes = await this.published.all();
    const working = who.memberships.filter(({ programme, role }) =>
      programmes
        .find(({ key }) => key === programme)
        ?.definition.roles[role]?.may.some((permission) => READERS.includes(permission)),
    );
    if (from === undefined)
      return working
        .slice(0, 1)
        .map(({ organisation }) => ({ role: MAKERS_ROLE, organisation: organisation?.id ?? null }));
    return working
      .filter(({ programme }) => programme === from)
      .map(({ role, organisation }) => ({ role, organisation: organisation?.id ?? null }));
  }
}
