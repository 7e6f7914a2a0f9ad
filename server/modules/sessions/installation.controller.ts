import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { type Installation, type SessionView, SetUp, SignInToDemonstration } from '../../contract/wire/session.ts';
import { Allow } from '../allow.ts';
import { Language } from '../language.ts';
import { DemonstrationService } from './demonstration.service.ts';
import { InstallationService } from './installation.service.ts';
import { SessionAnswer } from './session-answer.ts';
import { SessionsService } from './sessions.service.ts';
import { SetUpService } from './set-up.service.ts';

/** What stands before the first sign-in: what kind of installation this is, its demonstration, its first administrator. */
@Controller()
export class InstallationController {
  constructor(
    private readonly installation: InstallationService,
    private readonly demonstration: DemonstrationService,
    private readonly setUps: SetUpService,
    private readonly sessions: SessionsService,
    private readonly answer: SessionAnswer,
  ) {}

  @Get('installation')
  @Allow('public')
  show(@Language() language: string): Promise<Installation> {
    return this.installation.show(language);
  }

  @Post('session/demonstration')
  @HttpCode(200)
  @Allow('public')
  async signIn(
    @Body({ schema: SignInToDemonstration }) { account }: SignInToDemonstration,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: string,
  ): Promise<SessionView> {
    return this.answer.enter(reply, await this.demonstration.signIn(account, ip), language);
  }

  @Post('set-up')
  @Allow('public')
  async setUp(
    @Body({ schema: SetUp }) body: SetUp,
    @Req() { ip }: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
    @Language() language: string,
  ): Promise<SessionView> {
    const person = await this.setUps.setUp(body);
    return this.answer.enter(reply, await this.sessions.open(person, ip), language);
  }
}
