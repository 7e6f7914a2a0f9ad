import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { JuryMarks } from '../jury-marks.ts';
import { JudgingController } from './judging.controller.ts';
import { JudgingService } from './judging.service.ts';
import { JuryMarksService } from './jury-marks.service.ts';
import { MarksRepository } from './marks.repository.ts';
import { MattersController } from './matters.controller.ts';
import { MattersRepository } from './matters.repository.ts';
import { MattersService } from './matters.service.ts';
import { PublicMattersController } from './public-matters.controller.ts';
import { PublicMattersService } from './public-matters.service.ts';
import { SheetsService } from './sheets.service.ts';
import { StrangerThrottle } from './stranger-throttle.ts';

/** What people judge in cases: tasks, marks, side records. */
@Module({
  imports: [CasesModule],
  controllers: [JudgingController, MattersController, PublicMattersController],
  providers: [
    JudgingService,
    { provide: JuryMarks, useClass: JuryMarksService },
    MarksRepository,
    MattersRepository,
    MattersService,
    PublicMattersService,
    SheetsService,
    StrangerThrottle,
  ],
  exports: [JuryMarks],
})
export class JudgingModule {}
