import { Global, Module } from '@nestjs/common';
import { AuditTrail } from '../audit-trail.ts';
import { AuditRepository } from './audit.repository.ts';

/** Every module records what it does, so that the record is everywhere at hand. */
@Global()
@Module({
  providers: [AuditRepository, { provide: AuditTrail, useExisting: AuditRepository }],
  exports: [AuditRepository, AuditTrail],
})
export class AuditModule {}
