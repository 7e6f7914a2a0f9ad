import 'reflect-metadata';
import { join } from 'node:path';
import type { NestApplicationOptions } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Logger } from 'pino';
import type { Pool } from 'pg';
import { checkDatabase } from '../storage/database-check.ts';
import { openPool } from '../storage/pool.ts';
import { ApiDocument } from './api-document.ts';
import { ApplicationModule } from './application.module.ts';
import { rootFolder } from './checkout.ts';
import type { Config } from './config.ts';
import { declaredRoutes, refuseUnlistedRoutes } from './declared-routes.ts';
import { openLog } from './log.ts';
import { Metrics } from './metrics.ts';
import { NestLog } from './nest-log.ts';
import { boothPage, servePages } from './pages.ts';
import { BoothProgram } from '../modules/ballots/booth-program.ts';
import { securityHeaders } from './security-headers.ts';
import { webServer } from './web-server.ts';

export interface ApplicationOptions {
  config: Config;
  /** A migrated database, as its owner; every statement then works as the role of the running system. */
  databaseUrl: string;
  /** Where the log goes; standard output where nothing is said. */
  log?: Logger;
  /** The built client; the checkout's own where nothing is said. */
  clientFolder?: string;
}

const connect = async (url: string, connections: number): Promise<Pool> => {
  const pool = openPool(url, { connections });
  try {
    await checkDatabase(pool);
    return pool;
  } catch (error) {
    await pool.end();
    throw error;
  }
};

/** Bodies are parsed by the web server's own rules; a start that fails is told by `fail`, not by the framework. */
const frameworkOptions = (log: Logger): Pick<NestApplicationOptions, 'logger' | 'bodyParser' | 'abortOnError'> => ({
  logger: new NestLog(log),
  bodyParser: false,
  abortOnError: false,
});

/** The whole system behind one web server, ready to listen. Closing it closes its connections to the database. */
export const createApplication = async (options: ApplicationOptions): Promise<NestFastifyApplication> => {
  const { config, databaseUrl, log = openLog(config), clientFolder = join(rootFolder(), 'dist/client') } = options;
  const isHttps = config.publicUrl?.startsWith('https:') === true;
  const pool = await connect(databaseUrl, config.databasePool);
  const app = await NestFactory.create<NestFastifyApplication>(
    ApplicationModule.of({ config, pool }),
    webServer(config, log),
    frameworkOptions(log),
  );
  app.setGlobalPrefix('api');
  app.enableCsrfProtection(config.publicUrl === undefined ? {} : { trustedOrigins: [config.publicUrl] });
  app.useSecurityHeaders(securityHeaders(isHttps));
  refuseUnlistedRoutes(declaredRoutes(app.get(ModulesContainer)));
  app.get(ApiDocument).describes(app);
  app.get(Metrics).observe(app.getHttpAdapter().getInstance());
  servePages(app, { folder: clientFolder, isHttps });
  app.get(BoothProgram, { strict: false }).serves(await boothPage(clientFolder));
  await app.init();
  return app;
};
