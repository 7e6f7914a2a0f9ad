import { getQueueToken } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { QUEUE } from './queue.ts';
import { prepareQueueSchema } from './queue-schema.ts';
import { Relay } from './relay.ts';
import { WorkModule, type WorkParts } from './work.module.ts';

/** The hands at work in this process. */
export interface Work {
  /** Ends what has begun and takes nothing new. */
  stop(): Promise<void>;
}

/** Starts relay and worker; more processes may do the same side by side. */
export const startWork = async (parts: WorkParts): Promise<Work> => {
  if (parts.place.redisUrl === undefined) await prepareQueueSchema(parts.place.databaseUrl);
  const options = Object.assign(new NestApplicationContextOptions(), { abortOnError: false });
  const context = await NestFactory.createApplicationContext(WorkModule.of(parts), options);
  const log = new Logger('Queue');
  context.get<Queue>(getQueueToken(QUEUE)).on('error', (error) => {
    log.error(error);
  });
  const relay = context.get(Relay);
  relay.start();
  return {
    stop: async () => {
      await relay.stop();
      await context.close();
    },
  };
};
