import { Body, Controller, HttpCode, Param, Post, StreamableFile } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { WantedPublication } from '../../contract/wire/publication.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { READERS } from '../designs/edit-rights.ts';
import { csvLine } from '../exports/export-lines.ts';
import { Language } from '../language.ts';
import { PublishingDesk } from './publishing-desk.service.ts';

/** Fifty plans of the largest size. */
const PLANS_LIMIT = 12_000_000;

/** A byte order mark, by which a spreadsheet knows UTF-8. */
const MARK = '\uFEFF';

/** What plans would do to running cases, as a file for whoever wants to look at every one. */
@Controller('programmes/:programme/publications')
@Allow({ permission: READERS })
export class DryRunController {
  constructor(private readonly desk: PublishingDesk) {}

  @Post('preview/cases.csv')
  @HttpCode(200)
  @RouteConfig({ bodyLimit: PLANS_LIMIT })
  @Answers(z.string())
  async cases(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: WantedPublication }) body: WantedPublication,
    @Language() language: string,
  ): Promise<StreamableFile> {
    const { lines, fingerprint } = await this.desk.table(programme, body, language);
    return new StreamableFile(Buffer.from(`${MARK}${lines.map(csvLine).join('')}`), {
      type: 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${programme}-${fingerprint.slice(0, 12)}.csv"`,
    });
  }
}
