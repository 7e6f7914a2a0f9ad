import { join } from 'node:path';
import { type DynamicModule, Global, Module, type OnApplicationShutdown } from '@nestjs/common';
import { Pool } from 'pg';
import { Clock } from '../modules/clock.ts';
import { FilesFolder } from '../modules/files/files-folder.ts';
import { Mail, MailSettings } from '../modules/mail.ts';
import { PublishedProgrammes } from '../modules/published-programmes.ts';
import { PASSWORD_POLICIES } from '../modules/sessions/password-policy.ts';
import { SessionSettings } from '../modules/sessions/session-settings.ts';
import { Database } from '../storage/database.ts';
import type { Config } from './config.ts';

const sessionSettings = ({ publicUrl, isDemo, passwordPolicy }: Config): SessionSettings =>
  new SessionSettings({
    isHttps: publicUrl?.startsWith('https:') === true,
    isDemonstration: isDemo,
    policy: PASSWORD_POLICIES[passwordPolicy],
  });

const mailSettings = ({ smtpUrl, mailFrom, publicUrl }: Config): MailSettings =>
  new MailSettings({ smtpUrl, from: mailFrom, publicUrl });

/** What every door stands on: the database, the time, the published programmes, the settings. */
@Global()
@Module({})
export class FoundationModule implements OnApplicationShutdown {
  constructor(private readonly pool: Pool) {}

  /** After the last request was answered. */
  async onApplicationShutdown(): Promise<void> {
    await this.pool.end();
  }

  static of({ config, pool }: { config: Config; pool: Pool }): DynamicModule {
    const values = [
      { provide: Pool, useValue: pool },
      { provide: FilesFolder, useValue: new FilesFolder(join(config.dataFolder, 'files')) },
      { provide: SessionSettings, useValue: sessionSettings(config) },
      { provide: MailSettings, useValue: mailSettings(config) },
    ];
    return {
      module: FoundationModule,
      providers: [...values, Database, Clock, Mail, PublishedProgrammes],
      exports: [Pool, FilesFolder, SessionSettings, Database, Clock, Mail, PublishedProgrammes],
    };
  }
}
