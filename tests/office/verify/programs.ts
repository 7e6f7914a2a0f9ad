import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/** The two programs that check a bundle, run as a stranger runs them, or over many bundles in one process. */

const FOLDER = join(import.meta.dirname, '../../../server/office/verify');
export const PYTHON_PROGRAM = join(FOLDER, 'verify.py');
export const NODE_PROGRAM = join(FOLDER, 'verify.mjs');

export interface Verdict {
  code: number;
  said: string;
}

const run = (program: string, words: readonly string[], environment: Record<string, string> = {}): Verdict => {
  const env = { PATH: process.env['PATH'] ?? '', PYTHONDONTWRITEBYTECODE: '1', ...environment };
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8', env, maxBuffer: 1 << 28 });
  return { code: status ?? -1, said: stdout + stderr };
};

export const byPython = (words: readonly string[], environment?: Record<string, string>): Verdict =>
  run('python3', [PYTHON_PROGRAM, ...words], environment);

export const byNode = (words: readonly string[], environment?: Record<string, string>): Verdict =>
  run(process.execPath, [NODE_PROGRAM, ...words], environment);

const LAST_LINE = /.*$/;

const codesIn = ({ code, said }: Verdict): number[] => {
  if (code !== 0) throw new Error(said);
  return JSON.parse(LAST_LINE.exec(said.trimEnd())?.[0] ?? '') as number[];
};

/** The exit codes of both programs for each of many bundles. */
export const verdictsOf = (paths: readonly string[], listFile: string): { python: number[]; node: number[] } => {
  const python = `import sys, json; sys.path.insert(0, ${JSON.stringify(FOLDER)}); import verify
print(json.dumps([verify.main([path]) for path in json.load(open(${JSON.stringify(listFile)}))]))`;
  const node = `import { readFileSync } from 'node:fs'; import { main } from ${JSON.stringify(NODE_PROGRAM)};
console.log(JSON.stringify(JSON.parse(readFileSync(${JSON.stringify(listFile)}, 'utf8')).map((path) => main([path]))));`;
  const found = {
    python: codesIn(run('python3', ['-c', python])),
    node: codesIn(run(process.execPath, ['--input-type=module', '-e', node])),
  };
  if (found.python.length !== paths.length) throw new Error('a bundle has no verdict');
  return found;
};
