import { Global, Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { RunningCases } from '../running-cases.ts';
import { ChunkCarrier } from './chunk-carrier.ts';
import { MigrationsRepository } from './migrations.repository.ts';
import { OccupiedRepository } from './occupied.repository.ts';
import { PlanProposals } from './plan-proposals.ts';
import { PlanRehearsal } from './plan-rehearsal.ts';
import { RunningCasesService } from './running-cases.service.ts';
import { TouchedRepository } from './touched.repository.ts';

/** How running cases go over to new versions of what they run on. */
@Global()
@Module({
  imports: [CasesModule],
  providers: [
    ChunkCarrier,
    MigrationsRepository,
    OccupiedRepository,
    PlanProposals,
    PlanRehearsal,
    TouchedRepository,
    { provide: RunningCases, useClass: RunningCasesService },
  ],
  exports: [ChunkCarrier, RunningCases],
})
export class MigrationsModule {}
