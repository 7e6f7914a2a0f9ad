import type { MultipartFile } from '@fastify/multipart';
import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { Key } from '../../contract/key.ts';
import { FormFromSchema, FormFromSheet, FormProposal } from '../../contract/wire/design.ts';
import { SHEET_LIMITS } from '../../office/sheet/workbook.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { DomainError } from '../domain-error.ts';
import { UPLOAD } from '../upload.ts';
import { FormProposalsService } from './form-proposals.service.ts';

/** A text of the largest size that the shape allows. */
const TEXT_LIMIT = 8_000_000;

const badUpload = (): DomainError =>
  new DomainError('bad-request', {
    zh: '上传内容应为 multipart/form-data：先是 order（JSON），然后是 file',
    en: 'An upload is multipart/form-data: first order (JSON), then file',
  });

/** What came before the file in the form. */
const orderOf = ({ fields }: MultipartFile): FormFromSheet => {
  const field = fields['order'];
  const part = Array.isArray(field) ? field[0] : field;
  if (part?.type !== 'field' || typeof part.value !== 'string') throw badUpload();
  try {
    return FormFromSheet.parse(JSON.parse(part.value));
  } catch {
    throw badUpload();
  }
};

/** Forms that are made of something else. */
@Controller('programmes/:programme/definitions/forms')
@Allow({ permission: 'definitions.edit' })
export class FormProposalsController {
  constructor(private readonly proposals: FormProposalsService) {}

  @Post('from-sheet')
  @RouteConfig(UPLOAD)
  @HttpCode(200)
  @Answers(FormProposal)
  async fromSheet(
    @Param('programme', { schema: Key }) programme: string,
    @Req() request: FastifyRequest,
  ): Promise<FormProposal> {
    if (!request.isMultipart()) throw new DomainError('unsupported-type');
    const limits = { fileSize: SHEET_LIMITS.bytes + 1, fieldSize: 100_000, files: 1 };
    const part = await request.file({ limits, throwFileSizeLimit: false });
    if (part?.fieldname !== 'file') throw badUpload();
    try {
      const order = orderOf(part);
      return await this.proposals.fromSheet(programme, order, await part.toBuffer());
    } finally {
      // The rest of a refused upload is read away, so that the sender hears why.
      part.file.resume();
    }
  }

  @Post('from-schema')
  @HttpCode(200)
  @RouteConfig({ bodyLimit: TEXT_LIMIT })
  @Answers(FormProposal)
  fromSchema(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: FormFromSchema }) body: FormFromSchema,
  ): Promise<FormProposal> {
    return this.proposals.fromSchema(programme, body);
  }
}
