import { debuglog } from 'node:util';
import { type Sentence, StartRefused } from '../storage/start-refused.ts';

/** What system and database errors carry. */
interface ErrorFacts {
  code?: unknown;
  syscall?: unknown;
  path?: unknown;
  address?: unknown;
  port?: unknown;
  hostname?: unknown;
  message?: unknown;
}

/** Where the database was looked for; the caller knows, the error often does not. */
interface Circumstances {
  databaseUrl?: string | undefined;
}

type Explain = (facts: ErrorFacts, database: string) => Sentence;

const text = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value) : '');

const portTaken: Explain = ({ port }) => ({
  zh: `端口 ${text(port)} 已被占用：请停止占用它的程序，或用 PORT 指定另一个端口，例如 PORT=8080 npm start`,
  en: `Port ${text(port)} is already in use: stop the program that holds it, or choose another with PORT, for example PORT=8080 npm start`,
});

const portNotAllowed: Explain = ({ port }) => ({
  zh: `没有权限使用端口 ${text(port)}：请用 PORT 指定 1024 以上的端口`,
  en: `Port ${text(port)} may not be used by this user: choose one above 1024 with PORT`,
});

const addressUnknown: Explain = ({ address, hostname }) => ({
  zh: `本机没有地址 ${text(address ?? hostname)}：请检查 HOST`,
  en: `This machine has no address ${text(address ?? hostname)}: check HOST`,
});

const folderFailure =
  (zh: string, en: string): Explain =>
  ({ path }) => ({
    zh: `不能写入 ${text(path)}：${zh}。请修改，或用 DATA_DIR 指定另一个文件夹`,
    en: `${text(path)} cannot be written: ${en}. Mend that, or set DATA_DIR to another folder`,
  });

const databaseFailure =
  (zh: string, en: string): Explain =>
  (_, database) => ({
    zh: `数据库 ${database} 无法使用：${zh}。请检查 DATABASE_URL`,
    en: `The database ${database} cannot be used: ${en}. Check DATABASE_URL`,
  });

const LISTENING: Record<string, Explain> = {
  EADDRINUSE: portTaken,
  EACCES: portNotAllowed,
  EADDRNOTAVAIL: addressUnknown,
  ENOTFOUND: addressUnknown,
};

const FILES: Record<string, Explain> = {
  EACCES: folderFailure('没有权限', 'permission is denied'),
  EPERM: folderFailure('没有权限', 'permission is denied'),
  EROFS: folderFailure('文件系统是只读的', 'the file system is read-only'),
  ENOTDIR: folderFailure('路径中有一部分不是文件夹', 'a part of the path is not a folder'),
  EEXIST: folderFailure('路径中有一部分不是文件夹', 'a part of the path is not a folder'),
  ENOSPC: folderFailure('磁盘已满', 'the disk is full'),
};

const unreachable = databaseFailure('连接不上（没有应答）', 'no server answers there');
const unknownHost = databaseFailure('找不到这台主机', 'the host is not known');
const wrongPassword = databaseFailure('用户名或密码不正确', 'the user or the password is not right');

/** Codes of the network, and SQLSTATEs. */
const DATABASE: Record<string, Explain> = {
  ECONNREFUSED: unreachable,
  ENOENT: unreachable,
  ECONNRESET: unreachable,
  ETIMEDOUT: unreachable,
  EHOSTUNREACH: unreachable,
  ENETUNREACH: unreachable,
  ENOTFOUND: unknownHost,
  EAI_AGAIN: unknownHost,
  '28P01': wrongPassword,
  '28000': databaseFailure('服务器不允许这个用户登录', 'the server does not let this user in'),
  '3D000': databaseFailure('服务器上没有这个数据库', 'the server has no database of this name'),
  '42501': databaseFailure('这个用户的权限不足，需要建表的权限', 'this user lacks the right to make tables'),
  '22023': databaseFailure('运行时使用的角色不存在', 'the role for run time does not exist'),
  '53300': databaseFailure(
    '连接数已满，可用 DATABASE_POOL 减少',
    'it has no connection left; DATABASE_POOL makes ours fewer',
  ),
  '57P03': databaseFailure('正在启动，请稍后重试', 'it is still starting; try again in a moment'),
  '53100': databaseFailure('数据库服务器的磁盘已满', 'the disk of its server is full'),
};

/** Failures of `pg` that have words but no code. */
const DATABASE_WORDS: [RegExp, Explain][] = [
  [/does not support SSL/, databaseFailure('服务器不支持加密连接', 'the server does not offer encrypted connections')],
  [/certificate/, databaseFailure('服务器的证书不受信任', 'the certificate of the server is not trusted')],
  [/client password must be a string/, databaseFailure('需要密码', 'a password is needed')],
  [/timeout expired|connection timeout|Connection terminated/, unreachable],
];

/** Host, port and name; never the user's password. */
const databaseName = (url: string | undefined): string => {
  if (url === undefined || !URL.canParse(url)) return 'PostgreSQL';
  const { host, pathname } = new URL(url);
  return `${host}${pathname}`;
};

const withoutPassword = (words: string): string => words.replaceAll(/(\w+:\/\/[^\s:/@]*):[^\s@]*@/g, '$1:***@');

/** A connection tried over several addresses fails with all their errors at once. */
const innermost = (error: unknown): unknown =>
  error instanceof AggregateError ? (innermost(error.errors[0]) ?? error) : error;

const explanationOf = (facts: ErrorFacts): Explain | undefined => {
  const code = text(facts.code);
  if (facts.syscall === 'listen') return LISTENING[code];
  if (typeof facts.path === 'string') return FILES[code];
  return DATABASE[code] ?? DATABASE_WORDS.find(([words]) => words.test(text(facts.message)))?.[1];
};

/** Says in sentences why the start failed; one for each thing to mend, in both languages, without a stack and without a password. */
export const explainFailure = (error: unknown, { databaseUrl }: Circumstances = {}): readonly Sentence[] => {
  if (error instanceof StartRefused) return error.sentences;
  const cause = innermost(error);
  const facts: ErrorFacts = typeof cause === 'object' && cause !== null ? cause : {};
  const known = explanationOf(facts)?.(facts, databaseName(databaseUrl));
  if (known !== undefined) return [known];
  const words = withoutPassword(cause instanceof Error ? cause.message : String(cause));
  return [
    {
      zh: `出现意外错误：${words}（NODE_DEBUG=formflow npm start 显示详情）`,
      en: `Something unexpected happened: ${words} (NODE_DEBUG=formflow npm start shows the details)`,
    },
  ];
};

const details = debuglog('formflow');

/** Ends a start that failed: the reason on the terminal, exit code 1. */
export const fail = (error: unknown, circumstances: Circumstances = {}): never => {
  details('%o', error);
  for (const { zh, en } of explainFailure(error, circumstances))
    process.stderr.write(`无法启动：${zh}\nCannot start: ${en}\n`);
  process.exit(1);
};
