import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { Key } from '../../contract/key.ts';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { AddRecipients, DeliveryStep, DeliveryView, DropRecipients } from '../../contract/wire/delivery.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { DeliveriesService } from './deliveries.service.ts';

/** Mailing codes. No answer of these routes holds a code. */
@Controller('programmes/:programme/elections/:election/deliveries')
@Allow({ permission: 'contests.run' })
export class DeliveriesController {
  constructor(private readonly deliveries: DeliveriesService) {}

  @Get()
  @Answers(DeliveryView)
  view(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<DeliveryView> {
    return this.deliveries.view({ programme, election });
  }

  @Post()
  @Answers(DeliveryView)
  add(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Body({ schema: AddRecipients }) given: AddRecipients,
  ): Promise<DeliveryView> {
    return this.deliveries.add(who, { programme, election }, given);
  }

  @Post('next')
  @HttpCode(200)
  @Answers(DeliveryStep)
  next(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<DeliveryStep> {
    return this.deliveries.next(who, { programme, election });
  }

  @Delete()
  @Answers(DeliveryView)
  drop(
    @Who() who: Identity,
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
    @Query({ schema: DropRecipients }) given: DropRecipients,
  ): Promise<DeliveryView> {
    return this.deliveries.drop(who, { programme, election }, given);
  }
}
