import { Injectable } from '@nestjs/common';
import { Database } from '../../storage/database.ts';
import { AuditRepository } from '../audit/audit.repository.ts';
import { DomainError, type DomainIssue } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { type Credentials, CredentialsRepository } from './credentials.repository.ts';
import { hashPassword, isPassword } from './password-hash.ts';
import { type PasswordPolicy, passwordIssues } from './password-policy.ts';
import { SessionSettings } from './session-settings.ts';
import { SignInService } from './sign-in.service.ts';

const at = (pointer: string, issues: readonly DomainIssue[]): DomainIssue[] =>
  issues.map((issue) => ({ ...issue, pointer }));

const reused = (count: number): DomainIssue => ({
  pointer: '',
  message: { zh: `不能使用最近 ${count} 次用过的密码`, en: `The last ${count} passwords cannot be used again` },
});

const isFormer = async (
  password: string,
  { passwordHash, passwordHistory }: Credentials,
  policy: PasswordPolicy,
): Promise<boolean> => {
  const former = [passwordHash, ...passwordHistory].slice(0, policy.history);
  return (await Promise.all(former.map((stored) => isPassword(password, stored)))).includes(true);
};

/** Lets people set their own password, under the installation's policy. */
@Injectable()
export class PasswordsService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly signIn: SignInService,
    private readonly settings: SessionSettings,
    private readonly database: Database,
    private readonly audit: AuditRepository,
  ) {}

  /** Throws `invalid` with everything that the policy has against a new password, at the given place of the body. */
  refuseWeak(password: string, personal: readonly string[], pointer: string): void {
    const issues = at(pointer, passwordIssues(password, this.settings.policy, personal));
    if (issues.length > 0) throw new DomainError('invalid', undefined, { issues });
  }

  /** Sets a new password for who knows the present one. Every session of the person ends, this one as well. */
  async change(
    who: Identity,
    { current, next, address }: { current: string; next: string; address: string },
  ): Promise<void> {
    const { account, name } = who.person;
    const known = await this.prove(who, current, address);
    this.refuseWeak(next, [account, name], '/next');
    if (await isFormer(next, known, this.settings.policy))
      throw new DomainError('invalid', undefined, { issues: at('/next', [reused(this.settings.policy.history)]) });
    const hash = await hashPassword(next);
    await this.database.transaction(async (sql) => {
      await this.credentials.setPassword(sql, { person: known.id, hash, keep: this.settings.policy.history });
      await this.audit.append(sql, { type: 'person.password-set', person: known.id, subject: `person:${known.id}` });
    });
  }

  /** A wrong present password is a mistake in the form, not a reason to sign in again. */
  private async prove(who: Identity, password: string, address: string): Promise<Credentials> {
    try {
      return await this.signIn.prove({ account: who.person.account, password, address }, 'person.password-proof');
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'sign-in-failed') throw error;
      const message = { zh: '当前密码不正确', en: 'The present password is not right' };
      throw new DomainError('invalid', undefined, { issues: [{ pointer: '/current', message }] });
    }
  }
}
