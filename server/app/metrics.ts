import { Injectable } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import type { Histogram, Registry } from 'prom-client';
import { Pool } from 'pg';

interface Instruments {
  registry: Registry;
  requests: Histogram<'method' | 'route' | 'status'>;
}

/**
 * Counts and durations for Prometheus, by declared route, so that no address of anybody's case becomes a label. The
 * library is loaded after the server listens: the first page does not wait for it, the first second goes uncounted.
 */
@Injectable()
export class Metrics {
  private instruments: Promise<Instruments> | undefined;
  private ready: Instruments | undefined;

  constructor(private readonly pool: Pool) {}

  /** Counts every request of the server from the moment at which the instruments are there. */
  observe(server: FastifyInstance): void {
    server.addHook('onListen', (done) => {
      void this.open();
      done();
    });
    server.addHook('onResponse', (request, reply, done) => {
      const { method, routeOptions } = request;
      this.ready?.requests.observe(
        { method, route: routeOptions.url ?? 'none', status: String(reply.statusCode) },
        reply.elapsedTime / 1000,
      );
      done();
    });
  }

  /** Everything that is measured, in the text format of Prometheus. */
  async text(): Promise<{ type: string; body: string }> {
    const { registry } = await this.open();
    return { type: registry.contentType, body: await registry.metrics() };
  }

  private open(): Promise<Instruments> {
    this.instruments ??= this.make().then((made) => (this.ready = made));
    return this.instruments;
  }

  private async make(): Promise<Instruments> {
    const { Gauge, Histogram, Registry, collectDefaultMetrics } = await import('prom-client');
    const registry = new Registry();
    collectDefaultMetrics({ register: registry });
    const requests = new Histogram({
      name: 'formflow_http_request_duration_seconds',
      help: 'Duration of requests by declared route and status',
      labelNames: ['method', 'route', 'status'] as const,
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
      registers: [registry],
    });
    const { pool } = this;
    const connections = new Gauge({
      name: 'formflow_database_connections',
      help: 'Connections of the pool by state; waiting counts requests that wait for one',
      labelNames: ['state'] as const,
      registers: [registry],
      collect: () => {
        connections.set({ state: 'open' }, pool.totalCount);
        connections.set({ state: 'idle' }, pool.idleCount);
        connections.set({ state: 'waiting' }, pool.waitingCount);
      },
    });
    return { registry, requests };
  }
}
