import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { AfterService } from './after.service.ts';
import { BeginService } from './begin.service.ts';
import { StartFacts } from './start-facts.service.ts';
import { StartsController } from './starts.controller.ts';
import { StartsRepository } from './starts.repository.ts';
import { StartsService } from './starts.service.ts';

/** Cases that begin otherwise than by publishing: by people, or after other cases. */
@Module({
  imports: [CasesModule],
  controllers: [StartsController],
  providers: [AfterService, BeginService, StartFacts, StartsRepository, StartsService],
  exports: [AfterService],
})
export class StartsModule {}
