import { existsSync, readFileSync } from 'node:fs';
import { env } from 'node:process';
import { inRoot } from './checkout.mjs';
import { say, step } from './run.mjs';

const packagesOf = (lockfile) => JSON.parse(readFileSync(lockfile, 'utf8')).packages;

/** npm notes what it installed in a lockfile inside node_modules, written last; it is compared with ours. */
const isInstalled = () => {
  const noted = inRoot('node_modules/.package-lock.json');
  if (!existsSync(noted)) return false;
  const installed = packagesOf(noted);
  return Object.entries(packagesOf(inRoot('package-lock.json'))).every(
    ([path, wanted]) => path === '' || wanted.optional || installed[path]?.version === wanted.version,
  );
};

/** The npm that called us, so that the one that the person chose is used. */
const npm = () => (env.npm_execpath?.endsWith('.js') ? [process.execPath, env.npm_execpath] : ['npm']);

/** Installs exactly what the lockfile names, when something of it is missing. */
export const installDependencies = async () => {
  if (isInstalled()) return;
  say('正在安装依赖，约需一两分钟…', 'Installing dependencies; this takes a minute or two …');
  const [program, ...before] = npm();
  await step(
    program,
    [...before, 'ci', '--no-audit', '--no-fund', '--loglevel=error'],
    ['依赖安装失败（npm ci）。', 'The dependencies could not be installed (npm ci).'],
  );
};
