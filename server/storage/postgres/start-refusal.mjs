import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { refusal } from './refusal.mjs';

/** Refuses a cluster made by another major version, whose files PostgreSQL cannot read. */
export const refuseOtherVersion = (place, version) => {
  const made = readFileSync(join(place, 'PG_VERSION'), 'utf8').trim();
  const [ours] = version.split('.');
  if (made === ours) return;
  throw refusal(
    `数据库文件夹 ${place} 由 PostgreSQL ${made} 建立，而本系统带的是 ${ours}。请先用旧版本导出数据。`,
    `The database folder ${place} was made by PostgreSQL ${made}, but this system brings ${ours}. Export the data with the old version first.`,
  );
};

/** What an administrator reads when the server process ended while starting; the causes that can be mended are named. */
export const startRefusal = ({ error, place }) => {
  const log = error.log ?? '';
  if (/No space left on device/.test(log))
    return refusal(
      `磁盘已满，数据库 ${place} 不能启动。请腾出空间后重试。`,
      `The disk is full, so the database in ${place} cannot start. Free some space and try again.`,
    );
  const last = log.split('\n').findLast((line) => /FATAL|PANIC|ERROR/.test(line)) ?? error.message;
  return refusal(
    `内置 PostgreSQL 未能启动（${place}）：${last}；详见 ${error.logFile ?? place}`,
    `The built-in PostgreSQL did not start (${place}): ${last}; see ${error.logFile ?? place}`,
  );
};
