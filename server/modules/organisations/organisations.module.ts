import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { DirectoryController } from './directory.controller.ts';
import { DirectoryRepository } from './directory.repository.ts';
import { OrganisationsImportService } from './organisations-import.service.ts';
import { OrganisationsController } from './organisations.controller.ts';
import { OrganisationsRepository } from './organisations.repository.ts';
import { OrganisationsService } from './organisations.service.ts';

@Module({
  imports: [CasesModule],
  controllers: [DirectoryController, OrganisationsController],
  providers: [DirectoryRepository, OrganisationsImportService, OrganisationsRepository, OrganisationsService],
  exports: [OrganisationsImportService, OrganisationsRepository, OrganisationsService],
})
export class OrganisationsModule {}
