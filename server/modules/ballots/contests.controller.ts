import { Body, Controller, Delete, Get, Header, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { ElectionId } from '../../contract/wire/ballot.ts';
import {
  ContestView,
  ElectionWindow,
  IssueCodes,
  IssuedCodes,
  PlanElection,
  ProposeAction,
  PublicSeed,
  RevokeCode,
} from '../../contract/wire/contest.ts';
import { OrderCount, TallyView } from '../../contract/wire/contest-tally.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { CodesService } from './codes.service.ts';
import { ContestActionsService } from './contest-actions.service.ts';
import { ContestCasesService } from './contest-cases.service.ts';
import { ContestsService } from './contests.service.ts';
import { ElectionWindowService } from './election-window.service.ts';
import { TalliesService } from './tallies.service.ts';

/** Running an election. */
@Controller('programmes/:programme/elections')
@Allow({ permission: 'contests.run' })
export class ContestsController {
  constructor(
    private readonly contests: ContestsService,
    private readonly codes: CodesService,
    private readonly actions: ContestActionsService,
    private readonly tallies: TalliesService,
    private readonly cases: ContestCasesService,
    private readonly windows: ElectionWindowService,
  ) {}

  @Get()
  @Answers(z.array(ContestView))
  all(@Who() who: Identity, @Param('programme', { schema: Key }) programme: string): Promise<ContestView[]> {
    return this.contests.all(who, programme);
  }

  @Post()
  @Answers(ContestView)
  async plan(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: PlanElection }) order: PlanElection,
  ): Promise<ContestView> {
    const election = await this.cases.plan(who, programme, order);
    return this.contests.one(who, { programme, election });
  }

  @Get(':election')
  @Answers(ContestView)
  one(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<ContestView> {
    return this.contests.one(who, { programme, election });
  }

  @Put(':election/window')
  @Answers(ContestView)
  async move(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: ElectionWindow }) window: ElectionWindow,
  ): Promise<ContestView> {
    await this.windows.move(who, { programme, election }, window);
    return this.contests.one(who, { programme, election });
  }

  @Post(':election/codes')
  @Header('cache-control', 'no-store')
  @Answers(IssuedCodes)
  issue(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: IssueCodes }) order: IssueCodes,
  ): Promise<IssuedCodes> {
    return this.codes.issue(who, { programme, election }, order);
  }

  @Post(':election/revocations')
  @HttpCode(200)
  @Header('cache-control', 'no-store')
  @Answers(IssuedCodes)
  revoke(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: RevokeCode }) given: RevokeCode,
  ): Promise<IssuedCodes> {
    return this.codes.revoke(who, { programme, election }, given);
  }

  @Post(':election/actions')
  @Answers(ContestView)
  async propose(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: ProposeAction }) proposal: ProposeAction,
  ): Promise<ContestView> {
    await this.actions.propose(who, { programme, election }, proposal);
    return this.contests.one(who, { programme, election });
  }

  @Post(':election/actions/:action')
  @HttpCode(200)
  @Answers(ContestView)
  async confirm(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Param('action', { schema: z.uuid() }) action: string,
  ): Promise<ContestView> {
    await this.actions.confirm(who, { programme, election }, action);
    return this.contests.one(who, { programme, election });
  }

  @Delete(':election/actions/:action')
  @HttpCode(204)
  async withdraw(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Param('action', { schema: z.uuid() }) action: string,
  ): Promise<void> {
    await this.actions.withdraw(who, { programme, election }, action);
  }

  @Post(':election/seed')
  @HttpCode(204)
  async seed(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: PublicSeed }) seed: PublicSeed,
  ): Promise<void> {
    await this.tallies.drawSeed({ programme, election }, seed);
  }

  @Post(':election/tallies')
  @Answers(TallyView)
  count(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: OrderCount }) order: OrderCount,
  ): Promise<TallyView> {
    return this.tallies.count(who, { programme, election }, order);
  }

  @Get(':election/tallies')
  @Answers(z.array(TallyView))
  counts(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<TallyView[]> {
    return this.tallies.all({ programme, election });
  }
}
