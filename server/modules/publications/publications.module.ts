import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { PublishingModule } from '../definitions/publishing.module.ts';
import { DesignsModule } from '../designs/designs.module.ts';
import { MigrationsModule } from '../migrations/migrations.module.ts';
import { AssessmentService } from './assessment.service.ts';
import { Candidates } from './candidates.service.ts';
import { ConfirmersRepository } from './confirmers.repository.ts';
import { DryRunController } from './dry-run.controller.ts';
import { FileTexts } from './file-texts.service.ts';
import { GateService } from './gate.service.ts';
import { LookedAtRepository } from './looked-at.repository.ts';
import { PublicationsController } from './publications.controller.ts';
import { PublicationsRepository } from './publications.repository.ts';
import { PublicationsService } from './publications.service.ts';
import { Publisher } from './publisher.service.ts';
import { PublishingDesk } from './publishing-desk.service.ts';
import { RolesReach } from './roles-reach.ts';
import { SimulationService } from './simulation.service.ts';
import { WantedTextsService } from './wanted-texts.service.ts';

/** Publishing from the browser: what would change, for whom, and then the change itself. */
@Module({
  imports: [CasesModule, PublishingModule, DesignsModule, MigrationsModule],
  controllers: [DryRunController, PublicationsController],
  providers: [
    AssessmentService,
    Candidates,
    ConfirmersRepository,
    FileTexts,
    GateService,
    LookedAtRepository,
    PublicationsRepository,
    PublicationsService,
    Publisher,
    PublishingDesk,
    RolesReach,
    SimulationService,
    WantedTextsService,
  ],
  exports: [AssessmentService, FileTexts, GateService],
})
export class PublicationsModule {}
