import { Injectable } from '@nestjs/common';
import type { SetUp } from '../../contract/wire/session.ts';
import { Database } from '../../storage/database.ts';
import { AuditRepository } from '../audit/audit.repository.ts';
import { DomainError } from '../domain-error.ts';
import { ADMINISTRATOR } from './built-in-roles.ts';
import { InstallationRepository } from './installation.repository.ts';
import { hashPassword } from './password-hash.ts';
import { PasswordsService } from './passwords.service.ts';
import { newToken, tokenHash } from './session-token.ts';

const worthless = (): DomainError =>
  new DomainError('not-allowed', {
    zh: '这个链接无效或已用过；请重新启动系统以取得新的链接',
    en: 'This link is not valid or was used before; start the system again for a new one',
  });

/** Makes the first administrator of an empty installation, once, for whoever holds the link that the start printed. */
@Injectable()
export class SetUpService {
  constructor(
    private readonly installation: InstallationRepository,
    private readonly passwords: PasswordsService,
    private readonly database: Database,
    private readonly audit: AuditRepository,
  ) {}

  /** A new one-time token where nobody has an account yet; undefined where somebody has. */
  async offer(): Promise<string | undefined> {
    if (await this.installation.hasPeople()) return undefined;
    const token = newToken();
    await this.installation.offerSetUp(tokenHash(token));
    return token;
  }

  /** Answers the id of the new administrator. */
  async setUp({ token, account, name, password }: SetUp): Promise<string> {
    this.passwords.refuseWeak(password, [account, name], '/password');
    const hash = await hashPassword(password);
    return this.database.transaction(async (sql) => {
      if (!(await this.installation.takeSetUp(sql, tokenHash(token)))) throw worthless();
      if (await this.installation.hasPeople(sql)) throw worthless();
      const person = await this.installation.insertAdministrator(sql, { account, name, hash, role: ADMINISTRATOR });
      await this.audit.append(sql, {
        type: 'installation.set-up',
        person,
        subject: `person:${person}`,
        detail: ADMINISTRATOR,
      });
      return person;
    });
  }
}
