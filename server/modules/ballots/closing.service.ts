import { Injectable, Logger } from '@nestjs/common';
import { nextCheckpoint } from '../../engine/ballot/checkpoint.ts';
import { ElectionClosing } from '../election-closing.ts';
import { BoxRepository } from './box.repository.ts';
import { ContestEventsService } from './contest-events.service.ts';
import { DIGESTS } from './digests.ts';
import { JuryClosingService } from './jury-closing.service.ts';
import { SealedElections } from './sealed-elections.ts';

/** Checkpoints and closing. Every step can be repeated: what was done is found done, so an end in the middle costs nothing. */
@Injectable()
export class ClosingService extends ElectionClosing {
  private readonly log = new Logger(ClosingService.name);

  constructor(
    private readonly box: BoxRepository,
    private readonly elections: SealedElections,
    private readonly events: ContestEventsService,
    private readonly juries: JuryClosingService,
  ) {
    super();
  }

  async checkpoint(): Promise<void> {
    for (const id of await this.box.open()) await this.safely(() => this.extendChain(id, false));
  }

  async closeDue(): Promise<void> {
    for (const id of await this.box.dueToClose()) await this.safely(() => this.close(id));
    for (const id of await this.juries.sealed()) await this.safely(() => this.juries.close(id));
  }

  /** By the database's clock alone; before its time nothing happens, and false is answered. */
  async close(id: string): Promise<boolean> {
    if (!(await this.box.close(id))) return false;
    await this.extendChain(id, true);
    await this.box.empty(id, (sql, ballots) => this.events.closed(sql, id, ballots));
    return true;
  }

  private async extendChain(id: string, isLast: boolean): Promise<void> {
    const election = await this.elections.find(id);
    if (election === undefined) return;
    await this.box.extendChain(id, ({ last, intake }) => {
      const link = nextCheckpoint(DIGESTS, {
        election: id,
        last: last ?? { i: 0, head: election.head0 },
        intake,
        published: new Set(),
        isLast,
      });
      return link === null ? null : { ...link, trackers: [...link.trackers] };
    });
  }

  /** One election that fails does not keep the others from closing. */
  private async safely(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      this.log.error(error);
    }
  }
}
