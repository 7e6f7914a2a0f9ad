import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { ActionResult } from '../../contract/wire/case.ts';
import { FinishTask, JudgingView, Recuse, SaveMarks, SavedMarks, TakeSeat } from '../../contract/wire/judging.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { JudgingService } from './judging.service.ts';

const CaseId = z.uuid();

/** Tasks that several people judge, and their sheets. Who may is for the rules of the case's workflow to say. */
@Controller('cases/:id')
@Allow('signed-in')
export class JudgingController {
  constructor(private readonly judging: JudgingService) {}

  @Get('judging')
  @Answers(JudgingView)
  view(
    @Param('id', { schema: CaseId }) caseId: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<JudgingView> {
    return this.judging.view(who, caseId, language);
  }

  @Post('tasks/:task/finish')
  @HttpCode(200)
  @Answers(ActionResult)
  finish(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('task', { schema: Key }) task: string,
    @Body({ schema: FinishTask }) body: FinishTask,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.judging.finish({ who, caseId, key, language }, task, body);
  }

  @Post('tasks/:task/recusal')
  @HttpCode(200)
  @Answers(ActionResult)
  recuse(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('task', { schema: Key }) task: string,
    @Body({ schema: Recuse }) body: Recuse,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.judging.recuse({ who, caseId, key, language }, task, body);
  }

  @Post('tasks/:task/seat')
  @HttpCode(200)
  @Answers(ActionResult)
  seat(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('task', { schema: Key }) task: string,
    @Body({ schema: TakeSeat }) body: TakeSeat,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.judging.seat({ who, caseId, key, language }, task, body);
  }

  @Put('marks/:marks')
  @Answers(SavedMarks)
  save(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('marks', { schema: Key }) marks: string,
    @Body({ schema: SaveMarks }) body: SaveMarks,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<SavedMarks> {
    return this.judging.save({ who, caseId, key: undefined, language }, marks, body);
  }
}
