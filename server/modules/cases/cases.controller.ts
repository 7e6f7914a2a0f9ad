import { Body, Controller, Get, Headers, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import {
  ActionResult,
  CaseQuery,
  CaseSummary,
  CaseView,
  Exempt,
  Extend,
  Reveal,
  RevealedData,
  SaveDraft,
  SavedDraft,
  TakeAction,
} from '../../contract/wire/case.ts';
import type { Page } from '../../contract/wire/page.ts';
import { Allow } from '../allow.ts';
import { Answers, pageOf } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { ActionsService } from './actions.service.ts';
import { CasesService } from './cases.service.ts';
import { DraftsService } from './drafts.service.ts';
import { RevealService } from './reveal.service.ts';

const CaseId = z.uuid();

/**
 * Cases and what is done with them. Everybody who is signed in may ask; what there is to see and to do is for the rules
 * of the case's workflow to say. A case that is none of the person's is not found.
 */
@Controller('cases')
@Allow('signed-in')
export class CasesController {
  constructor(
    private readonly cases: CasesService,
    private readonly actions: ActionsService,
    private readonly drafts: DraftsService,
    private readonly revealing: RevealService,
  ) {}

  @Get()
  @Answers(pageOf(CaseSummary))
  list(
    @Query({ schema: CaseQuery }) query: CaseQuery,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<Page<CaseSummary>> {
    return this.cases.page(who, query, language);
  }

  @Get(':id')
  @Answers(CaseView)
  show(
    @Param('id', { schema: CaseId }) id: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<CaseView> {
    return this.cases.view(who, id, language);
  }

  @Put(':id/draft')
  @Answers(SavedDraft)
  saveDraft(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: SaveDraft }) body: SaveDraft,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<SavedDraft> {
    return this.drafts.save({ who, caseId, language }, body);
  }

  @Post(':id/actions')
  @HttpCode(200)
  @Answers(ActionResult)
  act(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: TakeAction }) body: TakeAction,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.take({ who, caseId, key, language }, body);
  }

  @Post(':id/tasks/:task/claim')
  @HttpCode(200)
  @Answers(ActionResult)
  claim(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('task', { schema: Key }) task: string,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.claim({ who, caseId, key, language }, task);
  }

  @Post(':id/tasks/:task/release')
  @HttpCode(200)
  @Answers(ActionResult)
  release(
    @Param('id', { schema: CaseId }) caseId: string,
    @Param('task', { schema: Key }) task: string,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.release({ who, caseId, key, language }, task);
  }

  @Post(':id/extension')
  @HttpCode(200)
  @Answers(ActionResult)
  extend(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: Extend }) body: Extend,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.extend({ who, caseId, key, language }, body);
  }

  @Post(':id/exemption')
  @HttpCode(200)
  @Answers(ActionResult)
  exempt(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: Exempt }) body: Exempt,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.exempt({ who, caseId, key, language }, body);
  }

  @Post(':id/exemption/lift')
  @HttpCode(200)
  @Answers(ActionResult)
  liftExemption(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: Exempt }) body: Exempt,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<ActionResult> {
    return this.actions.liftExemption({ who, caseId, key, language }, body);
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Answers(RevealedData)
  reveal(
    @Param('id', { schema: CaseId }) caseId: string,
    @Body({ schema: Reveal }) body: Reveal,
    @Who() who: Identity,
  ): Promise<RevealedData> {
    return this.revealing.reveal(who, caseId, body);
  }
}
