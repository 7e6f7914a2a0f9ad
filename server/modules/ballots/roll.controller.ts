import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { Key } from '../../contract/key.ts';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { ContestView } from '../../contract/wire/contest.ts';
import { DrawCode, DrawnCode, MyVotes } from '../../contract/wire/roll.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { ContestsService } from './contests.service.ts';
import { RollService } from './roll.service.ts';

/** Votes of people with an account. */
@Controller()
export class RollController {
  constructor(
    private readonly roll: RollService,
    private readonly contests: ContestsService,
  ) {}

  @Post('programmes/:programme/elections/:election/roll')
  @Allow({ permission: 'contests.run' })
  @Answers(ContestView)
  async drawUp(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<ContestView> {
    await this.roll.drawUp(who, { programme, election });
    return this.contests.one(who, { programme, election });
  }

  @Get('my-votes')
  @Allow('signed-in')
  @Header('cache-control', 'no-store')
  @Answers(MyVotes)
  mine(@Who() who: Identity): Promise<MyVotes> {
    return this.roll.mine(who);
  }

  @Post('elections/:election/draw')
  @HttpCode(200)
  @Allow('signed-in')
  @Header('cache-control', 'no-store')
  @Answers(DrawnCode)
  draw(
    @Who() who: Identity,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: DrawCode }) { claim }: DrawCode,
  ): Promise<DrawnCode> {
    return this.roll.draw(who, election, claim);
  }
}
