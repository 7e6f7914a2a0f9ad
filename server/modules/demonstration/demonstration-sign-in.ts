import { Injectable } from '@nestjs/common';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { SessionsService } from '../sessions/sessions.service.ts';
import { DemonstrationRepository } from './demonstration.repository.ts';

/** Signs the people of a demonstration in while it is played, each in a session like anybody's. */
@Injectable()
export class DemonstrationSignIn {
  private readonly tokens = new Map<string, string>();

  constructor(
    private readonly repository: DemonstrationRepository,
    private readonly sessions: SessionsService,
  ) {}

  async as(account: string): Promise<Identity> {
    const known = this.tokens.get(account);
    const identity = known === undefined ? undefined : await this.sessions.identify(known);
    return identity ?? this.enter(account);
  }

  async leave(): Promise<void> {
    for (const token of this.tokens.values()) await this.sessions.closeByToken(token);
    this.tokens.clear();
  }

  private async enter(account: string): Promise<Identity> {
    const person = await this.repository.person(account);
    if (person === undefined) throw new DomainError('not-found');
    const token = await this.sessions.open(person, 'demonstration');
    this.tokens.set(account, token);
    const identity = await this.sessions.identify(token);
    if (identity === undefined) throw new DomainError('not-signed-in');
    return identity;
  }
}
