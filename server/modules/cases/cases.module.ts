import { Module } from '@nestjs/common';
import { Obligations } from '../obligations.ts';
import { ActionsService } from './actions.service.ts';
import { CaseStateRepository } from './case-state.repository.ts';
import { CaseWriteRepository } from './case-write.repository.ts';
import { CommandService } from './command.service.ts';
import { FormCheck } from './form-check.ts';
import { ObligationsRepository } from './obligations.repository.ts';
import { PublishedWorkflows } from './published-workflows.ts';
import { ObligationsService } from './obligations.service.ts';
import { TimersService } from './timers.service.ts';

/** Cases: what is owed, what is filled in, what is done with it, and the history of all that. */
@Module({
  providers: [
    ActionsService,
    CaseStateRepository,
    CaseWriteRepository,
    CommandService,
    FormCheck,
    PublishedWorkflows,
    ObligationsRepository,
    { provide: Obligations, useClass: ObligationsService },
    TimersService,
  ],
  exports: [ActionsService, CommandService, TimersService, Obligations],
})
export class CasesModule {}
