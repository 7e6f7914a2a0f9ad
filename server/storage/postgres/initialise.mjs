/** Makes a new cluster: a random password beside it, one empty database, UTF-8, checksums, passwords asked for. */
import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from './refusal.mjs';

export const OWNER = 'formflow';
export const DATABASE = 'formflow';

/** PostgreSQL gets a bare environment, so that nobody's PG*, TZ or LC_* setting changes what is made. */
export const ENVIRONMENT = {
  PATH: '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin',
  LC_ALL: 'C',
  TZ: 'UTC',
};

export const passwordFileOf = (place) => `${place}.password`;

const run = (program, args, { account, input }) =>
  new Promise((resolve, reject) => {
    const child = execFile(program, args, { ...account, env: ENVIRONMENT, cwd: '/' }, (error, stdout, stderr) => {
      if (error === null) return resolve();
      const said = `${stderr}`.trim().split('\n').at(-1) || error.message;
      reject(
        refusal(
          `内置 PostgreSQL 的数据库未能建立：${said}`,
          `The built-in PostgreSQL could not make its database: ${said}`,
        ),
      );
    });
    child.stdin.on('error', () => undefined).end(input);
  });

const give = (path, account) => account !== undefined && chownSync(path, account.uid, account.gid);

/** The cluster gets its name only when it is whole: a start that was killed half-way begins again. */
export const initialise = async ({ place, account, programs }) => {
  const partial = `${place}.partial`;
  const secret = `${place}.secret`;
  const password = randomBytes(24).toString('base64url');
  rmSync(partial, { recursive: true, force: true });
  rmSync(secret, { force: true });
  mkdirSync(partial, { mode: 0o700 });
  writeFileSync(secret, `${password}\n`, { mode: 0o600 });
  give(partial, account);
  give(secret, account);
  const access = ['--auth=scram-sha-256', `--username=${OWNER}`, `--pwfile=${secret}`];
  const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'];
  await run(join(programs, 'bin/initdb'), [`--pgdata=${partial}`, ...access, ...locale], { account });
  const single = ['--single', '-D', partial, 'postgres'];
  await run(join(programs, 'bin/postgres'), single, { account, input: `CREATE DATABASE ${DATABASE};\n` });
  rmSync(secret);
  writeFileSync(passwordFileOf(place), password, { mode: 0o600 });
  renameSync(partial, place);
};
