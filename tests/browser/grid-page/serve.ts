import { execFile } from 'node:child_process';
import { createServer, type Server } from 'node:http';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** Nothing but the page's own files: no inline script or style element, no `eval`. */
const strict = "default-src 'none'; script-src 'self'; style-src 'self'; img-src data:";

export interface ServedPage {
  readonly address: string;
  readonly stop: () => Promise<void>;
}

const serveFolder = (folder: string): Server =>
  createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname;
    const file = join(folder, path === '/' ? 'index.html' : path);
    readFile(file).then(
      (content) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'content-type': type, 'content-security-policy': strict });
        response.end(content);
      },
      () => response.writeHead(404).end(),
    );
  });

/** Builds the grid's page as it would be built for users, and serves it under a strict content policy. */
export const servePage = async (): Promise<ServedPage> => {
  const folder = await mkdtemp(join(tmpdir(), 'grid-page-'));
  // In a process of its own: the bundler's native parts refuse objects of Jest's sandbox
  const vite = resolve(import.meta.dirname, '../../../node_modules/vite/bin/vite.js');
  const page = ['build', resolve(import.meta.dirname), '--outDir', folder, '--emptyOutDir', '--logLevel', 'warn'];
  await promisify(execFile)(process.execPath, [vite, ...page], { env: { ...process.env, NODE_ENV: 'production' } });
  const server = serveFolder(folder);
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}/`,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((closed) => server.close(closed));
      await rm(folder, { recursive: true, force: true });
    },
  };
};
