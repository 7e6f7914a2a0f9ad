import multipart from '@fastify/multipart';
import { Module, type OnModuleInit } from '@nestjs/common';
import { HttpAdapterHost } from '@nestjs/core';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { CasesModule } from '../cases/cases.module.ts';
import { DomainError } from '../domain-error.ts';
import { AttachmentsController } from './attachments.controller.ts';
import { AttachmentsRepository } from './attachments.repository.ts';
import { AttachmentsService } from './attachments.service.ts';
import { FileStore } from './file-store.ts';
import { FileSweeper } from './file-sweeper.ts';

/** The most that a definition may allow one file (`x-file.maxBytes`). */
const LARGEST_FILE = 200_000_000;

/** One file with its address; more of anything is refused before it is read. */
const LIMITS = {
  fileSize: LARGEST_FILE,
  files: 1,
  fields: 4,
  parts: 5,
  fieldSize: 2_000,
  fieldNameSize: 50,
  headerPairs: 20,
};

/** An upload goes where a route says that it takes one (`@RouteConfig(UPLOAD)`); all others speak JSON. */
const refuseUploads = (request: FastifyRequest, _: unknown, done: (error?: Error) => void): void => {
  const isUpload = request.headers['content-type']?.toLowerCase().startsWith('multipart/') === true;
  const takesUploads = 'upload' in request.routeOptions.config;
  done(isUpload && !takesUploads && !request.is404 ? new DomainError('unsupported-type') : undefined);
};

/** Files of cases: on disk by their content, in the database by the case that they belong to. */
@Module({
  imports: [CasesModule],
  controllers: [AttachmentsController],
  providers: [AttachmentsRepository, AttachmentsService, FileStore, FileSweeper],
  exports: [AttachmentsService, FileSweeper],
})
export class FilesModule implements OnModuleInit {
  constructor(private readonly host: HttpAdapterHost) {}

  /** Not waited for: that would end the server's making before the framework has set its handler of errors. */
  onModuleInit(): void {
    const server = this.host.httpAdapter.getInstance<FastifyInstance>();
    void server.register(multipart, { limits: LIMITS });
    server.addHook('onRequest', refuseUploads);
  }
}
