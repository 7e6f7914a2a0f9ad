import { z } from 'zod';
import type { Sentence } from '../storage/start-refused.ts';

/** What is said of a setting in the README's table and in the sentence about a bad value. */
export interface AboutSetting {
  meaning: Sentence;
  /** Completes "NAME must be ..." */
  expected: Sentence;
  example: string;
  /** The default in words, where it is not one fixed value. */
  otherwise?: Sentence;
  /** May hold a password: never printed. */
  isSecret?: true;
}

const about = z.registry<AboutSetting>();

const urlOf = (text: string): URL | undefined => (URL.canParse(text) ? new URL(text) : undefined);

const hasProtocol =
  (...protocols: string[]) =>
  (text: string): boolean =>
    protocols.includes(urlOf(text)?.protocol ?? '');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/)
    .transform(Number)
    .pipe(z.number().min(least).max(most));

const address = /^[0-9A-Fa-f.:]+(\/\d{1,3})?$/;

const proxies = z.union([
  z.literal('0').transform(() => false as const),
  wholeNumber(1, 20),
  z.string().refine((text) => text.split(',').every((part) => address.test(part.trim()) && /[.:]/.test(part))),
]);

const onOrOff = z.enum(['0', '1']).transform((value) => value === '1');

/** Every setting of the system, each an environment variable; nothing else of the environment changes what it does. */
export const Environment = z.object({
  PORT: wholeNumber(0, 65_535)
    .prefault('3311')
    .register(about, {
      meaning: { zh: '网页服务的端口；0 表示任选一个空闲端口', en: 'the port of the web server; 0 takes any free one' },
      expected: { zh: '0 到 65535 的整数', en: 'a whole number from 0 to 65535' },
      example: '8080',
    }),
  HOST: z
    .string()
    .regex(/^[A-Za-z0-9.:_-]+$/)
    .prefault('127.0.0.1')
    .register(about, {
      meaning: {
        zh: '监听的地址；0.0.0.0 表示所有网络接口',
        en: 'the address to listen on; 0.0.0.0 means every network of the machine',
      },
      expected: { zh: '一个地址或主机名', en: 'an address or a host name' },
      example: '0.0.0.0',
    }),
  PUBLIC_URL: z
    .string()
    .refine(hasProtocol('http:', 'https:'))
    .refine((text) => urlOf(text)?.pathname === '/' && !/[?#@]/.test(text))
    .transform((text) => new URL(text).origin)
    .optional()
    .register(about, {
      meaning: {
        zh: '用户在浏览器中输入的地址，用于链接和二维码',
        en: 'the address that people type, used in links and QR codes',
      },
      expected: {
        zh: '以 http:// 或 https:// 开头、不带路径的地址',
        en: 'an address that begins with http:// or https:// and has no path',
      },
      example: 'https://forms.example.org',
      otherwise: { zh: '监听的地址', en: 'the address it listens on' },
    }),
  TRUST_PROXY: proxies.prefault('0').register(about, {
    meaning: {
      zh: '前面有几层反向代理，或代理的地址；决定从哪里取得用户的 IP',
      en: 'how many reverse proxies stand in front, or their addresses; decides whose word on the visitor’s address counts',
    },
    expected: {
      zh: '0、代理的层数（1 到 20），或以逗号分隔的 IP 地址（可带网段）',
      en: '0, the number of proxies (1 to 20), or IP addresses or networks with commas between',
    },
    example: '1',
  }),
  DATA_DIR: z
    .string()
    .prefault('.data')
    .register(about, {
      meaning: {
        zh: '保存上传的文件和内置数据库的文件夹',
        en: 'the folder of uploaded files and of the built-in database',
      },
      expected: { zh: '一个文件夹', en: 'a folder' },
      example: '/srv/formflow',
    }),
  DATABASE_URL: z
    .string()
    .refine(hasProtocol('postgres:', 'postgresql:'))
    .refine((text) => (urlOf(text)?.pathname.length ?? 0) > 1)
    .optional()
    .register(about, {
      meaning: {
        zh: '使用这个 PostgreSQL（14 或更新），不用内置的',
        en: 'use this PostgreSQL (14 or newer) and not the built-in one',
      },
      expected: {
        zh: 'postgres://用户:密码@主机:端口/数据库 形式的地址（密码中的特殊字符须用 %xx 表示）',
        en: 'an address of the form postgres://user:password@host:port/database (special characters of the password written as %xx)',
      },
      example: 'postgres://formflow:secret@db.example.org:5432/formflow',
      otherwise: { zh: '内置的 PostgreSQL', en: 'the built-in PostgreSQL' },
      isSecret: true,
    }),
  DATABASE_POOL: wholeNumber(4, 500)
    .prefault('20')
    .register(about, {
      meaning: { zh: '最多同时使用的数据库连接数', en: 'how many database connections are used at most' },
      expected: { zh: '4 到 500 的整数', en: 'a whole number from 4 to 500' },
      example: '20',
    }),
  REDIS_URL: z
    .string()
    .refine(hasProtocol('redis:', 'rediss:'))
    .optional()
    .register(about, {
      meaning: { zh: '用这个 Redis 保存任务队列', en: 'keep the job queue in this Redis' },
      expected: {
        zh: '以 redis:// 或 rediss:// 开头的地址',
        en: 'an address that begins with redis:// or rediss://',
      },
      example: 'redis://127.0.0.1:6379',
      otherwise: { zh: '队列在 PostgreSQL 中', en: 'the queue is in PostgreSQL' },
      isSecret: true,
    }),
  SMTP_URL: z
    .string()
    .refine(hasProtocol('smtp:', 'smtps:'))
    .optional()
    .register(about, {
      meaning: {
        zh: '用这个邮件服务器寄送投票码；还需要 MAIL_FROM 和 PUBLIC_URL',
        en: 'the mail server that voting codes are mailed through; MAIL_FROM and PUBLIC_URL are needed too',
      },
      expected: {
        zh: '以 smtp:// 或 smtps:// 开头的地址',
        en: 'an address that begins with smtp:// or smtps://',
      },
      example: 'smtps://votes:secret@mail.example.org:465',
      otherwise: { zh: '不寄送邮件', en: 'nothing is mailed' },
      isSecret: true,
    }),
  MAIL_FROM: z
    .string()
    .regex(/^[^@\s<>]+@[^@\s<>]+$/)
    .max(200)
    .optional()
    .register(about, {
      meaning: { zh: '邮件的寄件地址', en: 'the address that mail comes from' },
      expected: { zh: '一个邮件地址', en: 'a mail address' },
      example: 'votes@example.org',
      otherwise: { zh: '不寄送邮件', en: 'nothing is mailed' },
    }),
  DEMO: onOrOff.optional().register(about, {
    meaning: {
      zh: '1 载入演示数据（演示账号的密码是公开的）；0 从空系统开始',
      en: '1 loads the demonstration, whose accounts have published passwords; 0 starts empty',
    },
    expected: { zh: '0 或 1', en: '0 or 1' },
    example: '0',
    otherwise: { zh: '没有 DATABASE_URL 时为 1，否则为 0', en: '1 without DATABASE_URL, else 0' },
  }),
  WORKER: onOrOff.prefault('1').register(about, {
    meaning: {
      zh: '1 在网页进程里处理任务队列和定时事项；0 由另外的任务进程（npm run worker）处理',
      en: '1 works off the job queue and the timers inside the web process; 0 leaves that to processes of their own (npm run worker)',
    },
    expected: { zh: '0 或 1', en: '0 or 1' },
    example: '0',
  }),
  PASSWORD_POLICY: z
    .enum(['mlps2', 'modern'])
    .prefault('mlps2')
    .register(about, {
      meaning: {
        zh: '密码要求：mlps2（等保二级：至少 10 位、四类字符中的三类、90 天更换、不重复最近 5 次）或 modern（至少 12 位，不限组成，不强制更换）',
        en: 'what passwords must be: mlps2 (at least 10 characters of three kinds, changed every 90 days, none of the last 5) or modern (at least 12 characters, no composition, no forced change)',
      },
      expected: { zh: 'mlps2 或 modern', en: 'mlps2 or modern' },
      example: 'modern',
    }),
  LOG_LEVEL: z
    .enum(['silent', 'fatal', 'error', 'warn', 'info', 'debug', 'trace'])
    .prefault('info')
    .register(about, {
      meaning: { zh: '日志的详细程度', en: 'how much is logged' },
      expected: {
        zh: 'silent、fatal、error、warn、info、debug、trace 之一',
        en: 'one of silent, fatal, error, warn, info, debug, trace',
      },
      example: 'warn',
    }),
});

export type SettingName = keyof typeof Environment.shape;

export const SETTING_NAMES = Object.keys(Environment.shape) as SettingName[];

/** What to say about a setting. */
export const aboutSetting = (name: SettingName): AboutSetting => {
  const found = about.get(Environment.shape[name]);
  if (found === undefined) throw new Error(`the setting ${name} is not described`);
  return found;
};

/** The fixed default of a setting as one would write it; undefined where the default depends, or is nothing. */
export const defaultOf = (name: SettingName): string | undefined => {
  const value = Environment.shape[name].safeParse(undefined).data;
  return value === undefined ? undefined : String(typeof value === 'boolean' ? Number(value) : value);
};
