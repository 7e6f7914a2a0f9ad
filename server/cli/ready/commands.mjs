import { existsSync } from 'node:fs';
import module from 'node:module';
import { pathToFileURL } from 'node:url';
import { build } from './build.mjs';
import { inRoot, root } from './checkout.mjs';
import { installDependencies } from './dependencies.mjs';
import { installTestPrograms } from './programs.mjs';
import { giveUp, run } from './run.mjs';

/** TypeScript is run as it is, decorators and their metadata included. */
const AS_TYPESCRIPT = ['--import', '@swc-node/register/esm-register'];
const SWC_SETTINGS = {
  SWC_NODE_PROJECT: inRoot('server/tsconfig.json'),
  TS_NODE_PROJECT: inRoot('server/tsconfig.json'),
};

/** Runs a built program in this very process: no second Node to start, signals and exit code are its own. */
const become = async (program, args) => {
  const file = inRoot('dist', program);
  if (!existsSync(file)) giveUp(`没有 ${program}。`, `There is no ${program}.`);
  process.chdir(root);
  // Newer Nodes keep what they compiled.
  module.enableCompileCache?.(inRoot('dist/.compiled'));
  process.argv = [process.execPath, file, ...args];
  await import(pathToFileURL(file).href);
};

const runNode = async (...args) => {
  const { code } = await run(process.execPath, args, { extra: SWC_SETTINGS });
  process.exitCode = code;
};

const start = async (args) => {
  await build('server', 'client');
  await become('start/main.js', args);
};

const worker = async (args) => {
  await build('server', 'client');
  await become('server/app/worker.js', args);
};

/** The server starts again at every change; the browser talks to Vite, which shows changes at once and passes /api on. */
const dev = async (args) => {
  const ending = [];
  const stayUntilBothEnded = () => undefined;
  process.on('SIGTERM', stayUntilBothEnded);
  const both = [
    ['--watch', '--watch-preserve-output', ...AS_TYPESCRIPT, 'server/app/main.ts', ...args],
    ['node_modules/vite/bin/vite.js', '-c', 'client/vite.config.ts'],
  ];
  for (const command of both) ending.push(runNode(...command));
  await Promise.race(ending);
  process.kill(process.pid, 'SIGTERM');
  await Promise.all(ending);
};

const test = async (args) => {
  await installTestPrograms();
  await build('server', 'client');
  const { code } = await run(process.execPath, ['node_modules/jest/bin/jest.js', ...args], {
    extra: { NODE_OPTIONS: '--experimental-vm-modules --disable-warning=ExperimentalWarning' },
  });
  process.exitCode = code;
};

const bench = async (args) => {
  await build('server', 'client');
  await runNode(...AS_TYPESCRIPT, 'tests/bench/main.ts', ...args);
};

const definitions = async (args) => {
  await build('server');
  await become('server/cli/definitions.js', args);
};

const buildAll = () => build('server', 'client');

const COMMANDS = { build: buildAll, start, worker, dev, test, bench, definitions };

/** Makes the checkout ready for the command, then runs it. */
export const obey = async (name, args) => {
  const command = Object.hasOwn(COMMANDS, name ?? '') ? COMMANDS[name] : undefined;
  const names = Object.keys(COMMANDS).join(' | ');
  if (command === undefined)
    giveUp(`用法：node server/cli/ready.mjs ${names}`, `Usage: node server/cli/ready.mjs ${names}`);
  await installDependencies();
  await command(args);
};
