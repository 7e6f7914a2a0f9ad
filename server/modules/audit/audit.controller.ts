import { Controller, Get, Query } from '@nestjs/common';
import { AuditQuery, AuditRow, IntegrityReport } from '../../contract/wire/audit.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Allow } from '../allow.ts';
import { Answers, pageOf } from '../answers.ts';
import { Language } from '../language.ts';
import { AuditService } from './audit.service.ts';

/** The installation's record, for those who may read it. */
@Controller('audit')
@Allow({ permission: 'audit.read' })
export class AuditController {
  constructor(private readonly audit: AuditService) {}

  @Get()
  @Answers(pageOf(AuditRow))
  list(@Query({ schema: AuditQuery }) query: AuditQuery, @Language() language: string): Promise<Page<AuditRow>> {
    return this.audit.page(query, language);
  }

  @Get('integrity')
  @Answers(IntegrityReport)
  integrity(): Promise<IntegrityReport> {
    return this.audit.integrity();
  }
}
