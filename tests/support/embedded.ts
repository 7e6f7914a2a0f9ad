import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

const root = resolve(import.meta.dirname, '../..');

/** A fresh folder that every user of the machine may enter. */
export const openFolder = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-start-'));
  chmodSync(folder, 0o755);
  return folder;
};

const REMOVABLE = [join(tmpdir(), 'formflow-start-'), '/var/lib/formflow-'];

/** A running PostgreSQL may write a file into a folder that has just been emptied. */
const REMOVALS = 100;

/** Removes what a test made, and refuses anything else. */
export const removeFolder = (folder: string): void => {
  if (!REMOVABLE.some((start) => folder.startsWith(start))) throw new Error(`${folder} was not made by a test`);
  for (let removal = 1; existsSync(folder); removal += 1)
    try {
      rmSync(folder, { recursive: true, force: true });
    } catch (error) {
      const isWrittenTo = (error as { code?: string }).code === 'ENOTEMPTY';
      if (!isWrittenTo || removal === REMOVALS) throw error;
    }
};

/** One statement on its own connection. */
export const ask = async (url: string, statement: string): Promise<Record<string, unknown>[]> => {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows;
  } finally {
    await client.end();
  }
};

/** Asks until the server answers again; the longest wait is stated. */
export const askAgain = async (url: string, statement: string, seconds = 20): Promise<Record<string, unknown>[]> => {
  const end = Date.now() + seconds * 1000;
  for (;;) {
    try {
      return await ask(url, statement);
    } catch (error) {
      if (Date.now() > end) throw error;
      await sleep(50);
    }
  }
};

export interface Holder {
  process: ChildProcess;
  url: string;
  place: string;
}

/** Runs a server process that holds a database, for a test to kill. */
export const holdDatabase = (folder: string): Promise<Holder> =>
  new Promise((done, fail) => {
    const program = join(root, 'tests/support/hold-database.ts');
    const child = spawn(process.execPath, ['--import', '@swc-node/register/esm-register', program, folder], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    child.once('exit', (code) => {
      fail(new Error(`the holder ended with code ${String(code)}`));
    });
    child.stdout.once('data', (line: Buffer) => {
      done({ process: child, ...(JSON.parse(line.toString()) as { url: string; place: string }) });
    });
  });

export const postmasterPid = (place: string): number =>
  Number(readFileSync(join(place, 'postmaster.pid'), 'utf8').split('\n')[0]);

/** What the kernel says of a process; nothing of one that has ended meanwhile. */
const statOf = (name: string): string => {
  try {
    return readFileSync(`/proc/${name}/stat`, 'utf8');
  } catch {
    return '';
  }
};

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(name).split(') ')[1]?.split(' ')[1] === String(pid))
    .map(Number);

/** The supervisor is what started the postmaster. */
export const supervisorPid = (place: string): number =>
  Number(
    readFileSync(`/proc/${postmasterPid(place)}/stat`, 'utf8')
      .split(') ')[1]
      ?.split(' ')[1],
  );

/** A postmaster and all its backends, as a crash of the machine's memory would take them. */
export const killPostgres = (place: string): void => {
  const postmaster = postmasterPid(place);
  for (const pid of [postmaster, ...childrenOf(postmaster)]) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // A backend that the dead postmaster has already taken along.
    }
  }
};

/** A process that has ended but that nobody has reaped yet counts as ended. */
export const isAlive = (pid: number): boolean =>
  existsSync(`/proc/${pid}/stat`) &&
  readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.startsWith('Z') === false;

export const untilGone = async (pid: number): Promise<void> => {
  while (isAlive(pid)) await sleep(20);
};
