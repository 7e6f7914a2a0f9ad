import { refusal } from './refusal.mjs';

/** What an administrator reads when the server process ended while starting; the causes that can be mended are named. */
export const startRefusal = ({ error, place }) => {
  const log = error.log ?? '';
  const version =
    /initialized by PostgreSQL version (\S+?),? which is not compatible with this version (\S+?)\.?\s/.exec(log);
  if (version !== null)
    return refusal(
      `数据库文件夹 ${place} 由 PostgreSQL ${version[1]} 建立，而本系统带的是 ${version[2]}。请先用旧版本导出数据。`,
      `The database folder ${place} was made by PostgreSQL ${version[1]}, but this system brings ${version[2]}. Export the data with the old version first.`,
    );
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
