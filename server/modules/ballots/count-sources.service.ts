import { Injectable } from '@nestjs/common';
import type { OrderCount } from '../../contract/wire/contest-tally.ts';
import type { Sql } from '../../storage/database.ts';
import { JuryMarks } from '../jury-marks.ts';
import { ContestCasesRepository } from './contest-cases.repository.ts';

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
    return { ...given, sources: { ...(await this.marks.of(origin.caseId)), ...given.sources } };
  }
}
