import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { Controller, Get, Header, Param, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Allow } from '../modules/allow.ts';
import { DomainError } from '../modules/domain-error.ts';
import { ApiDocument } from './api-document.ts';
import { pagePolicy } from './security-headers.ts';
import { readShelf, type Shelf } from './static-files.ts';

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Formflow API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
  </head>
  <body>
    <div id="document"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;

const START = `SwaggerUIBundle({ url: '/api/openapi.json', dom_id: '#document' });\n`;

const SHOWN = new Set(['swagger-ui.css', 'swagger-ui-bundle.js']);

/** The viewer comes with the library that makes the document. */
const viewer = (): Shelf => {
  const fromLibrary = createRequire(createRequire(import.meta.url).resolve('@nestjs/swagger/package.json'));
  return readShelf(dirname(fromLibrary.resolve('swagger-ui-dist/package.json')));
};

/** The API's document, and a page on which it can be read and tried. */
@Controller()
export class ApiDocumentController {
  private shelf: Shelf | undefined;

  constructor(private readonly document: ApiDocument) {}

  @Get('openapi.json')
  @Allow('public')
  show(): Promise<object> {
    return this.document.document();
  }

  @Get('docs')
  @Header('content-type', 'text/html; charset=utf-8')
  @Header('content-security-policy', pagePolicy('', false))
  @Allow('public')
  page(): string {
    return PAGE;
  }

  @Get('docs/start.js')
  @Header('content-type', 'text/javascript; charset=utf-8')
  @Allow('public')
  start(): string {
    return START;
  }

  @Get('docs/:file')
  @Allow('public')
  async file(@Param('file') file: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    this.shelf ??= viewer();
    if (!SHOWN.has(file) || !(await this.shelf.send(`/${file}`, request, reply))) throw new DomainError('not-found');
  }
}
