import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { z } from 'zod';
import { NoticeView } from '../../contract/wire/audit.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { NoticesRepository } from './notices.repository.ts';

/** Messages to the person who asks, newest first. */
@Controller('notices')
@Allow('signed-in')
export class NoticesController {
  constructor(private readonly notices: NoticesRepository) {}

  @Get()
  @Answers(z.array(NoticeView))
  list(@Who() who: Identity): Promise<NoticeView[]> {
    return this.notices.of(who.person.id);
  }

  @Post(':id/read')
  @HttpCode(204)
  async markRead(@Param('id', { schema: z.uuid() }) id: string, @Who() who: Identity): Promise<void> {
    if (!(await this.notices.markRead(who.person.id, id))) throw new DomainError('not-found');
  }
}
