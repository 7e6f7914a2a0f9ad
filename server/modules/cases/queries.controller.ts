import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { AnswerQuery, OpenQuery, QueryReference } from '../../contract/wire/case.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { QueriesService } from './queries.service.ts';

const Id = z.uuid();

@Controller('cases/:id/queries')
@Allow('signed-in')
export class QueriesController {
  constructor(private readonly queries: QueriesService) {}

  @Post()
  @HttpCode(201)
  @Answers(QueryReference)
  open(
    @Param('id', { schema: Id }) caseId: string,
    @Body({ schema: OpenQuery }) body: OpenQuery,
    @Who() who: Identity,
  ): Promise<QueryReference> {
    return this.queries.open(who, caseId, body);
  }

  @Post(':query/answer')
  @HttpCode(200)
  @Answers(QueryReference)
  answer(
    @Param('id', { schema: Id }) caseId: string,
    @Param('query', { schema: Id }) id: string,
    @Body({ schema: AnswerQuery }) { text }: AnswerQuery,
    @Who() who: Identity,
  ): Promise<QueryReference> {
    return this.queries.answer(who, caseId, { id, text });
  }

  @Post(':query/close')
  @HttpCode(200)
  @Answers(QueryReference)
  close(
    @Param('id', { schema: Id }) caseId: string,
    @Param('query', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<QueryReference> {
    return this.queries.close(who, caseId, id);
  }
}
