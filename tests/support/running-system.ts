import { spawn } from 'node:child_process';
import { mkdtemp, rm, chmod } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '../..');
const READY = /running: (http:\/\/\S+)/;

export interface RunningSystem {
  url: string;
  /** Where its data are. */
  folder: string;
  /** Everything that it printed. */
  output(): string;
  /** Ends it as a loss of power would, and leaves its data where they are. */
  kill(): Promise<void>;
  /** Ends it in order and takes its data away. */
  stop(): Promise<void>;
}

const firstAddress = (output: () => string, child: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve, reject) => {
    const look = (): void => {
      const url = READY.exec(output())?.[1];
      if (url !== undefined) resolve(url);
    };
    child.stdout?.on('data', look);
    child.once('exit', (code) => {
      reject(new Error(`the system ended with ${String(code)}:\n${output()}`));
    });
  });

const newFolder = async (): Promise<string> => {
  const folder = await mkdtemp(join(tmpdir(), 'formflow-system-'));
  await chmod(folder, 0o755);
  return folder;
};

/** The built system as a process of its own, on an embedded PostgreSQL in a folder of its own, or in one left by another. */
export const runSystem = async (settings: Record<string, string> = {}, left?: string): Promise<RunningSystem> => {
  const folder = left ?? (await newFolder());
  const child = spawn(process.execPath, [join(ROOT, 'dist/start/main.js')], {
    cwd: ROOT,
    env: { ...process.env, NODE_OPTIONS: '', PORT: '0', DATA_DIR: folder, ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  const output = (): string => printed;
  const url = await firstAddress(output, child);
  const end = async (signal: 'SIGTERM' | 'SIGKILL'): Promise<void> => {
    const ended = new Promise((resolve) => child.once('exit', resolve));
    child.kill(signal);
    await ended;
  };
  return {
    url,
    folder,
    output,
    kill: () => end('SIGKILL'),
    stop: async () => {
      await end('SIGTERM');
      await rm(folder, { recursive: true, force: true });
    },
  };
};
