import { BullModule } from '@nestjs/bullmq';
import { type DynamicModule, Module } from '@nestjs/common';
import { DueTimers } from '../modules/due-timers.ts';
import { ElectionClosing } from '../modules/election-closing.ts';
import { FileSweeper } from '../modules/files/file-sweeper.ts';
import { Database } from '../storage/database.ts';
import { Clockwork } from './clockwork.ts';
import { OUTBOX_HANDLERS, type OutboxHandlers } from './outbox-handlers.ts';
import { OutboxProcessor } from './outbox.processor.ts';
import { OutboxRepository } from './outbox.repository.ts';
import { QUEUE, queueOptions, type QueuePlace } from './queue.ts';
import { Relay } from './relay.ts';
import { Tidying } from './tidying.ts';

/** What the hands need of the rest of the system. */
export interface WorkParts {
  place: QueuePlace;
  database: Database;
  timers: DueTimers;
  files: FileSweeper;
  handlers: OutboxHandlers;
  /** Left out where no elections are held. */
  elections?: ElectionClosing;
}

/** Where no elections are held. */
class NoElections extends ElectionClosing {
  checkpoint(): Promise<void> {
    return Promise.resolve();
  }
  closeDue(): Promise<void> {
    return Promise.resolve();
  }
}

/** Relay, queue and worker. A context of its own, loaded after the first page can be served. */
@Module({})
export class WorkModule {
  static of({ place, database, timers, files, handlers, elections }: WorkParts): DynamicModule {
    return {
      module: WorkModule,
      imports: [BullModule.forRoot(queueOptions(place)), BullModule.registerQueue({ name: QUEUE })],
      providers: [
        { provide: Database, useValue: database },
        { provide: DueTimers, useValue: timers },
        { provide: FileSweeper, useValue: files },
        { provide: OUTBOX_HANDLERS, useValue: handlers },
        { provide: ElectionClosing, useValue: elections ?? new NoElections() },
        OutboxRepository,
        Clockwork,
        Relay,
        Tidying,
        OutboxProcessor,
      ],
    };
  }
}
