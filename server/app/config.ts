import { url as inspectorUrl } from 'node:inspector';
import { resolve } from 'node:path';
import type { z } from 'zod';
import { type Sentence, StartRefused } from '../storage/start-refused.ts';
import { Environment, SETTING_NAMES, type SettingName, aboutSetting } from './settings.ts';

/** The settings of one run, read once at the start and handed to whoever needs them. */
export interface Config {
  host: string;
  port: number;
  /** Undefined: the address that the server listens on. */
  publicUrl: string | undefined;
  /** As Fastify takes it: nobody, a number of hops, or addresses. */
  trustProxy: false | number | string;
  /** Absolute. */
  dataFolder: string;
  /** Undefined: the embedded PostgreSQL. */
  databaseUrl: string | undefined;
  databasePool: number;
  /** Undefined: the queue is in PostgreSQL. */
  redisUrl: string | undefined;
  /** Undefined: nothing is mailed. */
  smtpUrl: string | undefined;
  mailFrom: string | undefined;
  isDemo: boolean;
  /** Whether the web process works off the queue itself. */
  isWorker: boolean;
  passwordPolicy: 'mlps2' | 'modern';
  logLevel: 'silent' | 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace';
}

type Variables = Record<string, string | undefined>;
type Values = z.output<typeof Environment>;

const LOOPBACK = /^(127\.[0-9.]+|::1|localhost)$/;

const badValue = (name: SettingName, given: string): Sentence => {
  const { expected, example, isSecret } = aboutSetting(name);
  const now = isSecret
    ? { zh: '', en: '' }
    : { zh: `，现在是 ${JSON.stringify(given)}`, en: `, not ${JSON.stringify(given)}` };
  return {
    zh: `设置 ${name} 应为${expected.zh}${now.zh}，例如 ${name}=${example}`,
    en: `The setting ${name} must be ${expected.en}${now.en}, for example ${name}=${example}`,
  };
};

const unknownName = (name: string): Sentence => {
  const meant = SETTING_NAMES.find((known) => `FORMFLOW_${known}` === name);
  const known = meant ?? SETTING_NAMES.join(', ');
  return {
    zh: `没有名为 ${name} 的设置；请用 ${known}`,
    en: `There is no setting ${name}; use ${known}`,
  };
};

/** Combinations that would leave a server open to strangers without anybody having said so. */
const unsafe = (given: Variables, values: Values): Sentence[] => {
  const found: Sentence[] = [];
  const isOpen = !LOOPBACK.test(values.HOST) || values.PUBLIC_URL !== undefined;
  if (isOpen && values.DEMO === undefined && values.DATABASE_URL === undefined)
    found.push({
      zh: '系统将对网络开放，而演示账号的密码是公开的：正式使用请设 DEMO=0，仅作演示请设 DEMO=1',
      en: 'The system would be open to the network with the published passwords of the demonstration: set DEMO=0 for real use, or DEMO=1 if this is a demonstration',
    });
  if (isOpen && inspectorUrl() !== undefined)
    found.push({
      zh: '系统将对网络开放，不能同时打开 Node 调试器：请去掉 --inspect，或使用默认的 HOST',
      en: 'The system would be open to the network while the Node debugger is on: leave --inspect out, or keep the default HOST',
    });
  if (given['NODE_TLS_REJECT_UNAUTHORIZED'] === '0')
    found.push({
      zh: 'NODE_TLS_REJECT_UNAUTHORIZED=0 会使加密连接失去保护：请去掉它，自签证书请用 NODE_EXTRA_CA_CERTS',
      en: 'NODE_TLS_REJECT_UNAUTHORIZED=0 takes the protection from encrypted connections: leave it out; for a certificate of your own use NODE_EXTRA_CA_CERTS',
    });
  return found;
};

const configFrom = (values: Values): Config => ({
  host: values.HOST,
  port: values.PORT,
  publicUrl: values.PUBLIC_URL,
  trustProxy: values.TRUST_PROXY,
  dataFolder: resolve(values.DATA_DIR),
  databaseUrl: values.DATABASE_URL,
  databasePool: values.DATABASE_POOL,
  redisUrl: values.REDIS_URL,
  smtpUrl: values.SMTP_URL,
  mailFrom: values.MAIL_FROM,
  isDemo: values.DEMO ?? values.DATABASE_URL === undefined,
  isWorker: values.WORKER,
  passwordPolicy: values.PASSWORD_POLICY,
  logLevel: values.LOG_LEVEL,
});

/**
 * Reads the environment; the only place that does. An empty variable counts as not set. Throws StartRefused with one
 * sentence for each bad value, unknown FORMFLOW_ name and unsafe combination, and never repeats a secret.
 */
export const readConfig = (variables: Variables = process.env): Config => {
  const given = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const unknown = Object.keys(given).filter((name) => name.startsWith('FORMFLOW_'));
  const parsed = Environment.safeParse(given);
  const wrong = SETTING_NAMES.filter((name) => parsed.error?.issues.some(({ path }) => path[0] === name));
  const problems = [...unknown.map(unknownName), ...wrong.map((name) => badValue(name, given[name] ?? ''))];
  if (parsed.success) problems.push(...unsafe(given, parsed.data));
  if (problems.length > 0 || !parsed.success) throw new StartRefused(...problems);
  return configFrom(parsed.data);
};
