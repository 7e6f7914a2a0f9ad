import { Module } from '@nestjs/common';
import { ObligationsRepository } from '../cases/obligations.repository.ts';
import { DefinitionDraftsRepository } from './definition-drafts.repository.ts';
import { DesignDraftsController } from './design-drafts.controller.ts';
import { DesignDraftsService } from './design-drafts.service.ts';
import { DesignsController } from './designs.controller.ts';
import { DesignsRepository } from './designs.repository.ts';
import { DesignsService } from './designs.service.ts';
import { DeskService } from './desk.service.ts';
import { DraftsBesideService } from './drafts-beside.service.ts';
import { FormProposalsController } from './form-proposals.controller.ts';
import { FormProposalsService } from './form-proposals.service.ts';
import { ProgrammesController } from './programmes.controller.ts';
import { ProgrammesRepository } from './programmes.repository.ts';
import { ProgrammesService } from './programmes.service.ts';
import { ScenariosController } from './scenarios.controller.ts';
import { ScenariosService } from './scenarios.service.ts';
import { TrialController } from './trial.controller.ts';
import { TrialService } from './trial.service.ts';
import { ValidatorsShelf } from './validators-shelf.ts';

/** Editing definitions in the browser: drafts beside what is published. */
@Module({
  controllers: [
    DesignsController,
    DesignDraftsController,
    FormProposalsController,
    ProgrammesController,
    ScenariosController,
    TrialController,
  ],
  providers: [
    DefinitionDraftsRepository,
    DesignDraftsService,
    DesignsRepository,
    DesignsService,
    DeskService,
    DraftsBesideService,
    FormProposalsService,
    ObligationsRepository,
    ProgrammesRepository,
    ProgrammesService,
    ScenariosService,
    TrialService,
    ValidatorsShelf,
  ],
  exports: [DefinitionDraftsRepository, DeskService, DraftsBesideService],
})
export class DesignsModule {}
