import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DEMONSTRATION_PASSWORD } from '../modules/demonstration/demonstration-people.ts';
import { DemonstrationService } from '../modules/sessions/demonstration.service.ts';
import { SetUpService } from '../modules/sessions/set-up.service.ts';
import type { Config } from './config.ts';

/** The address that people type: what the settings say, else where the server listens. */
const addressOf = async (app: NestFastifyApplication, { publicUrl }: Config): Promise<string> =>
  publicUrl ?? (await app.getUrl()).replace('[::1]', '127.0.0.1').replace(/\/$/, '');

const demonstrationLines = async (app: NestFastifyApplication): Promise<string[]> => {
  const accounts = await app.get(DemonstrationService).accounts('zh-CN');
  if (accounts.length === 0) return [];
  const width = Math.max(...accounts.map(({ account }) => account.length)) + 2;
  return [
    `演示账号，在登录页点击即可登录（密码都是 ${DEMONSTRATION_PASSWORD}）：`,
    `Accounts of the demonstration, one click on the sign-in page (or the password ${DEMONSTRATION_PASSWORD}):`,
    ...accounts.map(
      ({ account, name, title, organisation }) => `  ${account.padEnd(width)}${name}  ${title}  ${organisation}`,
    ),
  ];
};

const setUpLines = async (app: NestFastifyApplication, address: string): Promise<string[]> => {
  const token = await app.get(SetUpService).offer();
  if (token === undefined) return [];
  const link = `${address}/set-up#${token}`;
  return [
    `系统是空的。请用这个一次性链接设立第一位管理员：${link}`,
    `The system is empty. Make its first administrator with this one-time link: ${link}`,
  ];
};

/** Tells on the terminal where the system is, and how to get into it. The link is printed, never logged. */
export const announce = async (app: NestFastifyApplication, config: Config): Promise<void> => {
  const address = await addressOf(app, config);
  const lines = [
    `Formflow 已启动：${address}`,
    `Formflow is running: ${address}`,
    ...(config.isDemo ? await demonstrationLines(app) : await setUpLines(app, address)),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
};
