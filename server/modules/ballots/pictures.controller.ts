import { Controller, Get, Header, Param, StreamableFile } from '@nestjs/common';
import { z } from 'zod';
import { ElectionId } from '../../contract/wire/ballot.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { PicturesService } from './pictures.service.ts';

const Sha256 = z.string().regex(/^[0-9a-f]{64}$/);

const FOREVER = 'public, max-age=31536000, immutable';
const NOTHING = "sandbox; default-src 'none'";

/** Pictures of entries, for everybody, by what is in them: they never change. */
@Controller('elections/:election/pictures/:picture')
@Allow('public')
export class PicturesController {
  constructor(private readonly pictures: PicturesService) {}

  @Get()
  @Header('cache-control', FOREVER)
  @Header('content-security-policy', NOTHING)
  @Answers(z.string())
  async large(
    @Param('election', { schema: ElectionId }) election: string,
    @Param('picture', { schema: Sha256 }) picture: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.pictures.open(election, picture, 'large'), { type: 'image/webp' });
  }

  @Get('small')
  @Header('cache-control', FOREVER)
  @Header('content-security-policy', NOTHING)
  @Answers(z.string())
  async small(
    @Param('election', { schema: ElectionId }) election: string,
    @Param('picture', { schema: Sha256 }) picture: string,
  ): Promise<StreamableFile> {
    return new StreamableFile(await this.pictures.open(election, picture, 'small'), { type: 'image/webp' });
  }
}
