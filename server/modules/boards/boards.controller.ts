import { Controller, Get, Param } from '@nestjs/common';
import { Key } from '../../contract/key.ts';
import { BoardView } from '../../contract/wire/board.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { BoardsService } from './boards.service.ts';

/** The overview of a programme: organisations by form and period. */
@Controller('programmes/:programme/board')
export class BoardsController {
  constructor(private readonly boards: BoardsService) {}

  @Get()
  @Allow({ permission: ['boards.read', 'cases.review', 'cases.read'] })
  @Answers(BoardView)
  board(
    @Param('programme', { schema: Key }) programme: string,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<BoardView> {
    return this.boards.of(who, programme, language);
  }
}
