import { spawn } from 'node:child_process';
import { constants } from 'node:os';
import { env } from 'node:process';
import { root } from './checkout.mjs';

/** One short line before a step that takes time. */
export const say = (zh, en) => console.log(`${zh} / ${en}`);

/** Ends the command with a sentence; nothing has been started yet. */
export const giveUp = (zh, en) => {
  console.error(zh);
  console.error(en);
  process.exit(1);
};

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/** Runs a program in the foreground, hands our signals on to it, and gives its exit code as a shell would. */
export const run = (program, args, { extra = {}, output = 'inherit' } = {}) =>
  new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env: { ...env, ...extra }, stdio: ['inherit', output, output] });
    const forward = SIGNALS.map((signal) => [signal, () => child.kill(signal)]);
    for (const [signal, listener] of forward) process.on(signal, listener);
    let said = '';
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (said += chunk));
    child.once('error', reject);
    child.once('close', (code, signal) => {
      for (const [name, listener] of forward) process.off(name, listener);
      resolve({ code: code ?? 128 + constants.signals[signal], said });
    });
  });

/** Runs a step of the preparation: silent when it goes well, with all it said when it does not. */
export const step = async (program, args, whatFailed) => {
  const { code, said } = await run(program, args, { output: 'pipe' });
  if (code === 0) return;
  console.error(said.trimEnd());
  giveUp(...whatFailed);
};
