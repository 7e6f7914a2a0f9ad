/**
 * Runs the embedded PostgreSQL for a server process, from a small process of its own: a Ctrl-C in the terminal reaches
 * the server but not this one, so that the database outlives the server's last transaction, however the server ends. The
 * parent's IPC channel is the only switch: while it is open PostgreSQL is kept running (started again on the same port
 * when it dies), when it closes PostgreSQL is stopped cleanly. Plain JavaScript, so that it starts in no time and needs
 * no build. Argument: JSON { folder, settings?, port?, temporary? }. Messages to the parent: { formflow: 'ready', .. },
 * { formflow: 'busy', .. } when another supervisor has the cluster, { formflow: 'refused', zh, en }.
 */
import { readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { binaries } from './postgres/binaries.mjs';
import { DATABASE, OWNER, initialise, passwordFileOf } from './postgres/initialise.mjs';
import { takeLock } from './postgres/lock.mjs';
import { choosePlace, isCluster } from './postgres/place.mjs';
import {
  findPostmaster,
  logFileOf,
  ownPostmaster,
  postmasterEnd,
  startPostmaster,
  stopPostmaster,
} from './postgres/postmaster.mjs';
import { folderRefusal } from './postgres/refusal.mjs';
import { refuseOtherVersion, startRefusal } from './postgres/start-refusal.mjs';

const options = JSON.parse(process.argv[2]);
const parent = process.ppid;
const parentGone = new Promise((resolve) => process.once('disconnect', resolve));
const isWanted = () => process.connected;
const tell = (message) => new Promise((resolve) => (isWanted() ? process.send(message, () => resolve()) : resolve()));

const freePort = () =>
  new Promise((resolve, reject) => {
    const probe = createServer().once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });

/** Stops whatever server runs on the cluster: ours, or before the start one that a crash left without a supervisor. */
const stopServer = async (place) => {
  const running = findPostmaster(place) ?? ownPostmaster();
  if (running !== undefined) await stopPostmaster({ pid: running.pid, place });
};

/** Another program may take a free port first, and the processes of a killed postmaster need a moment to leave. */
const isPassing = (error) => /could not bind|pre-existing shared memory block/.test(error.log ?? '');

const firstStart = async (cluster) => {
  for (let attempt = 1; ; attempt += 1) {
    const port = options.port ?? (await freePort());
    try {
      return { port, ...(await startPostmaster({ ...cluster, port })) };
    } catch (error) {
      if (attempt === 20 || !isPassing(error)) throw startRefusal({ error, place: cluster.place });
      await sleep(250);
    }
  }
};

/** Keeps a server on the port until the parent is gone; one that an administrator restarted by hand is left in peace. */
const keepRunning = async (cluster, { port, ended }) => {
  for (let pause = 0; isWanted();) {
    await Promise.race([ended, parentGone]);
    await Promise.race([sleep(pause), parentGone]);
    if (!isWanted()) return;
    const other = findPostmaster(cluster.place);
    try {
      ended = other
        ? postmasterEnd({ ...other, place: cluster.place })
        : (await startPostmaster({ ...cluster, port })).ended;
      pause = 0;
    } catch {
      pause = Math.min(pause + 200, 5000);
    }
  }
};

const removeCluster = (place) => {
  for (const path of [place, logFileOf(place), passwordFileOf(place)]) rmSync(path, { recursive: true, force: true });
};

const urlOf = (place, port) => {
  const password = readFileSync(passwordFileOf(place), 'utf8').trim();
  return `postgres://${OWNER}:${password}@127.0.0.1:${port}/${DATABASE}`;
};

const serve = async (cluster) => {
  const { place } = cluster;
  const running = await firstStart(cluster);
  const { port } = running;
  await tell({ formflow: 'ready', url: urlOf(place, port), port, place, isElsewhere: place !== options.folder });
  await keepRunning(cluster, running);
};

const busyReport = (place, pid) => {
  const running = findPostmaster(place);
  const url = running?.status === 'ready' ? urlOf(place, running.port) : undefined;
  return { formflow: 'busy', place, pid, url };
};

const supervise = async () => {
  const { place, account } = choosePlace(options.folder);
  const holder = await takeLock(place, () => ({ state: isWanted() ? 'running' : 'stopping', pid: parent }));
  if (holder !== undefined) return tell(busyReport(place, holder.pid));
  const { programs, version } = binaries(account);
  const cluster = { place, account, programs, settings: options.settings };
  await stopServer(place);
  if (isCluster(place)) refuseOtherVersion(place, version);
  else await initialise(cluster);
  try {
    return await serve(cluster);
  } finally {
    await stopServer(place);
    if (options.temporary) removeCluster(place);
  }
};

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => undefined);
process.umask(0o022);
try {
  await supervise();
} catch (error) {
  const known = error.zh === undefined ? folderRefusal(error, options.folder) : error;
  const { zh, en } = known ?? {
    zh: `内置 PostgreSQL 未能启动：${error.message}`,
    en: `The built-in PostgreSQL did not start: ${error.message}`,
  };
  await tell({ formflow: 'refused', zh, en });
  process.exitCode = 1;
}
process.exit();
