/**
 * One PostgreSQL for a whole run of the tests, started when the first test asks for it: a test file that needs no
 * database waits for none. The tests ask over a socket; this process, which outlives them all, holds the supervisor,
 * so that PostgreSQL and its folder are gone when the run is, however it ends.
 */
import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const SUPERVISOR = resolve(import.meta.dirname, '../../server/storage/postgres-supervisor.mjs');

const startCluster = (folder) => {
  const task = { folder: join(folder, 'postgres'), temporary: true, settings: { max_connections: '300' } };
  const child = spawn(process.execPath, [SUPERVISOR, JSON.stringify(task)], {
    detached: true,
    env: {},
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const report = new Promise((done) => {
    child.once('message', done);
    child.once('exit', () => done({ en: 'the supervisor of PostgreSQL ended' }));
  });
  void report.then(() => {
    child.channel?.unref();
    child.unref();
  });
  return { child, report };
};

const stopCluster = ({ child }) =>
  new Promise((done) => {
    if (child.exitCode !== null) return done();
    child.ref();
    child.once('exit', () => done());
    child.disconnect();
  });

export default async () => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-tests-'));
  chmodSync(folder, 0o755);
  const socket = join(folder, 'ask');
  let cluster;
  const server = createServer((asking) => {
    asking.on('error', () => undefined);
    cluster ??= startCluster(folder);
    void cluster.report.then((report) => asking.end(JSON.stringify(report)));
  });
  await new Promise((done) => server.listen(socket, done));
  server.unref();
  process.env.TEST_CLUSTER_SOCKET = socket;
  globalThis.endOfTests = async () => {
    server.close();
    if (cluster !== undefined) await stopCluster(cluster);
    rmSync(folder, { recursive: true, force: true });
  };
};
