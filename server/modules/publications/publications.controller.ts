import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import {
  ConfirmPublication,
  MakePublication,
  PublicationPreview,
  PublicationView,
  WantedPublication,
} from '../../contract/wire/publication.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { READERS } from '../designs/edit-rights.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { PublicationsService } from './publications.service.ts';
import { PublishingDesk } from './publishing-desk.service.ts';

/** Fifty plans of the largest size. */
const PLANS_LIMIT = 12_000_000;

const Id = z.uuid();

/** Drafts become versions: looked at first, then let through. */
@Controller('programmes/:programme/publications')
@Allow({ permission: READERS })
export class PublicationsController {
  constructor(
    private readonly desk: PublishingDesk,
    private readonly publications: PublicationsService,
  ) {}

  @Get()
  @Answers(z.array(PublicationView))
  all(@Param('programme', { schema: Key }) programme: string, @Who() who: Identity): Promise<PublicationView[]> {
    return this.publications.all(who, programme);
  }

  @Post('preview')
  @HttpCode(200)
  @RouteConfig({ bodyLimit: PLANS_LIMIT })
  @Answers(PublicationPreview)
  preview(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: WantedPublication }) body: WantedPublication,
  ): Promise<PublicationPreview> {
    return this.desk.preview(programme, body);
  }

  @Post()
  @RouteConfig({ bodyLimit: PLANS_LIMIT })
  @Allow({ permission: 'definitions.publish' })
  @Answers(PublicationView)
  async make(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: MakePublication }) body: MakePublication,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    const id = await this.desk.make(who, programme, body);
    return this.publications.one({ who, programme, id });
  }

  @Get(':id')
  @Answers(PublicationView)
  one(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    return this.publications.one({ who, programme, id });
  }

  @Get(':id/preview')
  @Answers(PublicationPreview)
  previewWaiting(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<PublicationPreview> {
    return this.desk.previewWaiting({ who, programme, id });
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @Allow({ permission: 'definitions.publish' })
  @Answers(PublicationView)
  async confirm(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Body({ schema: ConfirmPublication }) { token }: ConfirmPublication,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    await this.desk.confirm({ who, programme, id }, token);
    return this.publications.one({ who, programme, id });
  }

  @Post(':id/withdraw')
  @HttpCode(200)
  @Answers(PublicationView)
  withdraw(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    return this.publications.withdraw({ who, programme, id });
  }

  @Post(':id/pause')
  @HttpCode(200)
  @Allow({ permission: 'definitions.publish' })
  @Answers(PublicationView)
  pause(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    return this.publications.pause({ who, programme, id });
  }

  @Post(':id/resume')
  @HttpCode(200)
  @Allow({ permission: 'definitions.publish' })
  @Answers(PublicationView)
  resume(
    @Param('programme', { schema: Key }) programme: string,
    @Param('id', { schema: Id }) id: string,
    @Who() who: Identity,
  ): Promise<PublicationView> {
    return this.publications.resume({ who, programme, id });
  }
}
