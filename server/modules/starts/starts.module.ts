import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { AfterService } from './after.service.ts';
import { BeginService } from './begin.service.ts';
import { JoinController } from './join.controller.ts';
import { JoinService } from './join.service.ts';
import { SentCaseService } from './sent-case.service.ts';
import { SignUpThrottle } from './sign-up-throttle.ts';
import { SignUpsRepository } from './sign-ups.repository.ts';
import { SignUpsService } from './sign-ups.service.ts';
import { StartFacts } from './start-facts.service.ts';
import { StartPlaces } from './start-places.service.ts';
import { StartsController } from './starts.controller.ts';
import { StartsRepository } from './starts.repository.ts';
import { StartsService } from './starts.service.ts';

/** Cases that begin otherwise than by publishing: by people with or without an account, or after other cases. */
@Module({
  imports: [CasesModule],
  controllers: [StartsController, JoinController],
  providers: [
    AfterService,
    BeginService,
    JoinService,
    SentCaseService,
    SignUpThrottle,
    SignUpsRepository,
    SignUpsService,
    StartFacts,
    StartPlaces,
    StartsRepository,
    StartsService,
  ],
  exports: [AfterService],
})
export class StartsModule {}
