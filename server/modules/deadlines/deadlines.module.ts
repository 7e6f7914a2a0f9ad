import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { PublishingModule } from '../definitions/publishing.module.ts';
import { DeadlineChangesService } from './deadline-changes.service.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { DeadlinesService } from './deadlines.service.ts';
import { GrantedTime } from './granted-time.ts';

/** Deadlines of a programme, told and moved. */
@Module({
  imports: [CasesModule, PublishingModule],
  controllers: [DeadlinesController],
  providers: [DeadlinesRepository, DeadlinesService, DeadlineChangesService, GrantedTime],
})
export class DeadlinesModule {}
