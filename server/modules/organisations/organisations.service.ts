import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { OrganisationQuery, OrganisationView, SaveOrganisation } from '../../contract/wire/organisation.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail, type AuditTrailLine } from '../audit-trail.ts';
import { DomainError, type DomainIssue } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Obligations } from '../obligations.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { changedParts } from './import-plan.ts';
import { organisationWords } from './organisation-words.ts';
import { OrganisationsRepository, type StoredOrganisation } from './organisations.repository.ts';

const issue = (pointer: string, zh: string, en: string): DomainIssue => ({ pointer, message: { zh, en } });

const merged = (id: string, given: SaveOrganisation, stored: StoredOrganisation | undefined): StoredOrganisation => ({
  id,
  code: given.code,
  title: given.title,
  kinds: given.kinds,
  level: given.level === undefined ? (stored?.level ?? null) : given.level,
  parent: given.parent === undefined ? (stored?.parent ?? null) : given.parent,
  attributes: given.attributes ?? stored?.attributes ?? {},
  relations: given.relations ?? stored?.relations ?? {},
  active: given.active ?? stored?.active ?? true,
});

const dayIssues = ({ kinds }: SaveOrganisation): DomainIssue[] =>
  kinds.flatMap(({ from, to }, index) =>
    from !== null && to !== null && from > to
      ? [issue(`/kinds/${index}/to`, '结束日期早于开始日期', 'This ends before it begins')]
      : [],
  );

/** Who reports: organisations with kinds tagged by a person, a parent and named relations. Never deleted, only closed. */
@Injectable()
export class OrganisationsService {
  constructor(
    private readonly organisations: OrganisationsRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly obligations: Obligations,
  ) {}

  page(query: OrganisationQuery): Promise<Page<OrganisationView>> {
    return this.organisations.page(query);
  }

  async show(id: string): Promise<OrganisationView> {
    const found = await this.organisations.byId(id);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  async create(who: Identity, given: SaveOrganisation): Promise<OrganisationView> {
    const organisation = merged(newId(), given, undefined);
    await this.store(organisation, given, {
      type: 'organisation.created',
      person: who.person.id,
      organisation: organisation.id,
      subject: `organisation:${organisation.code}`,
    });
    return this.show(organisation.id);
  }

  async change(who: Identity, id: string, given: SaveOrganisation): Promise<OrganisationView> {
    const stored = await this.show(id);
    if (given.code !== stored.code)
      throw new DomainError('invalid', undefined, {
        issues: [issue('/code', '单位代码不能修改', 'The code of an organisation is permanent')],
      });
    const organisation = merged(id, given, stored);
    await this.store(organisation, given, {
      type: 'organisation.changed',
      person: who.person.id,
      organisation: id,
      subject: `organisation:${stored.code}`,
      detail: changedParts(stored, organisation).join(', '),
    });
    return this.show(id);
  }

  /** The tree is looked at under the lock, so that two changes at once cannot close a ring between them. Afterwards what is owed follows. */
  private async store(organisation: StoredOrganisation, given: SaveOrganisation, line: AuditTrailLine): Promise<void> {
    const early = [...dayIssues(given), ...(await this.wordIssues(organisation))];
    await this.database.transaction(async (sql) => {
      await this.organisations.lock(sql);
      const issues = [...early, ...(await this.placeIssues(sql, organisation))];
      if (issues.length > 0) throw new DomainError('invalid', undefined, { issues });
      await this.organisations.save(sql, [organisation]);
      await this.audit.append(sql, line);
    });
    await this.obligations.ensure();
  }

  private async wordIssues({ kinds, relations }: StoredOrganisation): Promise<DomainIssue[]> {
    const words = organisationWords(await this.programmes.all());
    if (words === null) return [];
    const unknownKinds = kinds.flatMap(({ kind }, index) =>
      words.kinds.has(kind) ? [] : [issue(`/kinds/${index}/kind`, `没有单位类别 ${kind}`, `There is no kind ${kind}`)],
    );
    const unknownRelations = Object.keys(relations).flatMap((name) =>
      words.relations.has(name)
        ? []
        : [issue(`/relations/${name}`, `没有单位关系 ${name}`, `There is no relation ${name}`)],
    );
    return [...unknownKinds, ...unknownRelations];
  }

  private async placeIssues(sql: Sql, { id, parent, relations }: StoredOrganisation): Promise<DomainIssue[]> {
    const others = [...Object.values(relations).flat(), ...(parent === null ? [] : [parent])];
    const existing = await this.organisations.existing(sql, others);
    const unknown = ['没有这个单位', 'There is no such organisation'] as const;
    const lost = Object.entries(relations).flatMap(([name, ids]) =>
      ids.flatMap((other, index) => {
        if (other === id)
          return [issue(`/relations/${name}/${index}`, '不能与自己建立关系', 'It cannot be related to itself')];
        return existing.has(other) ? [] : [issue(`/relations/${name}/${index}`, ...unknown)];
      }),
    );
    if (parent === null) return lost;
    if (!existing.has(parent)) return [...lost, issue('/parent', ...unknown)];
    if (await this.organisations.wouldCloseRing(sql, id, parent))
      return [
        ...lost,
        issue('/parent', '上级单位不能是自己或自己的下级', 'The parent cannot be itself or stand under it'),
      ];
    return lost;
  }
}
