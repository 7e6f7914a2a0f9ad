import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { ExportsController } from './exports.controller.ts';
import { ExportsRepository } from './exports.repository.ts';
import { ExportsService } from './exports.service.ts';

/** Data leave the system as far as the person sees them, with a line in the record. */
@Module({
  imports: [CasesModule],
  controllers: [ExportsController],
  providers: [ExportsRepository, ExportsService],
})
export class ExportsModule {}
