import { Controller, Get, Param } from '@nestjs/common';
import { z } from 'zod';
import { Key } from '../../contract/key.ts';
import { DefinitionSummary, DefinitionText, EditedKind, VersionText, VersionView } from '../../contract/wire/design.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import { Language } from '../language.ts';
import { DesignsService } from './designs.service.ts';
import { READERS } from './edit-rights.ts';

/** Definitions of a programme as they are read for editing. */
@Controller('programmes/:programme/definitions')
@Allow({ permission: READERS })
export class DesignsController {
  constructor(private readonly designs: DesignsService) {}

  @Get()
  @Answers(z.array(DefinitionSummary))
  all(
    @Param('programme', { schema: Key }) programme: string,
    @Language() language: string,
  ): Promise<DefinitionSummary[]> {
    return this.designs.all(programme, language);
  }

  @Get(':kind/:key')
  @Answers(DefinitionText)
  text(
    @Param('programme', { schema: Key }) programme: string,
    @Param('kind', { schema: EditedKind }) kind: EditedKind,
    @Param('key', { schema: Key }) key: string,
  ): Promise<DefinitionText> {
    return this.designs.text(programme, { kind, key });
  }

  @Get(':kind/:key/versions')
  @Answers(z.array(VersionView))
  versions(
    @Param('programme', { schema: Key }) programme: string,
    @Param('kind', { schema: EditedKind }) kind: EditedKind,
    @Param('key', { schema: Key }) key: string,
  ): Promise<VersionView[]> {
    return this.designs.versions(programme, { kind, key });
  }

  @Get(':kind/:key/versions/:n')
  @Answers(VersionText)
  version(
    @Param('programme', { schema: Key }) programme: string,
    @Param('kind', { schema: EditedKind }) kind: EditedKind,
    @Param('key', { schema: Key }) key: string,
    @Param('n', { schema: z.coerce.number().int().min(1) }) n: number,
  ): Promise<VersionText> {
    return this.designs.version(programme, { kind, key }, n);
  }
}
