import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ChaseCases, Chased } from '../../contract/wire/case.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { ChaseService } from './chase.service.ts';

/** One message to everybody who still owes a report. */
@Controller('cases')
export class ChaseController {
  constructor(private readonly chasing: ChaseService) {}

  @Post('chase')
  @HttpCode(200)
  @Allow({ permission: 'notices.send' })
  @Answers(Chased)
  chase(@Body({ schema: ChaseCases }) body: ChaseCases, @Who() who: Identity): Promise<Chased> {
    return this.chasing.chase(who, body);
  }
}
