import { Injectable } from '@nestjs/common';
import type { OrderCount } from '../../contract/wire/contest-tally.ts';
import type { Sql } from '../../storage/database.ts';
import { DomainError } from '../domain-error.ts';
import { JuryMarks } from '../jury-marks.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';

const beingJudged = (): DomainError =>
  new DomainError('conflict', { zh: '评审尚未结束', en: 'The judges have not finished yet' });

/** What a count takes beside the ballots: the marks of the case's judges, unless the order names other values. */
@Injectable()
export class CountSourcesService {
  constructor(
    private readonly cases: ContestCasesRepository,
    private readonly marks: JuryMarks,
  ) {}

  async complete(sql: Sql, election: string, given: OrderCount): Promise<OrderCount> {
    const origin = await this.cases.originOf(sql, election);
    if (origin === undefined) return given;
    if ((await this.marks.standing(origin.caseId)) === 'open') throw beingJudged();
    return { ...given, sources: { ...(await this.marks.of(origin.caseId)), ...given.sources } };
  }
}
