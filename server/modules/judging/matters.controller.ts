import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { CloseMatter, MatterReference, MattersView, OpenMatter } from '../../contract/wire/matter.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { MattersService } from './matters.service.ts';

const Id = z.uuid();

/** Side records of a case. */
@Controller('cases/:id/matters')
@Allow('signed-in')
export class MattersController {
  constructor(private readonly matters: MattersService) {}

  @Get()
  @Answers(MattersView)
  view(
    @Param('id', { schema: Id }) caseId: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<MattersView> {
    return this.matters.view(who, caseId, language);
  }

  @Post()
  @HttpCode(201)
  @Answers(MatterReference)
  open(
    @Param('id', { schema: Id }) caseId: string,
    @Body({ schema: OpenMatter }) body: OpenMatter,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<MatterReference> {
    return this.matters.open({ who, caseId, language }, body);
  }

  @Post(':matter/close')
  @HttpCode(200)
  @Answers(MatterReference)
  close(
    @Param('id', { schema: Id }) caseId: string,
    @Param('matter', { schema: Id }) matter: string,
    @Body({ schema: CloseMatter }) body: CloseMatter,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<MatterReference> {
    return this.matters.close({ who, caseId, language }, matter, body);
  }
}
