import { Global, Module } from '@nestjs/common';
import { CasesModule } from '../modules/cases/cases.module.ts';
import { DueTimers } from '../modules/due-timers.ts';
import { MigrationsModule } from '../modules/migrations/migrations.module.ts';
import { StartsModule } from '../modules/starts/starts.module.ts';
import { BeginHandler } from './begin.handler.ts';
import { ContestEventHandler } from './contest-event.handler.ts';
import { MigrationHandler } from './migration.handler.ts';
import { NoticeHandler } from './notices/notice.handler.ts';
import { NoticeRepository } from './notices/notice.repository.ts';
import { handlersByTopic, OUTBOX_HANDLERS, type OutboxHandler } from './outbox-handlers.ts';
import { RecountHandler } from './recount.handler.ts';
import { TimerRepository } from './timer.repository.ts';
import { Timers } from './timers.ts';

/**
 * What can be done later, without the queue that decides when: the table of handlers by topic, and the timers. The queue
 * itself is started after the web server listens (`start-work.ts`), or in a process of its own.
 */
@Global()
@Module({
  imports: [CasesModule, MigrationsModule, StartsModule],
  providers: [
    NoticeRepository,
    NoticeHandler,
    MigrationHandler,
    ContestEventHandler,
    BeginHandler,
    RecountHandler,
    TimerRepository,
    { provide: DueTimers, useClass: Timers },
    {
      provide: OUTBOX_HANDLERS,
      inject: [NoticeHandler, MigrationHandler, ContestEventHandler, BeginHandler, RecountHandler],
      useFactory: (...handlers: OutboxHandler[]) => handlersByTopic(handlers),
    },
  ],
  exports: [DueTimers, OUTBOX_HANDLERS],
})
export class HandsModule {}
