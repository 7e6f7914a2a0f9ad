import { type DynamicModule, Module } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_PIPE } from '@nestjs/core';
import type { Pool } from 'pg';
import { AuditModule } from '../modules/audit/audit.module.ts';
import { DefinitionsModule } from '../modules/definitions/definitions.module.ts';
import { PublishingModule } from '../modules/definitions/publishing.module.ts';
import { DesignsModule } from '../modules/designs/designs.module.ts';
import { DeadlinesModule } from '../modules/deadlines/deadlines.module.ts';
import { DemonstrationModule } from '../modules/demonstration/demonstration.module.ts';
import { BallotsModule } from '../modules/ballots/ballots.module.ts';
import { BoardsModule } from '../modules/boards/boards.module.ts';
import { CasesModule } from '../modules/cases/cases.module.ts';
import { ExportsModule } from '../modules/exports/exports.module.ts';
import { FilesModule } from '../modules/files/files.module.ts';
import { JudgingModule } from '../modules/judging/judging.module.ts';
import { NoticesModule } from '../modules/notices/notices.module.ts';
import { OrganisationsModule } from '../modules/organisations/organisations.module.ts';
import { PeopleModule } from '../modules/people/people.module.ts';
import { PublicationsModule } from '../modules/publications/publications.module.ts';
import { SessionsModule } from '../modules/sessions/sessions.module.ts';
import { StartsModule } from '../modules/starts/starts.module.ts';
import { HandsModule } from '../work/hands.module.ts';
import { AccessGuard } from './access.guard.ts';
import { ApiDocumentController } from './api-document.controller.ts';
import { ApiDocument } from './api-document.ts';
import type { Config } from './config.ts';
import { ContractPipe } from './contract.pipe.ts';
import { FoundationModule } from './foundation.module.ts';
import { Metrics } from './metrics.ts';
import { OperationsController } from './operations.controller.ts';
import { ProblemFilter } from './problem.filter.ts';

const DOORS = [
  AuditModule,
  SessionsModule,
  PeopleModule,
  OrganisationsModule,
  DefinitionsModule,
  PublishingModule,
  DesignsModule,
  PublicationsModule,
  CasesModule,
  StartsModule,
  JudgingModule,
  DeadlinesModule,
  ExportsModule,
  FilesModule,
  BoardsModule,
  NoticesModule,
  BallotsModule,
  DemonstrationModule,
  HandsModule,
];

/** Everything that answers requests, behind the one guard, the one pipe and the one filter. */
@Module({})
export class ApplicationModule {
  static of(given: { config: Config; pool: Pool }): DynamicModule {
    return {
      module: ApplicationModule,
      imports: [FoundationModule.of(given), ...DOORS],
      controllers: [ApiDocumentController, OperationsController],
      providers: [
        ApiDocument,
        Metrics,
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_PIPE, useClass: ContractPipe },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
