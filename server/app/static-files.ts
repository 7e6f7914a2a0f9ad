import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSIBLE = new Set(['.html', '.js', '.css', '.json', '.svg', '.txt']);

type Encoding = 'br' | 'gzip' | 'identity';

interface StoredFile {
  body: Buffer;
  type: string;
  etag: string;
  isCompressible: boolean;
  packed: Partial<Record<Encoding, Promise<Buffer>>>;
}

/** The files of a folder by the path of their address. What is not on the shelf cannot be asked for by any path. */
export interface Shelf {
  /** Sends a file; answers false where there is none of this name. */
  send(path: string, request: FastifyRequest, reply: FastifyReply): Promise<boolean>;
  text(path: string): Promise<string | undefined>;
}

const PACK: Record<Encoding, (body: Buffer) => Promise<Buffer>> = {
  br: (body) => promisify(brotliCompress)(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }),
  gzip: (body) => promisify(gzip)(body, { level: 7 }),
  identity: (body) => Promise.resolve(body),
};

const encodingFor = (header: string | string[] | undefined, file: StoredFile): Encoding => {
  const accepted = String(header ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
    .map((part) => part.split(';')[0]);
  if (!file.isCompressible || file.body.length < 1024) return 'identity';
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
};

const open = async (path: string): Promise<StoredFile> => {
  const body = await readFile(path);
  const extension = extname(path).toLowerCase();
  return {
    body,
    type: TYPES[extension] ?? 'application/octet-stream',
    etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 27)}"`,
    isCompressible: COMPRESSIBLE.has(extension),
    packed: {},
  };
};

/** Names that the build makes from their content: `index-B2nF3aXk.js`. */
const isHashed = (path: string): boolean => path.startsWith('/assets/') && /-[A-Za-z0-9_-]{8}\.\w+$/.test(path);

const answer = async (file: StoredFile, encoding: Encoding, reply: FastifyReply): Promise<void> => {
  file.packed[encoding] ??= PACK[encoding](file.body);
  if (encoding !== 'identity') void reply.header('content-encoding', encoding);
  await reply.type(file.type).send(await file.packed[encoding]);
};

const namesIn = (folder: string): string[] =>
  existsSync(folder)
    ? readdirSync(folder, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name))
    : [];

/** Takes stock of a folder; each file is read and packed when it is first asked for, and kept. */
export const readShelf = (folder: string): Shelf => {
  const places = new Map(namesIn(folder).map((place) => [place.slice(folder.length).replaceAll('\\', '/'), place]));
  const opened = new Map<string, Promise<StoredFile>>();
  const find = (path: string): Promise<StoredFile> | undefined => {
    const place = places.get(path);
    if (place === undefined) return undefined;
    const file = opened.get(path) ?? open(place);
    opened.set(path, file);
    return file;
  };
  return {
    text: async (path) => (await find(path))?.body.toString('utf8'),
    send: async (path, request, reply) => {
      const file = await find(path);
      if (file === undefined) return false;
      void reply
        .header('etag', file.etag)
        .header('vary', 'accept-encoding')
        .header('cache-control', isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (request.headers['if-none-match'] === file.etag) await reply.code(304).send();
      else await answer(file, encodingFor(request.headers['accept-encoding'], file), reply);
      return true;
    },
  };
};
