import { Body, Controller, Get, Header, Param, Post, Req } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { MatterReceipt, OpenPublicMatter, PublicAnswer, PublicMatter } from '../../contract/wire/matter.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { Language } from '../language.ts';
import { PublicMattersService } from './public-matters.service.ts';

const CaseId = z.uuid();
const Receipt = z.string().max(60);

/** What people without an account say about a case, and what they are answered. */
@Controller('public/matters')
@Allow('public')
export class PublicMattersController {
  constructor(private readonly matters: PublicMattersService) {}

  @Get('receipts/:receipt')
  @Header('cache-control', 'no-store')
  @Answers(PublicAnswer)
  answer(@Param('receipt', { schema: Receipt }) receipt: string, @Req() { ip }: FastifyRequest): Promise<PublicAnswer> {
    return this.matters.answer(receipt, ip);
  }

  @Get(':case/:kind')
  @Answers(PublicMatter)
  show(
    @Param('case', { schema: CaseId }) caseId: string,
    @Param('kind', { schema: Key }) kind: string,
    @Req() { ip }: FastifyRequest,
    @Language() language: string,
  ): Promise<PublicMatter> {
    return this.matters.show({ caseId, kind, address: ip }, language);
  }

  @Post(':case/:kind')
  @Header('cache-control', 'no-store')
  @Answers(MatterReceipt)
  open(
    @Param('case', { schema: CaseId }) caseId: string,
    @Param('kind', { schema: Key }) kind: string,
    @Body({ schema: OpenPublicMatter }) body: OpenPublicMatter,
    @Req() { ip }: FastifyRequest,
  ): Promise<MatterReceipt> {
    return this.matters.open({ caseId, kind, address: ip }, body);
  }
}
