import { Body, Controller, Delete, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { RouteConfig } from '@nestjs/platform-fastify';
import { Key } from '../../contract/key.ts';
import { DiscardDraft, EditedKind, LintReport, LintText, SaveDraft, SavedDraft } from '../../contract/wire/design.ts';
import { Allow } from '../allow.ts';
import { Answers } from '../answers.ts';
import type { Identity } from '../identity.ts';
import { Who } from '../who.ts';
import { DesignDraftsService } from './design-drafts.service.ts';
import { EDITORS, READERS } from './edit-rights.ts';

/** A text of the largest size that the shape allows. */
const TEXT_LIMIT = 8_000_000;

/** Definitions as they are written. */
@Controller('programmes/:programme/definitions')
@Allow({ permission: EDITORS })
export class DesignDraftsController {
  constructor(private readonly drafts: DesignDraftsService) {}

  @Put(':kind/:key/draft')
  @RouteConfig({ bodyLimit: TEXT_LIMIT })
  @Answers(SavedDraft)
  save(
    @Param('programme', { schema: Key }) programme: string,
    @Param('kind', { schema: EditedKind }) kind: EditedKind,
    @Param('key', { schema: Key }) key: string,
    @Body({ schema: SaveDraft }) body: SaveDraft,
    @Who() who: Identity,
  ): Promise<SavedDraft> {
    return this.drafts.save(who, programme, { kind, key }, body);
  }

  @Delete(':kind/:key/draft')
  @HttpCode(204)
  discard(
    @Param('programme', { schema: Key }) programme: string,
    @Param('kind', { schema: EditedKind }) kind: EditedKind,
    @Param('key', { schema: Key }) key: string,
    @Query({ schema: DiscardDraft }) { rev }: DiscardDraft,
    @Who() who: Identity,
  ): Promise<void> {
    return this.drafts.discard(who, programme, { kind, key }, rev);
  }

  @Post('lint')
  @HttpCode(200)
  @RouteConfig({ bodyLimit: TEXT_LIMIT })
  @Allow({ permission: READERS })
  @Answers(LintReport)
  lint(
    @Param('programme', { schema: Key }) programme: string,
    @Body({ schema: LintText }) body: LintText,
  ): Promise<LintReport> {
    return this.drafts.lint(programme, body);
  }
}
