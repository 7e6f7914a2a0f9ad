import { Body, Controller, Get, Headers, HttpCode, Post, Query } from '@nestjs/common';
import { BeginCase, BegunCase, Starts, StartsQuery } from '../../contract/wire/start.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { StartsService } from './starts.service.ts';

/** What people may begin by themselves. Everybody who is signed in may ask; the workflow's actors decide. */
@Controller('starts')
@Allow('signed-in')
export class StartsController {
  constructor(private readonly starts: StartsService) {}

  @Get()
  @Answers(Starts)
  offers(
    @Query({ schema: StartsQuery }) { q }: StartsQuery,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<Starts> {
    return this.starts.offers(who, q === '' ? undefined : q, language);
  }

  @Post()
  @HttpCode(201)
  @Answers(BegunCase)
  begin(
    @Body({ schema: BeginCase }) body: BeginCase,
    @Headers('idempotency-key') key: string | undefined,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<BegunCase> {
    return this.starts.start({ who, key, language }, body);
  }
}
