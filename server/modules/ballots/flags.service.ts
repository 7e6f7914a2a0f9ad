import { Injectable } from '@nestjs/common';
import type { ContestFlag, DecideFlag } from '../../contract/wire/contest.ts';
import { Database } from '../../storage/database.ts';
import { AuditTrail } from '../audit-trail.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import type { ElectionPlace } from './contest-actions.service.ts';
import { ContestsService } from './contests.service.ts';
import { FlagsRepository } from './flags.repository.ts';

const ENDED = ['closed', 'certified', 'void'];

/** Anomalies, told as aggregates. While ballots come in they would hint at how many did, so they are told after closing. */
@Injectable()
export class FlagsService {
  constructor(
    private readonly database: Database,
    private readonly contests: ContestsService,
    private readonly flags: FlagsRepository,
    private readonly audit: AuditTrail,
  ) {}

  async of(place: ElectionPlace): Promise<ContestFlag[]> {
    const { id } = await this.ended(place);
    return this.flags.of(id);
  }

  /** What was found out; told once, and no ballot is touched by it. */
  async decide(
    who: Identity,
    place: ElectionPlace,
    { flag, decision }: DecideFlag & { flag: string },
  ): Promise<ContestFlag[]> {
    const { id: election } = await this.ended(place);
    await this.database.transaction(async (sql) => {
      const isDecided = await this.flags.decide(sql, { election, id: flag, decision, person: who.person.id });
      if (!isDecided) throw new DomainError('not-found');
      const line = { type: 'election-flag-decided', person: who.person.id, subject: election };
      await this.audit.append(sql, line);
    });
    return this.flags.of(election);
  }

  private async ended(place: ElectionPlace) {
    const election = await this.contests.find(place);
    if (ENDED.includes(election.status)) return election;
    throw new DomainError('conflict', {
      zh: '投票结束后才能查看异常提示',
      en: 'What stands out is told after the election closed',
    });
  }
}
