import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zip } from '../../../server/office/zip.ts';
import { evidenceOf, published, RULES } from '../../office/verify/election.ts';
import { NODE_PROGRAM, PYTHON_PROGRAM } from '../../office/verify/programs.ts';
import { type Figure, figure } from '../figure.ts';

const BALLOTS = 100_000;

/** What is asked of the program that strangers run, seconds. */
const MOST_SECONDS = 30;

const secondsOf = (program: string, words: readonly string[]): number => {
  const began = performance.now();
  const { status, stdout } = spawnSync(program, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`the bundle does not hold: ${stdout}`);
  return (performance.now() - began) / 1000;
};

/** How long it takes to check an election of 100,000 ballots with the two programs. */
export const ballotFigures = (): Promise<Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'formflow-bench-ballots-'));
  try {
    const plan = { election: 'bench', voters: BALLOTS, codes: BALLOTS + 5000, rules: RULES };
    const { files } = published(evidenceOf(plan));
    const path = join(folder, 'bundle.zip');
    writeFileSync(path, zip([...files].map(([name, text]) => ({ name, content: Buffer.from(text) }))));
    const target = { of: 'value', most: MOST_SECONDS } as const;
    return Promise.resolve([
      figure('verify 100,000 ballots, Python', [secondsOf('python3', [PYTHON_PROGRAM, path]), 's'], { target }),
      figure('verify 100,000 ballots, Node', [secondsOf(process.execPath, [NODE_PROGRAM, path]), 's'], { target }),
    ]);
  } finally {
    rmSync(folder, { recursive: true });
  }
};
