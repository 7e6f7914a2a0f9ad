import { Injectable } from '@nestjs/common';
import type { Page } from '../../contract/wire/page.ts';
import type { OneTimePassword, PersonQuery, PersonView, SavePerson } from '../../contract/wire/person.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import { type Identity, programmesWhere } from '../identity.ts';
import { ADMINISTRATOR } from '../sessions/built-in-roles.ts';
import { AccountsService } from './accounts.service.ts';
import { type MembershipChanges, inCodes, membershipChanges } from './membership-changes.ts';
import { GrantsService } from './grants.service.ts';
import { PeopleRepository, type Scope, type StoredPerson } from './people.repository.ts';
import { maskedPhone } from './phone-mask.ts';

const scopeOf = (who: Identity): Scope => {
  const programmes = programmesWhere(who, 'people.manage');
  return programmes === 'all' ? null : programmes;
};

/** A phone that comes back as the list showed it was not touched. */
const phoneOf = (given: string | null | undefined, stored: string | null): string | null => {
  if (given === undefined || (stored !== null && given === maskedPhone(stored))) return stored;
  return given === null || given.trim() === '' ? null : given.trim();
};

const isAdministrator = ({ active, memberships }: StoredPerson): boolean =>
  active && memberships.some(({ programme, role }) => programme === null && role === ADMINISTRATOR);

const refuseSelf = (who: Identity, person: StoredPerson, changes: MembershipChanges, active: boolean): void => {
  if (who.person.id !== person.id || (changes.added.length === 0 && changes.removed.length === 0 && active)) return;
  throw new DomainError('not-allowed', {
    zh: '不能修改自己的角色或停用自己',
    en: 'Nobody changes their own roles or closes their own account',
  });
};

/** The people of the programmes in which one manages people: accounts, roles, opening and closing. */
@Injectable()
export class PeopleService {
  constructor(
    private readonly people: PeopleRepository,
    private readonly accounts: AccountsService,
    private readonly grants: GrantsService,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  async page(who: Identity, query: PersonQuery, language: string): Promise<Page<PersonView>> {
    const { rows, ...page } = await this.people.page(scopeOf(who), query);
    return { ...page, rows: await this.views(rows, language) };
  }

  async show(who: Identity, id: string, language: string): Promise<PersonView> {
    const [view] = await this.views([await this.find(who, id)], language);
    if (view === undefined) throw new DomainError('not-found');
    return view;
  }

  async create(who: Identity, given: SavePerson): Promise<OneTimePassword> {
    await this.grants.refuse(who, { stored: [], wanted: given.memberships });
    const { password, hash } = await this.accounts.prepare();
    await this.database.transaction(async (sql) => {
      const id = await this.people.insert(sql, {
        ...given,
        phone: phoneOf(given.phone, null),
        active: given.active ?? true,
      });
      const changes = membershipChanges([], given.memberships);
      await this.people.addMemberships(sql, id, changes.added);
      await this.accounts.assign(sql, { id, account: given.account }, hash);
      await this.audit.append(sql, {
        type: 'person.created',
        person: who.person.id,
        subject: `person:${id}`,
        detail: inCodes(changes),
      });
    });
    return { account: given.account, password };
  }

  async change(who: Identity, id: string, given: SavePerson, language: string): Promise<PersonView> {
    const stored = await this.manageable(who, id, given);
    const active = given.active ?? stored.active;
    const changes = membershipChanges(stored.memberships, given.memberships);
    refuseSelf(who, stored, changes, active);
    await this.database.transaction(async (sql) => {
      await this.people.lock(sql);
      await this.people.update(sql, {
        id,
        account: given.account,
        name: given.name,
        phone: phoneOf(given.phone, stored.phone),
        active,
      });
      await this.people.removeMemberships(
        sql,
        changes.removed.map((membership) => membership.id),
      );
      await this.people.addMemberships(sql, id, changes.added);
      if (isAdministrator(stored)) await this.refuseLast(sql);
      if (!active || changes.added.length > 0 || changes.removed.length > 0) await this.accounts.endSessions(sql, id);
      const closing = active === stored.active ? '' : active ? 'opened' : 'closed';
      const detail = [closing, inCodes(changes)].filter(Boolean).join(' ');
      await this.audit.append(sql, {
        type: 'person.changed',
        person: who.person.id,
        subject: `person:${id}`,
        detail: detail || null,
      });
    });
    return this.show(who, id, language);
  }

  async resetPassword(who: Identity, id: string): Promise<OneTimePassword> {
    return this.accounts.reset(who, await this.manageable(who, id));
  }

  async unlock(who: Identity, id: string): Promise<void> {
    await this.accounts.unlock(who, await this.manageable(who, id));
  }

  /** The whole phone number, for a reason that is recorded. */
  async reveal(who: Identity, id: string, reason: string): Promise<{ phone: string | null }> {
    const { phone } = await this.find(who, id);
    await this.database.transaction((sql) =>
      this.audit.append(sql, {
        type: 'person.phone-revealed',
        person: who.person.id,
        subject: `person:${id}`,
        detail: reason,
      }),
    );
    return { phone };
  }

  private async find(who: Identity, id: string): Promise<StoredPerson> {
    const found = await this.people.byId(scopeOf(who), id);
    if (found === undefined) throw new DomainError('not-found');
    return found;
  }

  private async manageable(who: Identity, id: string, given?: SavePerson): Promise<StoredPerson> {
    const stored = await this.find(who, id);
    await this.grants.refuse(who, { stored: stored.memberships, wanted: given?.memberships ?? [] });
    return stored;
  }

  private async refuseLast(sql: Sql): Promise<void> {
    if ((await this.people.administrators(sql)) > 0) return;
    throw new DomainError('refused', {
      zh: '这是最后一位系统管理员，不能停用或取消其角色',
      en: 'This is the last administrator, who cannot be closed or lose the role',
    });
  }

  private async views(people: readonly StoredPerson[], language: string): Promise<PersonView[]> {
    const locked = await this.accounts.locked(people.map(({ account }) => account));
    const titled = await this.grants.titles(language);
    return people.map(({ phone, lastSignIn, memberships, ...person }) => ({
      ...person,
      phone: phone === null ? null : maskedPhone(phone),
      lastSignIn: lastSignIn?.toISOString() ?? null,
      locked: locked.has(person.account),
      memberships: memberships.map((membership) => ({ ...membership, roleTitle: titled(membership) })),
    }));
  }
}
