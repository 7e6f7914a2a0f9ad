/** PostgreSQL refuses to run as root: root hands it to the owner of the data, or to a system user made for it. */
import { execFileSync } from 'node:child_process';
import { readFileSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { refusal } from './refusal.mjs';

const NAME = 'postgres';

const find = () => {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${NAME}:`));
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid === undefined || gid === undefined ? undefined : { uid: Number(uid), gid: Number(gid) };
};

const make = () => {
  const run = (command, ...args) => execFileSync(command, args, { stdio: 'pipe' });
  try {
    run('useradd', '--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME);
  } catch (error) {
    const account = find();
    if (account !== undefined) return account;
    const said = String(error.stderr ?? error.message).trim();
    throw refusal(
      `PostgreSQL 不能以 root 身份运行，而系统用户 ${NAME} 无法建立：${said}`,
      `PostgreSQL cannot run as root, and the system user ${NAME} could not be made: ${said}`,
    );
  }
  return find();
};

const isRoot = () => process.getuid?.() === 0;

/** The user and group that a new cluster runs as; undefined for the present user. */
export const accountForNew = () => (isRoot() ? (find() ?? make()) : undefined);

/** The user and group that an existing cluster runs as: the owner of its files. Refuses where that is somebody else. */
export const accountOf = (place) => {
  const { uid, gid } = statSync(place);
  if (isRoot()) return { uid, gid };
  if (process.getuid === undefined || uid === process.getuid()) return undefined;
  throw refusal(
    `数据库文件夹 ${place} 属于另一个用户（uid ${uid}）。请用当初启动系统的用户（例如 root）启动，或用 DATA_DIR 指定另一个文件夹。`,
    `The database folder ${place} belongs to another user (uid ${uid}). Start as the user who started it first (for example root), or set DATA_DIR to another folder.`,
  );
};

/** The first folder on the way to a path that the account may not enter; undefined when the way is open. */
export const closedOnTheWay = (path, account) => {
  if (account === undefined) return undefined;
  const parent = dirname(path);
  const above = parent === path ? undefined : closedOnTheWay(parent, account);
  if (above !== undefined) return above;
  const { uid, gid, mode } = statSync(path, { throwIfNoEntry: false }) ?? { mode: 0o111 };
  const bit = uid === account.uid ? 0o100 : gid === account.gid ? 0o010 : 0o001;
  return mode & bit ? undefined : path;
};
