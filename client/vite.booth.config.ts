import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { defineConfig, type Plugin } from 'vite';

const digestOf = (file: string): string => createHash('sha384').update(readFileSync(file)).digest('base64');

/**
 * Writes into the page the digests of its script and style: the browser then runs these bytes and no others, and whoever
 * knows the digest of the page knows the whole booth.
 */
const integrity = (): Plugin => {
  let folder = '';
  return {
    name: 'integrity',
    apply: 'build',
    configResolved: ({ root, build }) => {
      folder = resolve(root, build.outDir);
    },
    writeBundle: () => {
      const page = join(folder, 'vote.html');
      const html = readFileSync(page, 'utf8').replaceAll(
        /(?:src|href)="(\/assets\/[^"]+)"/g,
        (reference, path: string) => `${reference} integrity="sha384-${digestOf(join(folder, path))}"`,
      );
      writeFileSync(page, html);
    },
  };
};

const verifiers = join(import.meta.dirname, '../server/office/verify');

/** The programs that check a bundle, for those who download them. */
const verifierFiles = (): Plugin => ({
  name: 'verifier-files',
  apply: 'build',
  generateBundle() {
    for (const name of ['verify.py', 'verify.mjs'])
      this.emitFile({ type: 'asset', fileName: `verify/${name}`, source: readFileSync(join(verifiers, name)) });
  },
});

/** The voting booth: a page, a script and a style of its own beside the client's, and nothing shared with it. */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [verifierFiles(), integrity()],
  build: {
    outDir: '../dist/client',
    emptyOutDir: false,
    modulePreload: false,
    // As the client's: phones that open the page inside another program are no younger.
    target: ['chrome109', 'edge109', 'firefox115', 'safari16'],
    rolldownOptions: { input: join(import.meta.dirname, 'vote.html'), output: { codeSplitting: false } },
  },
});
