import { randomBytes } from 'node:crypto';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DomainError } from '../modules/domain-error.ts';
import { boothPolicy, pagePolicy } from './security-headers.ts';
import { readShelf, type Shelf } from './static-files.ts';

export interface Pages {
  /** What the client's build left. */
  folder: string;
  isHttps: boolean;
}

interface Stock {
  shelf: Shelf;
  isHttps: boolean;
}

const NONCE_PLACE = '__CSP_NONCE__';
const START_PAGE = '/index.html';

const BOOTH_PAGE = '/vote.html';

/** Where people vote, look for their ballots and read results: pages of a small program of its own. */
const isBooth = (path: string): boolean =>
  /^\/(?:vote\/[a-z0-9-]{1,36}(?:\/check)?|results\/[a-z0-9-]{1,36})\/?$/.test(path);

/** Addresses of the client's pages are plain words; under /api, in whatever case, nothing is a page. */
const isPage = (path: string): boolean => /^(?:\/[A-Za-z0-9_-]+)*\/?$/.test(path) && !/^\/api(?:\/|$)/i.test(path);

const sendStartPage = async (reply: FastifyReply, shelf: Shelf, isHttps: boolean): Promise<void> => {
  const page = await shelf.text(START_PAGE);
  if (page === undefined) throw new DomainError('not-found');
  const nonce = randomBytes(16).toString('base64');
  await reply
    .header('content-security-policy', pagePolicy(nonce, isHttps))
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(page.replaceAll(NONCE_PLACE, nonce));
};

/** Nothing of the page's address goes out with what it asks for. */
const sendBooth = async (request: FastifyRequest, reply: FastifyReply, { shelf, isHttps }: Stock): Promise<void> => {
  void reply.header('content-security-policy', boothPolicy(isHttps)).header('referrer-policy', 'no-referrer');
  if (!(await shelf.send(BOOTH_PAGE, request, reply))) throw new DomainError('not-found');
};

/** The page of the booth, for those who seal it; undefined without a build of the client. */
export const boothPage = (folder: string): Promise<string | undefined> => readShelf(folder).text(BOOTH_PAGE);

/**
 * The client's files, and its start page for every other address that a person may open: the browser knows the pages.
 * Files with a hash in their name never change and are kept by the browser; the start page carries a nonce and is not.
 */
export const servePages = (app: NestFastifyApplication, { folder, isHttps }: Pages): void => {
  const shelf = readShelf(folder);
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  server.get('/*', async (request: FastifyRequest, reply: FastifyReply) => {
    const path = request.url.split('?', 1)[0] ?? '/';
    if (isBooth(path)) {
      await sendBooth(request, reply, { shelf, isHttps });
      return reply;
    }
    if (path !== START_PAGE && (await shelf.send(path, request, reply))) return reply;
    if (path !== START_PAGE && !isPage(path)) throw new DomainError('not-found');
    await sendStartPage(reply, shelf, isHttps);
    return reply;
  });
};
