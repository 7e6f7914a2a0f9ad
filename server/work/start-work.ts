import { getQueueToken } from '@nestjs/bullmq';
import { Logger } from '@nestjs/common';
import { NestApplicationContextOptions } from '@nestjs/common/interfaces/nest-application-context-options.interface.js';
import { NestFactory } from '@nestjs/core';
import type { Queue } from 'bullmq';
import { setTimeout as sleep } from 'node:timers/promises';
import { StartRefused } from '../storage/start-refused.ts';
import { QUEUE } from './queue.ts';
import { prepareQueueSchema } from './queue-schema.ts';
import { Relay } from './relay.ts';
import { WorkModule, type WorkParts } from './work.module.ts';

/** The hands at work in this process. */
export interface Work {
  /** Ends what has begun and takes nothing new. */
  stop(): Promise<void>;
}

/** Between two attempts to begin, milliseconds. */
const PAUSE = 2_000;

const begin = async (parts: WorkParts): Promise<Work> => {
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

/** Undefined where it may go better the next time; a start that must be refused is. */
const attempt = async (parts: WorkParts): Promise<Work | undefined> => {
  try {
    return await begin(parts);
  } catch (error) {
    if (error instanceof StartRefused) throw error;
    new Logger('Work').error(error);
    return undefined;
  }
};

const beginLater = async (parts: WorkParts, signal: AbortSignal): Promise<Work | undefined> => {
  for (;;) {
    await sleep(PAUSE, undefined, { signal, ref: false }).catch(() => undefined);
    if (signal.aborted) return undefined;
    const work = await attempt(parts).catch(() => undefined);
    if (work !== undefined) return work;
  }
};

/**
 * Starts relay and worker; more processes may do the same side by side. Where the database or the queue is away at this
 * moment, pages are served all the same, and the work begins when it is back.
 */
export const startWork = async (parts: WorkParts): Promise<Work> => {
  const work = await attempt(parts);
  if (work !== undefined) return work;
  const ending = new AbortController();
  const later = beginLater(parts, ending.signal);
  return {
    stop: async () => {
      ending.abort();
      await (await later)?.stop();
    },
  };
};
