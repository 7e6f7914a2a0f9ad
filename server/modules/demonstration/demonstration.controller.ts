import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { MoveClock, MovedClock } from '../../contract/wire/session.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { DemonstrationClockService } from './demonstration-clock.service.ts';

/** What only a demonstration can do. */
@Controller('demonstration')
export class DemonstrationController {
  constructor(private readonly clock: DemonstrationClockService) {}

  @Post('clock')
  @HttpCode(200)
  @Allow({ permission: ['programmes.manage', 'deadlines.manage'] })
  @Answers(MovedClock)
  move(@Body({ schema: MoveClock }) { to }: MoveClock): Promise<MovedClock> {
    return this.clock.move(to);
  }
}
