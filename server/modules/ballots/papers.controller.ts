import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { CertificateView } from '../../contract/wire/certificate.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { PapersService } from './papers.service.ts';

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

const file = (content: Buffer, { name, type }: { name: string; type: string }): StreamableFile =>
  new StreamableFile(content, { type, disposition: `attachment; filename="${name}"` });

/** Lists to publish, and certificates. */
@Controller('programmes/:programme/elections/:election/papers')
@Allow({ permission: 'contests.run' })
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get('certificates')
  @Answers(z.array(CertificateView))
  certificates(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<CertificateView[]> {
    return this.papers.certificates({ programme, election });
  }

  @Get('certificates.docx')
  @Header('cache-control', 'private, no-store')
  @Answers(z.string())
  async certificatesDocument(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<StreamableFile> {
    const content = await this.papers.certificatesDocument({ programme, election });
    return file(content, { name: `certificates-${election}.docx`, type: WORD });
  }

  @Get('list.docx')
  @Header('cache-control', 'private, no-store')
  @Answers(z.string())
  async listDocument(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<StreamableFile> {
    return file(await this.papers.listDocument({ programme, election }), { name: `list-${election}.docx`, type: WORD });
  }

  @Get('list.csv')
  @Header('cache-control', 'private, no-store')
  @Answers(z.string())
  async listTable(
    @Param('programme', { schema: Key }) programme: string,
    @Param('election', { schema: ElectionId }) election: string,
  ): Promise<StreamableFile> {
    const content = Buffer.from(await this.papers.listTable({ programme, election }));
    return file(content, { name: `list-${election}.csv`, type: 'text/csv; charset=utf-8' });
  }
}
