import { Module } from '@nestjs/common';
import { DefinitionDraftsRepository } from './definition-drafts.repository.ts';
import { DesignDraftsController } from './design-drafts.controller.ts';
import { DesignDraftsService } from './design-drafts.service.ts';
import { DesignsController } from './designs.controller.ts';
import { DesignsRepository } from './designs.repository.ts';
import { DesignsService } from './designs.service.ts';
import { DeskService } from './desk.service.ts';

/** Editing definitions in the browser: drafts beside what is published. */
@Module({
  controllers: [DesignsController, DesignDraftsController],
  providers: [DefinitionDraftsRepository, DesignDraftsService, DesignsRepository, DesignsService, DeskService],
  exports: [DefinitionDraftsRepository, DeskService],
})
export class DesignsModule {}
