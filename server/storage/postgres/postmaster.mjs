/** Starting, recognising and stopping the PostgreSQL server process (the postmaster) of a cluster. */
import { execFileSync, spawn } from 'node:child_process';
import {
  chownSync,
  closeSync,
  existsSync,
  openSync,
  readFileSync,
  readlinkSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { ENVIRONMENT } from './initialise.mjs';

export const logFileOf = (place) => `${place}.log`;

const LOG_LIMIT = 10_000_000;

/** Safe against a crash by flag, whatever a configuration file says; statements and details stay out of the log, for they hold people's data. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  full_page_writes: 'on',
  synchronous_commit: 'on',
  log_error_verbosity: 'terse',
  log_min_error_statement: 'panic',
};

/** The lines of postmaster.pid: process id, folder, start, port, socket folder, address, shared memory, status. */
const pidFile = (place) => {
  try {
    const [pid, , , port, , , , status] = readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n');
    return { pid: Number(pid), port: Number(port), status: status?.trim() };
  } catch {
    return undefined;
  }
};

const isAlive = (pid) => {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error.code === 'EPERM';
  }
};

const isPostmasterOf = (pid, place) => {
  try {
    if (existsSync('/proc/self')) return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(place);
    return execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).includes(place);
  } catch {
    return false;
  }
};

/** The running postmaster of a cluster, whoever started it; removes the trace of one whose process id now is somebody else's. */
export const findPostmaster = (place) => {
  const noted = pidFile(place);
  if (noted === undefined || !isAlive(noted.pid)) return undefined;
  if (isPostmasterOf(noted.pid, place)) return noted;
  rmSync(join(place, 'postmaster.pid'), { force: true });
  return undefined;
};

const openLog = (place, account) => {
  const path = logFileOf(place);
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(path, `${path}.1`);
  const file = openSync(path, 'a', 0o600);
  if (account !== undefined) chownSync(path, account.uid, account.gid);
  return { file, path, from: size > LOG_LIMIT ? 0 : size };
};

const logSince = ({ path, from }) => readFileSync(path).subarray(from).toString('utf8');

/** By process id, the end of each running server that this process started. */
const ends = new Map();

/** A server of our own whose folder somebody removed under it. */
export const ownPostmaster = () => {
  const [pid] = ends.keys();
  return pid === undefined ? undefined : { pid };
};

/** Starts a server and waits until it accepts connections; rejects with what its log said when it ends before that. */
export const startPostmaster = async ({ place, account, programs, port, settings }) => {
  const log = openLog(place, account);
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const child = spawn(join(programs, 'bin/postgres'), ['-D', place, '-p', String(port), ...flags], {
    ...account,
    env: ENVIRONMENT,
    cwd: '/',
    stdio: ['ignore', log.file, log.file],
  });
  closeSync(log.file);
  let failure;
  const ended = new Promise((resolve) =>
    child.once('exit', resolve).once('error', (error) => resolve((failure = error))),
  );
  ends.set(child.pid, ended);
  let isOver = false;
  void ended.then(() => (isOver = ends.delete(child.pid)));
  for (; !isOver; await sleep(10)) {
    const noted = pidFile(place);
    if (noted?.pid === child.pid && noted.status === 'ready') return { pid: child.pid, ended };
  }
  throw Object.assign(new Error(failure?.message ?? 'PostgreSQL ended while starting'), {
    log: logSince(log),
    logFile: log.path,
  });
};

/** Resolves when a postmaster that need not be our child has ended; a process that nobody has reaped counts as ended. */
export const postmasterEnd = async ({ pid, place }) => {
  while (isAlive(pid) && isPostmasterOf(pid, place)) await sleep(20);
};

/** Stops cleanly (connections are ended, everything is written); after half a minute at once, which the next start repairs from its log. */
export const stopPostmaster = async ({ pid, place }) => {
  const signal = (name) => {
    try {
      process.kill(pid, name);
    } catch {
      // It has ended by itself.
    }
  };
  signal('SIGINT');
  const patience = setTimeout(signal, 30_000, 'SIGQUIT');
  await (ends.get(pid) ?? postmasterEnd({ pid, place }));
  clearTimeout(patience);
};
