import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { z } from 'zod';
import { Reveal } from '../../contract/wire/case.ts';
import type { Page } from '../../contract/wire/page.ts';
import { OneTimePassword, PersonQuery, PersonView, RevealedPhone, SavePerson } from '../../contract/wire/person.ts';
import { Allow } from '../allow.ts';
import { Answers, pageOf } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { PeopleService } from './people.service.ts';

const PersonId = z.uuid();

@Controller('people')
@Allow({ permission: 'people.manage' })
export class PeopleController {
  constructor(private readonly people: PeopleService) {}

  @Get()
  @Answers(pageOf(PersonView))
  list(
    @Query({ schema: PersonQuery }) query: PersonQuery,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<Page<PersonView>> {
    return this.people.page(who, query, language);
  }

  @Get(':id')
  @Answers(PersonView)
  show(
    @Param('id', { schema: PersonId }) id: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<PersonView> {
    return this.people.show(who, id, language);
  }

  @Post()
  @HttpCode(201)
  @Answers(OneTimePassword)
  create(@Body({ schema: SavePerson }) body: SavePerson, @Who() who: Identity): Promise<OneTimePassword> {
    return this.people.create(who, body);
  }

  @Patch(':id')
  @Answers(PersonView)
  change(
    @Param('id', { schema: PersonId }) id: string,
    @Body({ schema: SavePerson }) body: SavePerson,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<PersonView> {
    return this.people.change(who, id, body, language);
  }

  @Post(':id/password')
  @HttpCode(200)
  @Answers(OneTimePassword)
  resetPassword(@Param('id', { schema: PersonId }) id: string, @Who() who: Identity): Promise<OneTimePassword> {
    return this.people.resetPassword(who, id);
  }

  @Post(':id/unlock')
  @HttpCode(204)
  unlock(@Param('id', { schema: PersonId }) id: string, @Who() who: Identity): Promise<void> {
    return this.people.unlock(who, id);
  }

  @Post(':id/phone')
  @HttpCode(200)
  @Answers(RevealedPhone)
  reveal(
    @Param('id', { schema: PersonId }) id: string,
    @Body({ schema: Reveal }) { reason }: z.infer<typeof Reveal>,
    @Who() who: Identity,
  ): Promise<RevealedPhone> {
    return this.people.reveal(who, id, reason);
  }
}
