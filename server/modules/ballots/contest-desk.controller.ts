import { Body, Controller, Get, Header, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { ContestClock, ContestFlag, ContestList, ContestSetting, DecideFlag } from '../../contract/wire/contest.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { ContestListService } from './contest-list.service.ts';
import { ContestSettingService } from './contest-setting.service.ts';
import { FlagsService } from './flags.service.ts';

/** What the page of an election shows beside the election itself. */
@Controller()
@Allow({ permission: 'contests.run' })
export class ContestDeskController {
  constructor(
    private readonly list: ContestListService,
    private readonly settings: ContestSettingService,
    private readonly flags: FlagsService,
  ) {}

  @Get('contests')
  @Answers(ContestList)
  all(@Who() who: Identity, @Language() language: string): Promise<ContestList> {
    return this.list.of(who, language);
  }

  @Get('programmes/:programme/elections/:election/setting')
  @Answers(ContestSetting)
  setting(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Language() language: string,
  ): Promise<ContestSetting> {
    return this.settings.of({ programme, election }, language);
  }

  @Get('programmes/:programme/elections/:election/clock')
  @Header('cache-control', 'no-store')
  @Answers(ContestClock)
  clock(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<{ now: string }> {
    return this.settings.now({ programme, election });
  }

  @Get('programmes/:programme/elections/:election/flags')
  @Answers(z.array(ContestFlag))
  flagged(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<ContestFlag[]> {
    return this.flags.of({ programme, election });
  }

  @Post('programmes/:programme/elections/:election/flags/:flag')
  @HttpCode(200)
  @Answers(z.array(ContestFlag))
  decide(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Param('flag', { schema: z.uuid() }) flag: string,
    @Body({ schema: DecideFlag }) { decision }: DecideFlag,
  ): Promise<ContestFlag[]> {
    return this.flags.decide(who, { programme, election }, { flag, decision });
  }
}
