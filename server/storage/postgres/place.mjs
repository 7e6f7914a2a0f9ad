/**
 * Where the cluster is kept. The wanted folder, except when root runs the system in a checkout whose parents are closed
 * to others: PostgreSQL, which runs as its own user, could then reach neither its data nor its programs.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { accountForNew, accountOf, closedOnTheWay } from './account.mjs';
import { refusal } from './refusal.mjs';

export const fingerprint = (path) => createHash('sha256').update(path).digest('hex').slice(0, 12);

/** Where root keeps, for a path that is closed to others, what PostgreSQL must reach. */
export const outsideFor = (path) => `/var/lib/formflow-${fingerprint(path)}`;

/** A folder that we may not look into counts: what is there belongs to somebody. */
export const isCluster = (folder) => {
  try {
    return statSync(join(folder, 'PG_VERSION')).isFile();
  } catch (error) {
    return error.code === 'EACCES';
  }
};

const closed = (place, folder) =>
  refusal(
    `数据库文件夹 ${place} 已有数据，但运行 PostgreSQL 的用户不能进入 ${folder}。请执行 chmod o+x ${folder} 后重试。`,
    `The database folder ${place} holds data, but the user that runs PostgreSQL cannot enter ${folder}. Run chmod o+x ${folder} and try again.`,
  );

const existing = (place) => {
  const account = accountOf(place);
  const barrier = closedOnTheWay(dirname(place), account);
  if (barrier !== undefined) throw closed(place, barrier);
  return { place, account };
};

/**
 * Finds the cluster of a wanted folder, or decides where a new one goes. An existing cluster is never passed over, so
 * that a change of permissions cannot make the data seem lost.
 */
export const choosePlace = (wanted) => {
  const elsewhere = join(outsideFor(wanted), 'postgres');
  if (isCluster(wanted)) return existing(wanted);
  if (process.getuid?.() === 0 && isCluster(elsewhere)) return existing(elsewhere);
  mkdirSync(dirname(wanted), { recursive: true });
  const account = accountForNew();
  const place = closedOnTheWay(dirname(wanted), account) === undefined ? wanted : elsewhere;
  mkdirSync(dirname(place), { recursive: true });
  return { place, account };
};
