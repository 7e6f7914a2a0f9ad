import { Injectable } from '@nestjs/common';
import { v7 as newId } from 'uuid';
import type { Identity, Person } from '../identity.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { type Definitions, identityOf, personOf } from './identity-of.ts';
import { SessionSettings } from './session-settings.ts';
import { newToken, tokenHash } from './session-token.ts';
import { type PersonFacts, type SessionFacts, SessionsRepository } from './sessions.repository.ts';

const TOUCH_AFTER_MS = 60_000;

/** Opens, recognises and closes sessions. Everything about one stands in the database, so closing works at once. */
@Injectable()
export class SessionsService {
  constructor(
    private readonly sessions: SessionsRepository,
    private readonly programmes: PublishedProgrammes,
    private readonly settings: SessionSettings,
  ) {}

  /** Who is behind a token; undefined where the session has ended or never was. */
  async identify(token: string): Promise<Identity | undefined> {
    const facts = await this.sessions.byTokenHash(tokenHash(token));
    if (facts === undefined) return undefined;
    this.touch(facts);
    return identityOf(facts, await this.definitions(facts), this.settings.policy.maxAgeDays);
  }

  /** Who has an account, without any session: for what is done in somebody's name on the command line. */
  async named(account: string): Promise<Person | undefined> {
    const facts = await this.sessions.byAccount(account);
    return facts === undefined ? undefined : personOf(facts, await this.definitions(facts));
  }

  /** A new session with a new secret, never an old one that somebody else may know. Answers the token for the cookie. */
  async open(person: string, address: string): Promise<string> {
    const token = newToken();
    await this.sessions.insert({ id: newId(), tokenHash: tokenHash(token), csrf: newToken(), person, address });
    return token;
  }

  /** Ends a session; afterwards its token is worth nothing. */
  async close(session: string): Promise<void> {
    await this.sessions.revoke(session);
  }

  async closeByToken(token: string): Promise<void> {
    await this.sessions.revokeByTokenHash(tokenHash(token));
  }

  /** The request does not wait for this, and a lost one only ends the session a minute earlier. */
  private touch({ session, usedAt, realNow }: SessionFacts): void {
    if (realNow.getTime() - usedAt.getTime() < TOUCH_AFTER_MS) return;
    this.sessions.touch(session).catch(() => undefined);
  }

  private async definitions({ memberships }: PersonFacts): Promise<Definitions> {
    const versions = [...new Set(memberships.flatMap(({ version }) => (version === null ? [] : [version])))];
    const read = versions.map(async (version) => [version, await this.programmes.definition(version)] as const);
    return new Map(await Promise.all(read));
  }
}
