import { Module } from '@nestjs/common';
import { CasesModule } from '../cases/cases.module.ts';
import { OrganisationsModule } from '../organisations/organisations.module.ts';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { DemonstrationCast } from './demonstration-cast.ts';
import { DemonstrationClockService } from './demonstration-clock.service.ts';
import { DemonstrationController } from './demonstration.controller.ts';
import { DemonstrationLoader } from './demonstration-loader.ts';
import { DemonstrationPeople } from './demonstration-people.ts';
import { DemonstrationPlayer } from './demonstration-player.ts';
import { DemonstrationRemarks } from './demonstration-remarks.ts';
import { DemonstrationSignIn } from './demonstration-sign-in.ts';
import { DemonstrationRepository } from './demonstration.repository.ts';

/** What only a demonstration has: its beginning, its people, its steps, and a clock that can be moved. */
@Module({
  imports: [CasesModule, OrganisationsModule, SessionsModule],
  controllers: [DemonstrationController],
  providers: [
    DemonstrationCast,
    DemonstrationClockService,
    DemonstrationLoader,
    DemonstrationPeople,
    DemonstrationPlayer,
    DemonstrationRemarks,
    DemonstrationRepository,
    DemonstrationSignIn,
  ],
  exports: [DemonstrationLoader],
})
export class DemonstrationModule {}
