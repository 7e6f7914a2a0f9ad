import { Injectable } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import type { SessionView } from '../../contract/wire/session.ts';
import { DomainError } from '../domain-error.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { SessionCookie } from './session-cookie.ts';
import { sessionView } from './session-view.ts';
import { SessionsService } from './sessions.service.ts';

/** Hands a session over to the browser, or takes it back. */
@Injectable()
export class SessionAnswer {
  constructor(
    private readonly sessions: SessionsService,
    private readonly programmes: PublishedProgrammes,
    private readonly cookie: SessionCookie,
  ) {}

  /** Gives the browser a new session; the one that it brought along ends. */
  async enter(reply: FastifyReply, token: string, language: string): Promise<SessionView> {
    await this.end(reply);
    const who = await this.sessions.identify(token);
    if (who === undefined) throw new DomainError('not-signed-in');
    void reply.header('set-cookie', this.cookie.write(token));
    return sessionView(who, await this.programmes.all(), language);
  }

  leave(reply: FastifyReply): void {
    void reply.header('set-cookie', this.cookie.clear());
  }

  private async end({ request }: FastifyReply): Promise<void> {
    const token = this.cookie.read(request.headers.cookie);
    if (token !== undefined) await this.sessions.closeByToken(token);
  }
}
