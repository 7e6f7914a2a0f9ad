import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { PublicationsModule } from '../publications/publications.module.ts';
import { DeadlineChangesService } from './deadline-changes.service.ts';
import { DeadlinesController } from './deadlines.controller.ts';
import { DeadlinesRepository } from './deadlines.repository.ts';
import { DeadlinesService } from './deadlines.service.ts';
import { GrantedTime } from './granted-time.ts';
import { MovedTextsService } from './moved-texts.service.ts';
import { RevokedTime } from './revoked-time.ts';

/** Deadlines of a programme, told and moved. */
@Module({
  imports: [CasesModule, PublicationsModule],
  controllers: [DeadlinesController],
  providers: [
    DeadlinesRepository,
    DeadlinesService,
    DeadlineChangesService,
    GrantedTime,
    MovedTextsService,
    RevokedTime,
  ],
})
export class DeadlinesModule {}
