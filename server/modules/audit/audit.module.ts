import { Global, Module } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.ts';
import { AuditController } from './audit.controller.ts';
import { AuditRepository } from './audit.repository.ts';
import { AuditService } from './audit.service.ts';
import { CaseHistoriesRepository } from './case-histories.repository.ts';
import { SubjectTitlesRepository } from './subject-titles.repository.ts';

/** Every module records what it does, so that the record is everywhere at hand. */
@Global()
@Module({
  controllers: [AuditController],
  providers: [
    AuditRepository,
    AuditService,
    CaseHistoriesRepository,
    SubjectTitlesRepository,
    { provide: AuditTrail, useExisting: AuditRepository },
  ],
  exports: [AuditRepository, AuditTrail],
})
export class AuditModule {}
