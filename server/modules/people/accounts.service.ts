import { Injectable } from '@nestjs/common';
import type { OneTimePassword } from '../../contract/wire/person.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import type { Identity } from '../identity.ts';
import { CredentialsRepository } from '../sessions/credentials.repository.ts';
import { hashPassword } from '../sessions/password-hash.ts';
import { accountDigest } from '../sessions/sign-in.service.ts';
import { oneTimePassword } from './one-time-password.ts';

/** How people get into their accounts: one-time passwords, and a way back in after too many attempts. */
@Injectable()
export class AccountsService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** A password whose owner must set another one at once, with its hash; told once, kept nowhere. */
  async prepare(): Promise<{ password: string; hash: string }> {
    const password = oneTimePassword();
    return { password, hash: await hashPassword(password) };
  }

  /** Makes a prepared password the only way into an account: its sessions end, its lock opens. */
  async assign(sql: Sql, person: { id: string; account: string }, hash: string): Promise<void> {
    await this.credentials.setOneTimePassword(sql, { person: person.id, hash });
    await this.credentials.forgetFailures(sql, accountDigest(person.account));
  }

  async reset(who: Identity, person: { id: string; account: string }): Promise<OneTimePassword> {
    const { password, hash } = await this.prepare();
    await this.database.transaction(async (sql) => {
      await this.assign(sql, person, hash);
      await this.audit.append(sql, {
        type: 'person.password-reset',
        person: who.person.id,
        subject: `person:${person.id}`,
      });
    });
    return { account: person.account, password };
  }

  async unlock(who: Identity, person: { id: string; account: string }): Promise<void> {
    await this.database.transaction(async (sql) => {
      await this.credentials.forgetFailures(sql, accountDigest(person.account));
      await this.audit.append(sql, { type: 'person.unlocked', person: who.person.id, subject: `person:${person.id}` });
    });
  }

  /** Those of some accounts for which somebody has to wait at the moment. */
  async locked(accounts: readonly string[]): Promise<Set<string>> {
    const digests = new Map(accounts.map((account) => [accountDigest(account), account]));
    const locked = await this.credentials.locked([...digests.keys()]);
    return new Set(locked.flatMap((digest) => digests.get(digest) ?? []));
  }

  async endSessions(sql: Sql, person: string): Promise<void> {
    await this.credentials.endSessions(sql, person);
  }
}
