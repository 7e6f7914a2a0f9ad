import { randomUUID } from 'node:crypto';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  LogController,
} from 'fastify';
import type { Logger } from 'pino';
import type { Config } from './config.ts';
import { DomainError } from '../modules/domain-error.ts';
import { BODY_LIMIT, parseJsonBody } from './json-body.ts';
import { writeProblem } from './problem.filter.ts';

/** A request that takes longer to arrive is given up; photos over a slow line need their minutes. */
const REQUEST_TIMEOUT_MS = 600_000;

const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json(?:$|;|\s)/;

/** Bodies are JSON, or files where a route takes them; a page of another site can post neither without asking first. */
const acceptJsonOnly = (server: FastifyInstance): void => {
  server.removeAllContentTypeParsers();
  server.addContentTypeParser(JSON_TYPE, { parseAs: 'buffer' }, (_request, body: Buffer, done) => {
    try {
      done(null, parseJsonBody(body));
    } catch (error) {
      done(error as Error);
    }
  });
};

/** A route says by its configuration (`@RouteConfig`) that it takes larger bodies than others. */
const letRoutesTakeMore = (server: FastifyInstance): void => {
  server.addHook('onRoute', (route) => {
    const { bodyLimit } = (route.config ?? {}) as { bodyLimit?: number };
    if (bodyLimit !== undefined) route.bodyLimit = bodyLimit;
  });
};

/** One line a request: its id, its route as declared, how it ended. No address, no path with ids in it, no query. */
const logRequests = (server: FastifyInstance): void => {
  server.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  server.addHook('onResponse', (request, reply, done) => {
    request.log.info(
      {
        method: request.method,
        route: request.routeOptions.url ?? null,
        status: reply.statusCode,
        ms: Math.round(reply.elapsedTime * 10) / 10,
      },
      'request',
    );
    done();
  });
};

/** What cannot even be routed (an address that is not well encoded) is answered like every other refusal. */
const answerUnroutable = (_error: FastifyError, request: FastifyRequest, reply: FastifyReply): void => {
  writeProblem(new DomainError('bad-request'), request, reply);
};

/** As many hops as there are proxies in front are believed. */
const trusted = (proxies: Config['trustProxy']): false | string | ((address: string, hop: number) => boolean) =>
  typeof proxies === 'number' ? (_address, hop) => hop < proxies : proxies;

/** The web server under the application, with what holds for every route whoever declares it. */
export const webServer = ({ trustProxy }: Config, log: Logger): FastifyAdapter => {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT,
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: trusted(trustProxy),
    genReqId: () => randomUUID(),
    logController: new LogController({ requestIdLogLabel: 'request', disableRequestLogging: true }),
    frameworkErrors: answerUnroutable,
    loggerInstance: log,
    routerOptions: { maxParamLength: 200 },
  });
  const server: FastifyInstance = adapter.getInstance();
  acceptJsonOnly(server);
  letRoutesTakeMore(server);
  logRequests(server);
  return adapter;
};
