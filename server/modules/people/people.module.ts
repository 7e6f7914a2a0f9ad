import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module.ts';
import { AccountsService } from './accounts.service.ts';
import { GrantsService } from './grants.service.ts';
import { PeopleController } from './people.controller.ts';
import { PeopleRepository } from './people.repository.ts';
import { PeopleService } from './people.service.ts';

@Module({
  imports: [SessionsModule],
  controllers: [PeopleController],
  providers: [AccountsService, GrantsService, PeopleRepository, PeopleService],
})
export class PeopleModule {}
