import { Controller, Get, Header, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Database } from '../storage/database.ts';
import { Allow } from '../modules/allow.ts';
import { DomainError } from '../modules/domain-error.ts';
import { Metrics } from './metrics.ts';

const LOOPBACK = /^(127\.|::1$|::ffff:127\.)/;

/** A proxy on this machine speaks for strangers, and says so; then the address says nothing. */
const isFromHere = ({ socket, headers }: FastifyRequest): boolean =>
  LOOPBACK.test(socket.remoteAddress ?? '') &&
  headers['x-forwarded-for'] === undefined &&
  headers.forwarded === undefined;

/** What those ask who keep the system running. */
@Controller()
export class OperationsController {
  constructor(
    private readonly database: Database,
    private readonly metrics: Metrics,
  ) {}

  /** The process answers. */
  @Get('health')
  @Header('cache-control', 'no-store')
  @Allow('public')
  health(): { status: 'ok' } {
    return { status: 'ok' };
  }

  /** The process can do its work: the database answers. */
  @Get('ready')
  @Header('cache-control', 'no-store')
  @Allow('public')
  async ready(): Promise<{ status: 'ready' }> {
    try {
      await this.database.query('SELECT 1');
    } catch {
      throw new DomainError('unavailable');
    }
    return { status: 'ready' };
  }

  /** For a Prometheus on the same machine. */
  @Get('metrics')
  @Allow('public')
  async show(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    if (!isFromHere(request)) throw new DomainError('not-found');
    const { type, body } = await this.metrics.text();
    await reply.header('cache-control', 'no-store').type(type).send(body);
  }
}
