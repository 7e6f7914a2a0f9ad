import { Injectable } from '@nestjs/common';
import { AuditRepository } from '../audit/audit.repository.ts';
import { DomainError } from '../domain-error.ts';
import { type Credentials, CredentialsRepository } from './credentials.repository.ts';
import { networkOf } from './network.ts';
import { isPassword } from './password-hash.ts';
import { tokenHash } from './session-token.ts';
import { SessionsService } from './sessions.service.ts';
import { waitSeconds } from './sign-in-limits.ts';

/** A password given for an account, and the address that it came from. */
export interface Proof {
  account: string;
  password: string;
  address: string;
}

/** What stands for an account in the record of attempts: people type passwords into the wrong box. */
export const accountDigest = (account: string): string => tokenHash(account.normalize('NFKC').toLowerCase());

const locked = (seconds: number): DomainError => {
  const minutes = Math.ceil(seconds / 60);
  return new DomainError(
    'account-locked',
    { zh: `请 ${minutes} 分钟后再试`, en: `Please try again in ${minutes} minutes` },
    { extensions: { retryAfter: seconds } },
  );
};

/** Lets in whoever proves a password, and nobody who tries too often. Unknown accounts are answered like known ones. */
@Injectable()
export class SignInService {
  constructor(
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsService,
    private readonly audit: AuditRepository,
  ) {}

  /** Answers the token of a new session. */
  async signIn(proof: Proof): Promise<string> {
    const person = await this.prove(proof, 'session.sign-in');
    return this.sessions.open(person.id, proof.address);
  }

  /** Checks a password within the limits of attempts; every way of proving one comes through here. */
  async prove({ account, password, address }: Proof, type: string): Promise<Credentials> {
    const attempt = await this.admit({ account, address });
    const known = await this.credentials.byAccount(account);
    const isRight = await isPassword(password, known?.active === true && !known.isStale ? known.passwordHash : null);
    if (known === undefined || !isRight) {
      await this.audit.record({ type, person: known?.id ?? null, result: 'refused' });
      throw new DomainError('sign-in-failed');
    }
    await this.credentials.succeed(attempt, known.id);
    await this.audit.record({ type, person: known.id });
    return known;
  }

  private async admit({ account, address }: Omit<Proof, 'password'>): Promise<string> {
    let wait = 0;
    const attempt = await this.credentials.admit(
      { accountDigest: accountDigest(account), network: networkOf(address) },
      (failures) => (wait = waitSeconds(failures)) === 0,
    );
    if (attempt === null) throw locked(wait);
    return attempt;
  }
}
