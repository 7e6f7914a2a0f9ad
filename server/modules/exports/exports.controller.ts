import { Controller, Get, Header, Param, Query, StreamableFile } from '@nestjs/common';
import type { Permission } from '../../contract/definition/programme.ts';
import { Key } from '../../contract/key.ts';
import { ExportQuery, FormExport } from '../../contract/wire/export.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Language } from '../language.ts';
import { Who } from '../who.ts';
import { ExportsService } from './exports.service.ts';

const READERS: readonly Permission[] = ['cases.read', 'cases.review', 'exports.personal'];

/** What was handed in, to be worked on elsewhere. */
@Controller('programmes/:programme/forms/:form/export')
@Allow({ permission: READERS })
export class ExportsController {
  constructor(private readonly exports: ExportsService) {}

  @Get()
  @Header('cache-control', 'private, no-store')
  @Answers(FormExport)
  async export(
    @Param('programme', { schema: Key }) programme: string,
    @Param('form', { schema: Key }) form: string,
    @Query({ schema: ExportQuery }) query: ExportQuery,
    @Who() who: Identity,
    @Language() language: string,
  ): Promise<FormExport | StreamableFile> {
    const asked = { who, programme, form, query, language };
    if (query.format === 'json') return this.exports.json(asked);
    return new StreamableFile(Buffer.from(await this.exports.csv(asked)), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${programme}-${form}.csv"`,
    });
  }
}
