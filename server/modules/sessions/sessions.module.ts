import { Module } from '@nestjs/common';
import { CredentialsRepository } from './credentials.repository.ts';
import { DemonstrationService } from './demonstration.service.ts';
import { InstallationController } from './installation.controller.ts';
import { InstallationRepository } from './installation.repository.ts';
import { InstallationService } from './installation.service.ts';
import { PasswordsService } from './passwords.service.ts';
import { SessionAnswer } from './session-answer.ts';
import { SessionCookie } from './session-cookie.ts';
import { SessionsController } from './sessions.controller.ts';
import { SessionsRepository } from './sessions.repository.ts';
import { SessionsService } from './sessions.service.ts';
import { SetUpService } from './set-up.service.ts';
import { SignInService } from './sign-in.service.ts';

@Module({
  controllers: [SessionsController, InstallationController],
  providers: [
    CredentialsRepository,
    DemonstrationService,
    InstallationRepository,
    InstallationService,
    PasswordsService,
    SessionAnswer,
    SessionCookie,
    SessionsRepository,
    SessionsService,
    SetUpService,
    SignInService,
  ],
  exports: [CredentialsRepository, InstallationService, PasswordsService, SessionCookie, SessionsService, SetUpService],
})
export class SessionsModule {}
