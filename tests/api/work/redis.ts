import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';

export interface TestRedis {
  url: string;
  client: Redis;
  /** Kills the server at once; everything that it held is gone. */
  crash: () => Promise<void>;
  /** Starts it again, empty, at the same address. */
  restart: () => Promise<void>;
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
  const options = ['--port', String(port), '--bind', '127.0.0.1', '--dir', folder, '--save', ''];
  const launch = (): ChildProcess =>
    spawn('redis-server', [...options, '--maxmemory-policy', 'noeviction'], { stdio: 'ignore' });
  let server = launch();
  const url = `redis://127.0.0.1:${String(port)}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 50 });
  client.on('error', () => undefined);
  await client.ping();
  const crash = async (): Promise<void> => {
    const gone = ended(server);
    server.kill('SIGKILL');
    await gone;
  };
  return {
    url,
    client,
    crash,
    restart: async () => {
      server = launch();
      await client.ping();
    },
    stop: async () => {
      client.disconnect();
      await crash();
      rmSync(folder, { recursive: true, force: true });
    },
  };
};
