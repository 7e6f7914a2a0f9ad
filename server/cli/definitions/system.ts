import 'reflect-metadata';
import { join } from 'node:path';
import { type INestApplicationContext, Module, type NestApplicationOptions } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { readConfig } from '../../app/config.ts';
import { FoundationModule } from '../../app/foundation.module.ts';
import { AuditModule } from '../../modules/audit/audit.module.ts';
import { DefinitionsModule } from '../../modules/definitions/definitions.module.ts';
import { PublishingModule } from '../../modules/definitions/publishing.module.ts';
import { DesignsModule } from '../../modules/designs/designs.module.ts';
import { OrganisationsModule } from '../../modules/organisations/organisations.module.ts';
import { PublicationsModule } from '../../modules/publications/publications.module.ts';
import { SessionsModule } from '../../modules/sessions/sessions.module.ts';
import { openPool } from '../../storage/pool.ts';
import { startEmbeddedPostgres } from '../../storage/embedded-postgres.ts';
import { migrate } from '../../storage/migrate.ts';

/** A failure is told by the command, not by the framework. */
const SILENT: Pick<NestApplicationOptions, 'logger' | 'abortOnError'> = {
  logger: ['error'],
  abortOnError: false,
};

/** What publishing needs of the system: no web server, no timers, no queue. */
@Module({})
class PublishingSystem {}

const openDatabase = async (): Promise<{ url: string; stop: () => Promise<void> }> => {
  const { databaseUrl, dataFolder } = readConfig();
  if (databaseUrl !== undefined) return { url: databaseUrl, stop: () => Promise.resolve() };
  // Beside a running system its own PostgreSQL is used.
  return startEmbeddedPostgres({ folder: join(dataFolder, 'postgres'), join: true });
};

/** Does something with the system's services on the configured database, and closes everything after it. */
export const withSystem = async <Result>(
  work: (services: INestApplicationContext) => Promise<Result>,
): Promise<Result> => {
  const database = await openDatabase();
  try {
    await migrate(database.url);
    const pool = openPool(database.url, { connections: 4 });
    const services = await NestFactory.createApplicationContext(
      {
        module: PublishingSystem,
        imports: [
          FoundationModule.of({ config: readConfig(), pool }),
          AuditModule,
          DefinitionsModule,
          PublishingModule,
          DesignsModule,
          OrganisationsModule,
          PublicationsModule,
          SessionsModule,
        ],
      },
      SILENT,
    );
    try {
      return await work(services);
    } finally {
      await services.close();
    }
  } finally {
    await database.stop();
  }
};
