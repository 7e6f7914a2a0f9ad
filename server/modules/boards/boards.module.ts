import { Module } from '@nestjs/common';
import { BoardRepository } from './board.repository.ts';
import { BoardsController } from './boards.controller.ts';
import { BoardsService } from './boards.service.ts';

@Module({ controllers: [BoardsController], providers: [BoardsService, BoardRepository] })
export class BoardsModule {}
