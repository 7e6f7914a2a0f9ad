import { Controller, Get, Header, Param } from '@nestjs/common';
import { z } from 'zod';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { ElectionResult } from '../../contract/wire/election-result.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { ResultsService } from './results.service.ts';

const FileName = z.string().regex(/^[a-z]{1,20}\.(?:json|jsonl|txt)$/);

/** What was counted, for everybody. */
@Controller('elections/:election')
@Allow('public')
export class ResultsController {
  constructor(private readonly results: ResultsService) {}

  @Get('result')
  @Header('cache-control', 'no-store')
  @Answers(ElectionResult)
  result(@Param('election', { schema: ElectionId }) election: string): Promise<ElectionResult> {
    return this.results.result(election);
  }

  /** One file of the bundle, for those who look at a part of it. */
  @Get('bundle/:file')
  @Header('content-type', 'text/plain; charset=utf-8')
  @Header('cache-control', 'no-store')
  @Answers(z.string())
  file(
    @Param('election', { schema: ElectionId }) election: string,
    @Param('file', { schema: FileName }) file: string,
  ): Promise<string> {
    return this.results.file(election, file);
  }
}
