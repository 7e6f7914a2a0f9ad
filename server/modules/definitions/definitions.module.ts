import { Global, Module } from '@nestjs/common';
import { Models } from '../models.ts';
import { DefinitionsController } from './definitions.controller.ts';
import { DefinitionsRepository } from './definitions.repository.ts';
import { DefinitionsService } from './definitions.service.ts';
import { ModelsService } from './models.service.ts';

/** What is published: read by everybody, and the rules on which cases run. */
@Global()
@Module({
  controllers: [DefinitionsController],
  providers: [
    DefinitionsRepository,
    DefinitionsService,
    ModelsService,
    { provide: Models, useExisting: ModelsService },
  ],
  exports: [DefinitionsRepository, Models, ModelsService],
})
export class DefinitionsModule {}
