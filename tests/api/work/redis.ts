import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedis {
  url: string;
  client: Redis;
  stop: () => Promise<void>;
}

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => {
        done(port);
      });
    });
  });

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    child.once('exit', () => {
      done();
    });
  });

/** A Redis server of the test's own, with the settings that a queue needs. */
export const redis = async (): Promise<TestRedis> => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-redis-'));
  const port = await freePort();
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--maxmemory-policy', 'noeviction'];
  const server = spawn('redis-server', [...options, '--appendonly', 'yes'], { stdio: 'ignore' });
  const url = `redis://127.0.0.1:${String(port)}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  await client.ping();
  return {
    url,
    client,
    stop: async () => {
      client.disconnect();
      const gone = ended(server);
      server.kill();
      await gone;
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
