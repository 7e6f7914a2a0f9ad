import { accessSync, constants, existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { env } from 'node:process';
import { giveUp, say, step } from './run.mjs';

const onPath = (name) =>
  (env.PATH ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });

const isDebian = () => existsSync('/etc/debian_version') && onPath('apt-get');

/** What the tests need besides npm's packages, by the name of Debian's package. */
const NEEDED = {
  chromium: () => existsSync(env.CHROMIUM ?? '/usr/bin/chromium'),
  'redis-server': () => onPath('redis-server'),
  'fonts-noto-cjk': () => !isDebian() || existsSync('/usr/share/doc/fonts-noto-cjk'),
};

/** Installs Chromium, Redis and a Chinese font where it may (root on Debian); says what to do where it may not. */
export const installTestPrograms = async () => {
  const missing = Object.keys(NEEDED).filter((name) => !NEEDED[name]());
  if (missing.length === 0) return;
  const names = missing.join(' ');
  const command = `apt-get update && apt-get install -y ${names}`;
  if (process.getuid?.() !== 0 || !isDebian())
    giveUp(
      `测试还需要 ${names}：请执行 sudo sh -c '${command}'，或用 CHROMIUM 指定浏览器程序。`,
      `The tests also need ${names}: run sudo sh -c '${command}', or name a browser program in CHROMIUM.`,
    );
  say(`正在安装 ${names}…`, `Installing ${names} …`);
  const script = `export DEBIAN_FRONTEND=noninteractive; apt-get update -qq && apt-get install -y -qq --no-install-recommends ${names}`;
  await step('sh', ['-c', script], [`安装失败：${command}`, `The installation failed: ${command}`]);
};
