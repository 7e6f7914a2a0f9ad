import type { MultipartFile } from '@fastify/multipart';
import { Controller, Delete, Get, Header, HttpCode, Param, Post, Req, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { AttachmentView, CellAddress, OriginalView } from '../../contract/wire/case.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { DomainError } from '../domain-error.ts';
import type { Identity } from '../identity.ts';
import { UPLOAD } from '../upload.ts';
import { Who } from '../who.ts';
import type { Destination } from './attachment-slot.ts';
import { AttachmentsService } from './attachments.service.ts';

const Id = z.uuid();

const badUpload = (): DomainError =>
  new DomainError('bad-request', {
    zh: '上传内容应为 multipart/form-data：先是 address（JSON）或 purpose=original，然后是 file',
    en: 'An upload is multipart/form-data: first address (JSON) or purpose=original, then file',
  });

/** What came before the file in the form, each a text. */
const textOf = (fields: MultipartFile['fields'], name: string): string | undefined => {
  const field = fields[name];
  const part = Array.isArray(field) ? field[0] : field;
  return part?.type === 'field' && typeof part.value === 'string' ? part.value : undefined;
};

const destinationOf = (fields: MultipartFile['fields']): Destination => {
  if (textOf(fields, 'purpose') === 'original') return null;
  try {
    return CellAddress.parse(JSON.parse(textOf(fields, 'address') ?? ''));
  } catch {
    throw badUpload();
  }
};

/** Names of files may hold any character: percent-encoded as RFC 5987 has it, with a plain one beside it. */
const disposition = (name: string): string => {
  const encoded = encodeURIComponent(name).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  const ending = /\.[a-z0-9]{1,10}$/.exec(name)?.[0] ?? '';
  return `attachment; filename="file${ending}"; filename*=UTF-8''${encoded}`;
};

/** Files of cases. What is handed out is a download and nothing that a browser would run. */
@Controller()
@Allow('signed-in')
export class AttachmentsController {
  constructor(private readonly attachments: AttachmentsService) {}

  @Post('cases/:id/attachments')
  @RouteConfig(UPLOAD)
  @HttpCode(201)
  @Answers(z.union([AttachmentView, OriginalView]))
  async attach(
    @Param('id', { schema: Id }) caseId: string,
    @Req() request: FastifyRequest,
    @Who() who: Identity,
  ): Promise<AttachmentView | OriginalView> {
    if (!request.isMultipart()) throw new DomainError('unsupported-type');
    const part = await request.file();
    if (part?.fieldname !== 'file') throw badUpload();
    try {
      const destination = destinationOf(part.fields);
      const isDeclared = textOf(part.fields, 'declared') === 'true';
      const upload = { destination, name: part.filename, content: part.file, isDeclared };
      return await this.attachments.attach(who, caseId, upload);
    } finally {
      // The rest of a refused upload is read away, so that the sender hears why.
      part.file.resume();
    }
  }

  @Get('attachments/:id')
  @Header('x-content-type-options', 'nosniff')
  @Header('content-security-policy', "sandbox; default-src 'none'")
  @Header('cache-control', 'private, no-store')
  async download(@Param('id', { schema: Id }) id: string, @Who() who: Identity): Promise<StreamableFile> {
    const { name, type, size, content } = await this.attachments.open(who, id);
    return new StreamableFile(content, { type, length: size, disposition: disposition(name) });
  }

  @Delete('attachments/:id')
  @HttpCode(204)
  async remove(@Param('id', { schema: Id }) id: string, @Who() who: Identity): Promise<void> {
    await this.attachments.remove(who, id);
  }
}
