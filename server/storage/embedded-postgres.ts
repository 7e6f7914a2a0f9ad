import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { StartRefused, type Sentence } from './start-refused.ts';

export interface EmbeddedPostgresOptions {
  /** The data folder; made where it is missing. */
  folder: string;
  /** Server settings over the safe ones, for tests. */
  settings?: Record<string, string>;
  /** Delete the cluster when it is stopped. */
  temporary?: boolean;
  /** Use the server of another process that has the folder open, for a command beside a running system. */
  join?: boolean;
  /** Told where the data is, when it cannot be in the folder. */
  say?: (sentence: Sentence) => void;
}

export interface EmbeddedPostgres {
  /** Connects as the owner of the cluster, who is a superuser. */
  url: string;
  /** Where the data really is. */
  place: string;
  /** Resolves when PostgreSQL has written everything and ended. */
  stop(): Promise<void>;
}

interface BusyReport {
  formflow: 'busy';
  place: string;
  pid: number;
  url?: string;
}

type Report =
  | BusyReport
  | { formflow: 'ready'; url: string; port: number; place: string; isElsewhere: boolean }
  | ({ formflow: 'refused' } & Sentence);

const REPLACE_AFTER_MS = 200;

/** The supervisor is plain JavaScript and is run from the sources, also by the built server. */
const supervisor = (folder = import.meta.dirname): string =>
  existsSync(join(folder, 'package.json'))
    ? join(folder, 'server/storage/postgres-supervisor.mjs')
    : supervisor(dirname(folder));

const isReport = (message: unknown): message is Report =>
  typeof message === 'object' && message !== null && 'formflow' in message;

/** The environment stays here: NODE_OPTIONS and watch mode would make the supervisor slow and talkative. */
const spawnSupervisor = (task: object): ChildProcess =>
  spawn(process.execPath, [supervisor(), JSON.stringify(task)], {
    detached: true,
    env: {},
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });

const firstReport = (child: ChildProcess): Promise<Report> =>
  new Promise((done, fail) => {
    let said = '';
    child.stderr?.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('message', (message) => {
      if (isReport(message)) done(message);
    });
    child.once('error', fail);
    child.once('close', (code) => {
      fail(new Error(`the supervisor of PostgreSQL ended with code ${String(code)}: ${said}`));
    });
  });

/** Lets this process end while the supervisor runs: its channel then closes, and PostgreSQL stops. */
const letGo = (child: ChildProcess): void => {
  child.removeAllListeners('message');
  child.stderr?.destroy();
  child.channel?.unref();
  child.unref();
};

const ended = (child: ChildProcess): Promise<void> =>
  new Promise((done) => {
    if (child.exitCode !== null || child.signalCode !== null) {
      done();
      return;
    }
    child.ref();
    child.once('exit', () => {
      done();
    });
  });

const busy = (place: string, pid: number): StartRefused =>
  new StartRefused({
    zh: `数据库文件夹 ${place} 正由另一个运行中的 Formflow（进程 ${String(pid)}）使用。请先停止它，或用 DATA_DIR 指定另一个文件夹。`,
    en: `The database folder ${place} is in use by another running Formflow (process ${String(pid)}). Stop that one first, or set DATA_DIR to another folder.`,
  });

const nothingToStop = (): Promise<void> => Promise.resolve();

const joined = ({ place, pid, url }: BusyReport, { join: mayJoin }: EmbeddedPostgresOptions): EmbeddedPostgres => {
  if (mayJoin === true && url !== undefined) return { url, place, stop: nothingToStop };
  throw busy(place, pid);
};

const elsewhere = (folder: string, place: string): Sentence => ({
  zh: `运行 PostgreSQL 的用户不能进入 ${folder} 的上级文件夹，因此数据保存在 ${place}。`,
  en: `The user that runs PostgreSQL cannot enter the folders above ${folder}, so the data is kept in ${place}.`,
});

/**
 * Starts a real PostgreSQL on a data folder, making the cluster at the first start. It lives as long as this process, or
 * until `stop`, and survives a crash of either. Rejects with StartRefused when the folder cannot be used.
 */
export const startEmbeddedPostgres = async (options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> => {
  const { settings, temporary, say } = options;
  const folder = resolve(options.folder);
  const task = { folder, settings, temporary };
  let child = spawnSupervisor(task);
  const report = await firstReport(child);
  if (report.formflow === 'busy') return joined(report, options);
  if (report.formflow === 'refused') throw new StartRefused({ zh: report.zh, en: report.en });
  if (report.isElsewhere) say?.(elsewhere(folder, report.place));

  let isStopping = false;
  /** A supervisor that was killed is replaced; the new one brings PostgreSQL back on the same port, and pools reconnect. */
  const replaceWhenKilled = (): void => {
    letGo(child);
    child.once('exit', () => {
      setTimeout(() => {
        if (isStopping) return;
        child = spawnSupervisor({ ...task, port: report.port });
        replaceWhenKilled();
      }, REPLACE_AFTER_MS).unref();
    });
  };
  replaceWhenKilled();

  const stop = async (): Promise<void> => {
    isStopping = true;
    const end = ended(child);
    if (child.connected) child.disconnect();
    await end;
  };
  return { url: report.url, place: report.place, stop };
};
