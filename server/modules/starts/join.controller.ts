import { Body, Controller, Get, Header, Headers, HttpCode, Param, Post, Query, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { Key } from '../../contract/key.ts';
import {
  JoinOrganisations,
  JoinQuery,
  JoinView,
  ReceiptQuestion,
  ReceiptView,
  SignUp,
  SignUpReceipt,
} from '../../contract/wire/join.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { Language } from '../language.ts';
import { JoinService } from './join.service.ts';
import { SignUpThrottle } from './sign-up-throttle.ts';
import { SignUpsService } from './sign-ups.service.ts';

/** Where people without an account sign up, and ask how it stands. */
@Controller('join')
@Allow('public')
export class JoinController {
  constructor(
    private readonly join: JoinService,
    private readonly signUps: SignUpsService,
    private readonly throttle: SignUpThrottle,
  ) {}

  @Post('receipts')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Answers(ReceiptView)
  async receipt(
    @Body({ schema: ReceiptQuestion }) { receipt }: ReceiptQuestion,
    @Req() request: FastifyRequest,
    @Language() language: string,
  ): Promise<ReceiptView> {
    await this.throttle.note('receipt', request.ip);
    return this.join.receipt(receipt, language);
  }

  @Get(':programme/:workflow')
  @Header('cache-control', 'no-store')
  @Answers(JoinView)
  show(
    @Param('programme', { schema: Key }) programme: string,
    @Param('workflow', { schema: Key }) workflow: string,
    @Language() language: string,
  ): Promise<JoinView> {
    return this.join.view({ programme, workflow }, language);
  }

  @Get(':programme/:workflow/organisations')
  @Header('cache-control', 'no-store')
  @Answers(JoinOrganisations)
  async organisations(
    @Param('programme', { schema: Key }) programme: string,
    @Param('workflow', { schema: Key }) workflow: string,
    @Query({ schema: JoinQuery }) { q }: JoinQuery,
    @Req() request: FastifyRequest,
  ): Promise<JoinOrganisations> {
    await this.throttle.note('look', request.ip);
    return this.join.organisations({ programme, workflow }, q);
  }

  @Post(':programme/:workflow')
  @HttpCode(201)
  @Header('cache-control', 'no-store')
  @Answers(SignUpReceipt)
  async signUp(
    @Param('programme', { schema: Key }) programme: string,
    @Param('workflow', { schema: Key }) workflow: string,
    @Body({ schema: SignUp }) body: SignUp,
    @Headers('idempotency-key') key: string | undefined,
    @Req() request: FastifyRequest,
    @Language() language: string,
  ): Promise<SignUpReceipt> {
    await this.throttle.note('sign-up', request.ip);
    return this.signUps.signUp({ programme, workflow, key, language }, body);
  }
}
