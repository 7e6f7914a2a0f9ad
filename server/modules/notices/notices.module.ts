import { Module } from '@nestjs/common';
import { NoticesController } from './notices.controller.ts';
import { NoticesRepository } from './notices.repository.ts';

@Module({ controllers: [NoticesController], providers: [NoticesRepository] })
export class NoticesModule {}
