import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { z } from 'zod';
import { EditedProgramme, NewProgramme, NewProgrammeMade } from '../../contract/wire/design.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { READERS } from './edit-rights.ts';
import { ProgrammesService } from './programmes.service.ts';

/** Programmes as they are begun. */
@Controller()
export class ProgrammesController {
  constructor(private readonly programmes: ProgrammesService) {}

  @Get('definitions/programmes')
  @Allow({ permission: READERS })
  @Answers(z.array(EditedProgramme))
  all(@Who() who: Identity, @Language() language: string): Promise<EditedProgramme[]> {
    return this.programmes.all(who, language);
  }

  @Post('programmes')
  @HttpCode(201)
  @Allow({ permission: 'programmes.manage' })
  @Answers(NewProgrammeMade)
  make(
    @Body({ schema: NewProgramme }) body: NewProgramme,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<NewProgrammeMade> {
    return this.programmes.make(who, body, language);
  }
}
