import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import {
  ChangeDeadline,
  DeadlineChanged,
  DeadlinePreview,
  DeadlinesView,
  MoveDeadline,
  RevokeExtension,
} from '../../contract/wire/deadline.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { DeadlineChangesService } from './deadline-changes.service.ts';
import { DeadlinesService } from './deadlines.service.ts';
import { RevokedTime } from './revoked-time.ts';

/** The deadlines of a programme, seen as one and moved. */
@Controller('programmes/:programme/deadlines')
@Allow({ permission: 'deadlines.manage' })
export class DeadlinesController {
  constructor(
    private readonly deadlines: DeadlinesService,
    private readonly changes: DeadlineChangesService,
    private readonly revoking: RevokedTime,
  ) {}

  @Get()
  @Answers(DeadlinesView)
  all(@Param('programme', { schema: Key }) programme: string, @Language() language: string): Promise<DeadlinesView> {
    return this.deadlines.of(programme, language);
  }

  @Post('preview')
  @HttpCode(200)
  @Answers(DeadlinePreview)
  preview(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: MoveDeadline }) body: MoveDeadline,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<DeadlinePreview> {
    return this.changes.preview({ who, programme, language }, body);
  }

  @Post('extensions/:id/revoke')
  @HttpCode(200)
  @Answers(DeadlineChanged)
  revoke(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: z.uuid() }) id: string,
    @Body({ schema: RevokeExtension }) { reason }: RevokeExtension,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<DeadlineChanged> {
    return this.revoking.revoke({ who, programme, language }, { id, reason });
  }

  @Post('change')
  @HttpCode(200)
  @Answers(DeadlineChanged)
  change(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: ChangeDeadline }) body: ChangeDeadline,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<DeadlineChanged> {
    return this.changes.change({ who, programme, language }, body);
  }
}
