import { Body, Controller, Delete, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ChangePassword, type SessionView, SignIn } from '../../contract/wire/session.ts';
import { Allow } from '../allow.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { PublishedProgrammes } from '../published-programmes.ts';
import { Who } from '../who.ts';
import { PasswordsService } from './passwords.service.ts';
import { SessionAnswer } from './session-answer.ts';
import { sessionView } from './session-view.ts';
import { SessionsService } from './sessions.service.ts';
import { SignInService } from './sign-in.service.ts';

/** Signing in and out, and one's own password. */
@Controller('session')
export class SessionsController {
  constructor(
    private readonly sessions: SessionsService,
    private readonly signIns: SignInService,
    private readonly passwords: PasswordsService,
    private readonly programmes: PublishedProgrammes,
    private readonly answer: SessionAnswer,
  ) {}

  @Post()
  @HttpCode(200)
  @Allow('public')
  async signIn(
    @Body({ schema: SignIn }) body: SignIn,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: string,
  ): Promise<SessionView> {
    const token = await this.signIns.signIn({ ...body, address: ip });
    return this.answer.enter(reply, token, language);
  }

  @Get()
  @Allow('session')
  async show(@Who() who: Identity, @Language() language: string): Promise<SessionView> {
    return sessionView(who, await this.programmes.all(), language);
  }

  @Delete()
  @HttpCode(204)
  @Allow('session')
  async signOut(@Who() who: Identity, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.close(who.session);
    this.answer.leave(reply);
  }

  @Post('password')
  @HttpCode(200)
  @Allow('session')
  async changePassword(
    @Body({ schema: ChangePassword }) body: ChangePassword,
    @Who() who: Identity,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: string,
  ): Promise<SessionView> {
    await this.passwords.change(who, { ...body, address: ip });
    return this.answer.enter(reply, await this.sessions.open(who.person.id, ip), language);
  }
}
