import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { OrderRanking, RankingsView } from '../../contract/wire/ranking.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { RankingsService } from './rankings.service.ts';

const CaseId = z.uuid();

/** The ranking of a case by its judges' marks. */
@Controller('cases/:id/rankings')
@Allow('signed-in')
export class RankingsController {
  constructor(private readonly rankings: RankingsService) {}

  @Get()
  @Answers(RankingsView)
  view(@Param('id', { schema: CaseId }) caseId: string, @Who() who: Identity): Promise<RankingsView> {
    return this.rankings.view(who, caseId);
  }

  @Post()
  @Answers(RankingsView)
  count(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: OrderRanking }) order: OrderRanking,
    @Who() who: Identity,
  ): Promise<RankingsView> {
    return this.rankings.count(who, caseId, order);
  }
}
