import { createHmac } from 'node:crypto';
import { isIPv6 } from 'node:net';
import { Injectable, Logger, type OnModuleDestroy, type OnModuleInit } from '@nestjs/common';
import { networkOf } from '../sessions/network.ts';
import { TrafficRepository } from './traffic.repository.ts';

/** Ten minutes, milliseconds: no finer time is kept of anything around a ballot. */
const BUCKET = 600_000;

/** How often what was counted is written, milliseconds. */
const FLUSH_EVERY = 60_000;

/** The network around an address, coarser than what attempts are counted for: a /24, or a /48. */
const neighbourhoodOf = (address: string): string => {
  const network = networkOf(address);
  return isIPv6(network.replace('::/64', '::'))
    ? network.split(':').slice(0, 3).join(':')
    : network.split('.').slice(0, 3).join('.');
};

/** Stands for a network as long as the key exists. */
export const networkTag = (key: string, address: string): string =>
  createHmac('sha256', Buffer.from(key, 'hex')).update(neighbourhoodOf(address)).digest('hex').slice(0, 16);

interface Cast {
  election: string;
  key: string | null;
  batch: string;
  address: string;
  isGood: boolean;
}

/**
 * Counts casts by batch, network and ten minutes, in memory first, so that no row of it is written beside a ballot. Holds
 * neither codes nor trackers.
 */
@Injectable()
export class Traffic implements OnModuleInit, OnModuleDestroy {
  private readonly log = new Logger(Traffic.name);
  private counts = new Map<string, { ok: number; bad: number }>();
  private timer: NodeJS.Timeout | undefined;

  constructor(private readonly traffic: TrafficRepository) {}

  onModuleInit(): void {
    this.timer = setInterval(() => {
      this.flush().catch((error: unknown) => this.log.error(error));
    }, FLUSH_EVERY);
    this.timer.unref();
  }

  async onModuleDestroy(): Promise<void> {
    clearInterval(this.timer);
    await this.flush().catch(() => undefined);
  }

  note({ election, key, batch, address, isGood }: Cast): void {
    if (key === null) return;
    const bucket = Math.floor(Date.now() / BUCKET) * BUCKET;
    const place = JSON.stringify([election, bucket, batch, networkTag(key, address)]);
    const count = this.counts.get(place) ?? { ok: 0, bad: 0 };
    this.counts.set(place, isGood ? { ...count, ok: count.ok + 1 } : { ...count, bad: count.bad + 1 });
  }

  async flush(): Promise<void> {
    const counted = this.counts;
    this.counts = new Map();
    const rows = [...counted].map(([place, count]) => {
      const [election, bucket, batch, tag] = JSON.parse(place) as [string, number, string, string];
      return { election, bucket: new Date(bucket), batch, tag, ...count };
    });
    for (const row of rows) await this.traffic.add(row);
    for (const election of new Set(rows.map((row) => row.election))) await this.traffic.raiseFlags(election);
  }
}
