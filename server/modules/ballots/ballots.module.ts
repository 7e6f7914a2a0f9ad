import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/audit.module.ts';
import { ElectionClosing } from '../election-closing.ts';
import { JudgingModule } from '../judging/judging.module.ts';
import { FileStore } from '../files/file-store.ts';
import { ActionsRepository } from './actions.repository.ts';
import { BoothController } from './booth.controller.ts';
import { BoothProgram } from './booth-program.ts';
import { BoothRepository } from './booth.repository.ts';
import { BoothService } from './booth.service.ts';
import { BoxRepository } from './box.repository.ts';
import { CastingService } from './casting.service.ts';
import { ClosingService } from './closing.service.ts';
import { CodesService } from './codes.service.ts';
import { ContestActionsService } from './contest-actions.service.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';
import { ContestCasesService } from './contest-cases.service.ts';
import { ContestDeskController } from './contest-desk.controller.ts';
import { ContestDeskRepository } from './contest-desk.repository.ts';
import { ContestListService } from './contest-list.service.ts';
import { ContestSettingService } from './contest-setting.service.ts';
import { ContestsController } from './contests.controller.ts';
import { ContestsService } from './contests.service.ts';
import { ContestEventsService } from './contest-events.service.ts';
import { ContestStepsService } from './contest-steps.service.ts';
import { CountSourcesService } from './count-sources.service.ts';
import { DeliveriesController } from './deliveries.controller.ts';
import { DeliveriesRepository } from './deliveries.repository.ts';
import { DeliveriesService } from './deliveries.service.ts';
import { DraftElectionsService } from './draft-elections.service.ts';
import { ElectionWindowService } from './election-window.service.ts';
import { ElectionsRepository } from './elections.repository.ts';
import { FlagsRepository } from './flags.repository.ts';
import { FlagsService } from './flags.service.ts';
import { GuessThrottle } from './guess-throttle.ts';
import { JuryClosingService } from './jury-closing.service.ts';
import { PapersController } from './papers.controller.ts';
import { PapersService } from './papers.service.ts';
import { PicturesController } from './pictures.controller.ts';
import { PicturesRepository } from './pictures.repository.ts';
import { PicturesService } from './pictures.service.ts';
import { ResultsController } from './results.controller.ts';
import { ResultsService } from './results.service.ts';
import { RollController } from './roll.controller.ts';
import { RollRepository } from './roll.repository.ts';
import { RollService } from './roll.service.ts';
import { SealedElections } from './sealed-elections.ts';
import { TalliesRepository } from './tallies.repository.ts';
import { TalliesService } from './tallies.service.ts';
import { Traffic } from './traffic.ts';
import { TrafficRepository } from './traffic.repository.ts';

@Module({
  imports: [AuditModule, JudgingModule],
  controllers: [
    BoothController,
    ContestDeskController,
    ContestsController,
    DeliveriesController,
    PapersController,
    PicturesController,
    ResultsController,
    RollController,
  ],
  providers: [
    ActionsRepository,
    BoothProgram,
    BoothRepository,
    BoothService,
    BoxRepository,
    CastingService,
    ClosingService,
    { provide: ElectionClosing, useExisting: ClosingService },
    CodesService,
    ContestActionsService,
    ContestCasesRepository,
    ContestCasesService,
    ContestDeskRepository,
    ContestListService,
    ContestSettingService,
    ContestsService,
    ContestStepsService,
    CountSourcesService,
    DeliveriesRepository,
    ContestEventsService,
    DeliveriesService,
    DraftElectionsService,
    ElectionWindowService,
    ElectionsRepository,
    FileStore,
    FlagsRepository,
    FlagsService,
    GuessThrottle,
    JuryClosingService,
    PapersService,
    PicturesRepository,
    PicturesService,
    ResultsService,
    RollRepository,
    RollService,
    SealedElections,
    TalliesRepository,
    TalliesService,
    Traffic,
    TrafficRepository,
  ],
  exports: [DraftElectionsService, ElectionClosing],
})
export class BallotsModule {}
