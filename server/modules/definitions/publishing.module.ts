import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { OwedCasesForecast } from './owed-cases.ts';
import { PublishService } from './publish.service.ts';
import { RunningCheck } from './running-check.ts';
import { RunningRepository } from './running.repository.ts';
import { VersionWriter } from './version-writer.ts';

/** The gate through which definitions become versions. It stands above cases, which are made when a workflow is published. */
@Module({
  imports: [CasesModule],
  providers: [ObligationsRepository, OwedCasesForecast, PublishService, RunningCheck, RunningRepository, VersionWriter],
  exports: [ObligationsRepository, OwedCasesForecast, PublishService, RunningCheck, RunningRepository, VersionWriter],
})
export class PublishingModule {}
