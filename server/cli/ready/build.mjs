import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { inRoot } from './checkout.mjs';
import { say, step } from './run.mjs';

const SETTINGS = ['package-lock.json', 'tsconfig.base.json'];

/** The two things that are built: from what, into which file, and how. */
const PARTS = {
  server: {
    sources: ['server', ...SETTINGS],
    result: 'dist/start/main.js',
    programs: [['node_modules/typescript/bin/tsc', '-p', 'server'], ['server/cli/ready/bundle.mjs']],
    progress: ['正在编译服务器…', 'Building the server …'],
  },
  client: {
    sources: ['client', 'server/contract', 'server/engine', ...SETTINGS],
    result: 'dist/client/index.html',
    // The booth is put beside the client, which empties the folder first.
    programs: ['client/vite.config.ts', 'client/vite.booth.config.ts'].map((config) => [
      'node_modules/vite/bin/vite.js',
      'build',
      '-c',
      config,
    ]),
    progress: ['正在编译网页…', 'Building the client …'],
  },
};

const filesIn = (path) =>
  statSync(path).isFile()
    ? [path]
    : readdirSync(path, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name));

/** By content, so that neither a fresh clone nor a changed date builds twice, and no change is missed. */
const fingerprint = (sources) => {
  const hash = createHash('sha256');
  for (const file of sources.flatMap((source) => filesIn(inRoot(source))).sort())
    hash.update(file).update(readFileSync(file));
  return hash.digest('hex');
};

const stampOf = (name) => inRoot('dist', `${name}.built`);

const isBuilt = (name, wanted) =>
  existsSync(inRoot(PARTS[name].result)) && existsSync(stampOf(name)) && readFileSync(stampOf(name), 'utf8') === wanted;

/** After a build that failed, or by hand, the compiler's memory and what is in the folder may disagree: begin anew. */
const beginAnew = (name) => {
  rmSync(inRoot('dist/.tsbuild', `${name}.tsbuildinfo`), { force: true });
  rmSync(inRoot('dist', name), { recursive: true, force: true });
};

/** The compiler adds and replaces; what came from sources that are gone is removed here. */
const removeOrphans = () => {
  const built = inRoot('dist/server');
  for (const file of filesIn(built)) {
    const source = join('server', relative(built, file).replace(/\.(js|js\.map|d\.ts)$/, '.ts'));
    if (!existsSync(inRoot(source))) rmSync(file);
  }
};

const buildPart = async (name) => {
  const { sources, programs, progress } = PARTS[name];
  const wanted = fingerprint(sources);
  if (isBuilt(name, wanted)) return;
  say(...progress);
  if (!existsSync(stampOf(name))) beginAnew(name);
  rmSync(stampOf(name), { force: true });
  for (const program of programs) await step(process.execPath, program, ['编译失败。', 'The build failed.']);
  if (name === 'server') removeOrphans();
  mkdirSync(inRoot('dist'), { recursive: true });
  writeFileSync(stampOf(name), wanted);
};

/** Builds what differs from the sources; takes some hundredths of a second when nothing does. */
export const build = async (...names) => {
  await Promise.all(names.map(buildPart));
};
