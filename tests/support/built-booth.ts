import { execFile } from 'node:child_process';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';

const ROOT = join(import.meta.dirname, '../..');

export interface BuiltBooth {
  folder: string;
  remove(): Promise<void>;
}

/** The voting booth as it is delivered, in a folder of its own. */
export const buildBooth = async (): Promise<BuiltBooth> => {
  const folder = await mkdtemp(join(tmpdir(), 'booth-'));
  const program = ['node_modules/vite/bin/vite.js', 'build', '-c', 'client/vite.booth.config.ts', '--outDir', folder];
  await promisify(execFile)(process.execPath, program, { cwd: ROOT, env: { ...process.env, NODE_OPTIONS: '' } });
  await copyFile(join(ROOT, 'client/public/favicon.svg'), join(folder, 'favicon.svg'));
  return { folder, remove: () => rm(folder, { recursive: true, force: true }) };
};
