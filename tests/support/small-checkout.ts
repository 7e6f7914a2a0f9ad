import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

const FILES: Record<string, string> = {
  'package.json': '{ "type": "module" }',
  'tsconfig.base.json': '{}',
  'server/tsconfig.json': JSON.stringify({
    compilerOptions: {
      target: 'es2023',
      module: 'nodenext',
      strict: true,
      composite: true,
      types: [],
      lib: ['es2023'],
      skipLibCheck: true,
      rootDir: '.',
      outDir: '../dist/server',
      tsBuildInfoFile: '../dist/.tsbuild/server.tsbuildinfo',
    },
    include: ['.'],
  }),
  'server/contract/word.ts': "export const word = 'one';\n",
  'server/engine/rule.ts': 'export const rule = 1;\n',
  'client/index.html': '<title>small</title>',
  'client/vite.config.ts':
    "export default { root: import.meta.dirname, logLevel: 'warn', build: { outDir: '../dist/client', emptyOutDir: true } };\n",
  'client/vote.html': '<title>small booth</title>',
  'client/vite.booth.config.ts':
    "export default { root: import.meta.dirname, logLevel: 'warn', build: { outDir: '../dist/client', emptyOutDir: false, rolldownOptions: { input: import.meta.dirname + '/vote.html' } } };\n",
};

/** A server that says what it was started with, and ends with code 7 when it is asked to. */
const MAIN = `
import { word } from '../contract/word.js';
declare const process: any;
declare const console: any;
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => { console.log('got', signal); process.exit(7); });
console.log('main', word, process.argv.slice(2).join(' '));
if (process.argv.includes('stay')) process.stdin.resume();
else process.exit(3);
`;

export const write = (checkout: string, path: string, text: string): void => {
  mkdirSync(dirname(join(checkout, path)), { recursive: true });
  writeFileSync(join(checkout, path), text);
};

/** A checkout with the real ready command and real tools, but little to build. */
export const smallCheckout = (folder: string): string => {
  for (const [path, text] of Object.entries(FILES)) write(folder, path, text);
  write(folder, 'server/app/main.ts', MAIN);
  write(
    folder,
    'server/cli/definitions.ts',
    "declare const process: any; declare const console: any;\nconsole.log('definitions', process.argv.slice(2).join(' '));\n",
  );
  cpSync(join(root, 'package-lock.json'), join(folder, 'package-lock.json'));
  cpSync(join(root, 'server/cli/ready.mjs'), join(folder, 'server/cli/ready.mjs'));
  cpSync(join(root, 'server/cli/ready'), join(folder, 'server/cli/ready'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  return folder;
};

export interface Ready {
  process: ChildProcess;
  /** What it has said so far, errors included. */
  said(): string;
  /** Resolves when it has said this. */
  says(words: string): Promise<void>;
  /** Resolves with its exit code. */
  ended: Promise<number | null>;
}

/** Runs the ready command of a checkout. */
export const ready = (
  checkout: string,
  args: string[],
  { env = {}, nodeFlags = [] }: { env?: Record<string, string>; nodeFlags?: string[] } = {},
): Ready => {
  const child = spawn(process.execPath, [...nodeFlags, join(checkout, 'server/cli/ready.mjs'), ...args], {
    cwd: checkout,
    env: { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '', ...env },
  });
  let text = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk: Buffer) => {
      text += chunk.toString();
      for (const listener of listeners) listener();
    });
  const says = (words: string): Promise<void> =>
    new Promise((done) => {
      const look = (): void => {
        if (text.includes(words)) done();
      };
      listeners.add(look);
      look();
    });
  return { process: child, said: () => text, says, ended: new Promise((done) => child.once('close', done)) };
};
