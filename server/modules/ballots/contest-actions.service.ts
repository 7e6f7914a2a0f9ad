import { Injectable } from '@nestjs/common';
import type { ContestAction, ProposeAction } from '../../contract/wire/contest.ts';
import { Database, type Sql } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { ActionsRepository } from './actions.repository.ts';
import { ContestsService } from './contests.service.ts';
import { ContestStepsService } from './contest-steps.service.ts';
import type { Election } from './elections.repository.ts';

export interface ElectionPlace {
  programme: string;
  election: string;
}

/** From which status an action can begin. */
const FROM: Record<ContestAction, readonly Election['status'][]> = {
  seal: ['draft'],
  open: ['sealed'],
  extend: ['sealed', 'open'],
  certify: ['closed'],
  void: ['sealed', 'open', 'closed'],
};

const notNow = (): DomainError =>
  new DomainError('conflict', { zh: '投票当前的状态不能进行此操作', en: 'The election is in another status' });

/**
 * What is done with an election is done by two people: one proposes, another confirms exactly what was proposed. Either
 * may take a proposal back.
 */
@Injectable()
export class ContestActionsService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly actions: ActionsRepository,
    private readonly steps: ContestStepsService,
    private readonly audit: AuditTrail,
  ) {}

  async propose(who: Identity, place: ElectionPlace, proposal: ProposeAction): Promise<void> {
    const election = await this.contests.find(place);
    if (!FROM[proposal.action].includes(election.status)) throw notNow();
    await this.database.transaction(async (sql) => {
      const detail = await this.steps.detail(sql, election, proposal);
      await this.actions.propose(sql, {
        election: election.id,
        action: proposal.action,
        detail,
        person: who.person.id,
      });
      await this.note(sql, who, { type: `election-${proposal.action}-proposed`, election: election.id });
    });
  }

  async confirm(who: Identity, place: ElectionPlace, id: string): Promise<void> {
    const { id: election } = await this.contests.find(place);
    await this.database.transaction(async (sql) => {
      const proposal = await this.actions.take(sql, election, id);
      if (proposal === undefined) throw new DomainError('not-found');
      if (proposal.proposedBy === who.person.id) throw new DomainError('second-person-needed');
      const now = await this.contests.find(place);
      if (!FROM[proposal.action].includes(now.status)) throw notNow();
      await this.actions.finish(sql, id, who.person.id);
      await this.steps.carryOut(sql, now, proposal);
      await this.note(sql, who, { type: `election-${proposal.action}`, election });
    });
    this.steps.forget(election);
  }

  async withdraw(who: Identity, place: ElectionPlace, id: string): Promise<void> {
    const { id: election } = await this.contests.find(place);
    await this.database.transaction(async (sql) => {
      const proposal = await this.actions.take(sql, election, id);
      if (proposal === undefined) throw new DomainError('not-found');
      await this.actions.withdraw(sql, id);
      await this.note(sql, who, { type: `election-${proposal.action}-withdrawn`, election });
    });
  }

  private note(sql: Sql, who: Identity, { type, election }: { type: string; election: string }): Promise<void> {
    return this.audit.append(sql, { type, person: who.person.id, subject: election });
  }
}
