import { Module } from '@nestjs/common';
import { Obligations } from '../obligations.ts';
import { ActionsService } from './actions.service.ts';
import { CaseExtrasRepository } from './case-extras.repository.ts';
import { CaseListRepository } from './case-list.repository.ts';
import { CaseStateRepository } from './case-state.repository.ts';
import { CaseWriteRepository } from './case-write.repository.ts';
import { CasesController } from './cases.controller.ts';
import { CasesService } from './cases.service.ts';
import { ChaseController } from './chase.controller.ts';
import { ChaseService } from './chase.service.ts';
import { CommandService } from './command.service.ts';
import { DraftsRepository } from './drafts.repository.ts';
import { DraftsService } from './drafts.service.ts';
import { FormCheck } from './form-check.ts';
import { GatheredViewService } from './gathered-view.service.ts';
import { GatheringRepository } from './gathering.repository.ts';
import { GatheringService } from './gathering.service.ts';
import { HistoryController } from './history.controller.ts';
import { HistoryRepository } from './history.repository.ts';
import { HistoryService } from './history.service.ts';
import { MembersService } from './members.service.ts';
import { NotesService } from './notes.service.ts';
import { ObligationsRepository } from './obligations.repository.ts';
import { ObligationsService } from './obligations.service.ts';
import { PeersRepository } from './peers.repository.ts';
import { PeersService } from './peers.service.ts';
import { PeopleRepository } from './people.repository.ts';
import { PublishedWorkflows } from './published-workflows.ts';
import { QueriesController } from './queries.controller.ts';
import { QueriesService } from './queries.service.ts';
import { RevealService } from './reveal.service.ts';
import { TimersService } from './timers.service.ts';

/** Cases: what is owed, what is filled in, what is done with it, and the history of all that. */
@Module({
  controllers: [CasesController, ChaseController, HistoryController, QueriesController],
  providers: [
    ActionsService,
    CaseExtrasRepository,
    CaseListRepository,
    CaseStateRepository,
    CaseWriteRepository,
    CasesService,
    ChaseService,
    CommandService,
    DraftsRepository,
    DraftsService,
    FormCheck,
    GatheredViewService,
    GatheringRepository,
    GatheringService,
    HistoryRepository,
    HistoryService,
    MembersService,
    NotesService,
    ObligationsRepository,
    { provide: Obligations, useClass: ObligationsService },
    PeersRepository,
    PeersService,
    PeopleRepository,
    PublishedWorkflows,
    QueriesService,
    RevealService,
    TimersService,
  ],
  exports: [
    ActionsService,
    CaseExtrasRepository,
    CaseStateRepository,
    CaseWriteRepository,
    CasesService,
    CommandService,
    DraftsService,
    FormCheck,
    NotesService,
    Obligations,
    ObligationsRepository,
    PeersRepository,
    PeersService,
    PublishedWorkflows,
    QueriesService,
    TimersService,
  ],
})
export class CasesModule {}
