import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Where a process that closes an election is killed. */
export type Step =
  | 'before closing'
  | 'after closing'
  | 'in the checkpoint'
  | 'after the checkpoint'
  | 'in the rewriting'
  | 'after the rewriting';

const SERVER = join(import.meta.dirname, '../../../server/tsconfig.json');

/** Lets a process of its own close the election until it kills itself at the step; answers the signal that ended it. */
export const killedAt = (step: Step, given: { databaseUrl: string; election: string }): Promise<string | null> =>
  new Promise((resolve, reject) => {
    const child = spawn(
      process.execPath,
      [
        '--import',
        '@swc-node/register/esm-register',
        join(import.meta.dirname, 'dying-closer.ts'),
        given.databaseUrl,
        given.election,
        step,
      ],
      {
        env: { ...process.env, NODE_OPTIONS: '', SWC_NODE_PROJECT: SERVER, TS_NODE_PROJECT: SERVER },
        stdio: ['ignore', 'inherit', 'inherit'],
      },
    );
    child.once('error', reject);
    child.once('exit', (_, signal) => {
      resolve(signal);
    });
  });
