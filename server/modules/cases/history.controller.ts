import { Controller, Get, Param, Query } from '@nestjs/common';
import { z } from 'zod';
import { Change, DifferenceQuery, EventView, SubmissionRow, SubmissionView } from '../../contract/wire/case.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { HistoryService } from './history.service.ts';

const CaseId = z.uuid();

/** The past of a case: who did what, and what was written in each version. */
@Controller('cases')
@Allow('signed-in')
export class HistoryController {
  constructor(private readonly history: HistoryService) {}

  @Get(':id/events')
  @Answers(z.array(EventView))
  events(
    @Param('id', { schema: CaseId }) caseId: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<EventView[]> {
    return this.history.events(who, caseId, language);
  }

  @Get(':id/submissions')
  @Answers(z.array(SubmissionRow))
  submissions(@Param('id', { schema: CaseId }) caseId: string, @Who() who: Identity): Promise<SubmissionRow[]> {
    return this.history.submissions(who, caseId);
  }

  @Get(':id/submissions/:n')
  @Answers(SubmissionView)
  submission(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('n', { schema: z.coerce.number().int().min(1).max(1_000_000) }) n: number,
    @Who() who: Identity,
  ): Promise<SubmissionView> {
    return this.history.submission(who, caseId, n);
  }

  @Get(':id/difference')
  @Answers(z.array(Change))
  difference(
    @Param('id', { schema: CaseId }) caseId: string,
    @Query({ schema: DifferenceQuery }) query: DifferenceQuery,
    @Who() who: Identity,
  ): Promise<Change[]> {
    return this.history.difference(who, caseId, query);
  }
}
